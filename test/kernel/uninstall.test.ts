import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { uninstall } from '../../src/agent/kernel/native-sensor';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { program } from '../support/programs';
import { untilFair, waitFor } from '../support/wait';
import { bpftool } from '../vm/build';
import { fillImage, makeBox } from './support/box';
import { end, type End } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

let kernel: TestSensor;
let pin: string;
/** In memory: writing to a disk can wait for the program, too. */
let runDirectory: string;

beforeEach(() => {
  runDirectory = mkdtempSync('/dev/shm/stasis-test-run-');
  kernel = openTestSensor({ runDirectory });
  pin = `/sys/fs/bpf/${kernel.session.name}-stall`;
});
afterEach(async () => {
  rmSync(pin, { force: true });
  await kernel.close();
  rmSync(runDirectory, { recursive: true, force: true });
});

/** Says when the freezer's state was seen not to be FROZEN any more, as /proc/uptime tells it. */
const WATCH = 'while [ "$(cat "$0")" = FROZEN ]; do sleep 0.002; done; cut -d" " -f1 /proc/uptime';

async function loadStall(): Promise<void> {
  const object = join(CHECKOUT, 'build/test-programs/kernel/stall.o');
  mkdirSync(join(object, '..'), { recursive: true });
  await run('clang', ['-O2', '-g', '-target', 'bpf', '-mcpu=v3', '-I/usr/include/x86_64-linux-gnu', '-c', join(CHECKOUT, 'test/kernel/programs/stall.bpf.c'), '-o', object]);
  await run(bpftool(), ['prog', 'load', object, pin, 'type', 'classifier']);
}

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<End>;
}

/** Runs the program that takes so long; resolves when it has been at it for a while. */
async function startStall(packet: string): Promise<Run> {
  const child = kernel.session.start(bpftool(), ['prog', 'run', 'pinned', pin, 'data_in', packet, 'repeat', '1'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = end(child);
  await waitFor('the program to run', () => ticksOf(child) >= 10 || hasEnded(child), { interval: 5 });
  return { child, ended };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** System time in ticks of 10 ms; more than a few: it is in the kernel program. */
function ticksOf({ pid = 0 }: ChildProcess): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[12]);
  } catch {
    return 0; // it has ended
  }
}

test('thaws nothing before every hook that was running has returned: it may stop a process yet', async () => {
  await fillImage(kernel, [await program('counter')]);
  await kernel.publish(policy({ process: '{executable: ["/bin/counter"]}', respond: '[Freeze]' }));
  const box = makeBox(kernel);
  if (box.cgroups.freezer === undefined) throw new Error('This machine mounts no v1 freezer');
  writeFileSync(join(box.shared, 'count'), Buffer.alloc(4096));
  box.start(['/bin/counter', '/shared/count']);
  await waitFor('the freeze', () => box.frozen());
  kernel.sensor.close();

  await loadStall();
  const packet = join(kernel.session.directory, 'packet');
  writeFileSync(packet, Buffer.alloc(64));
  const watched = end(kernel.session.start('sh', ['-c', WATCH, join(box.cgroups.freezer, 'freezer.state')], { stdio: ['ignore', 'pipe', 'inherit'] }));
  const { ended } = await untilFair('the program is still under way when that is seen', () => startStall(packet), ({ child }) => !hasEnded(child));
  uninstall({ pinRoot: kernel.pinRoot, runDirectory });
  const returned = Number(/Return value: (\d+)/.exec((await ended).output)?.[1]);
  const thawed = Math.round(Number((await watched).output) * 100);
  expect(returned).toBeGreaterThan(0);
  expect(thawed).toBeGreaterThanOrEqual(returned);
  expect(box.frozen()).toBe(false);
});
