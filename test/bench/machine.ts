import { readFileSync, readdirSync } from 'node:fs';
import { availableParallelism, loadavg, release } from 'node:os';
import { run } from '../support/command';
import { CHECKOUT } from '../support/checkout';

/** What figures depend on, as lines of text. */
export async function describeMachine(): Promise<readonly string[]> {
  const model = /^model name\s*: (.*)$/m.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? process.arch;
  return [
    `kernel ${release()}, ${availableParallelism()} processors (${model}), Node.js ${process.versions.node}`,
    `commit ${await commit()}, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `load of the last minute at the start ${(loadavg()[0] ?? 0).toFixed(2)}, ${otherHalves()} other kernel halves loaded`,
  ];
}

/** Kernel halves of other agents or tests, whose programs would be in every figure. */
function otherHalves(): number {
  return readdirSync('/sys/fs/bpf').filter((name) => name.startsWith('stasis')).length;
}

async function commit(): Promise<string> {
  const git = async (...args: string[]): Promise<string> => (await run('git', ['-C', CHECKOUT, '-c', `safe.directory=${CHECKOUT}`, ...args])).stdout.trim();
  const changed = await git('status', '--porcelain', '--untracked-files=no');
  return `${await git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' with changes'}`;
}
