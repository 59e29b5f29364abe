/** Boots a kernel under QEMU (emulated: no machine support is needed) and runs one static program in it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archive } from './cpio';
import type { Kernel } from './kernels';
import { staticProgram } from './build';

const MEMORY_MB = 512;
const BOOT_LIMIT_MS = 300_000;

export interface Guest {
  readonly kernel: Kernel;
  /** The static program to run as root, and its arguments. */
  readonly program: string;
  readonly args: readonly string[];
  /** Path in the guest → file here. */
  readonly files: Readonly<Record<string, string>>;
  /** Modules to load before it runs. */
  readonly modules: readonly string[];
}

/** Runs it to its end and gives the JSON objects that it printed. Throws, with all of the console, when it did not end with 0. */
export async function runInGuest(guest: Guest): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'stasis-vm-'));
  try {
    const initrd = join(folder, 'initrd');
    writeFileSync(initrd, archive(entriesOf(guest)));
    const console_ = await boot(guest.kernel.image, initrd);
    return recordsOf(console_);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The lines of a program's output that are JSON objects; throws when the last of them does not say {"exit": 0}. */
export function recordsOf(output: string): readonly unknown[] {
  const lines = output.split(/\r?\n/).filter((line) => line.startsWith('{') && line.endsWith('}'));
  if (lines.at(-1) !== '{"exit":0}') throw new Error(`the program in the guest failed:\n${output}`);
  return lines.slice(0, -1).map((line): unknown => JSON.parse(line));
}

function entriesOf(guest: Guest): { name: string; content: Buffer }[] {
  const files = Object.entries(guest.files).map(([name, path]) => ({ name, content: readFileSync(path) }));
  const modules = guest.modules.map((path, index) => ({ name: `modules/${index}.ko`, content: readFileSync(path) }));
  return [
    { name: 'init', content: readFileSync(staticProgram('init')) },
    { name: 'test', content: readFileSync(guest.program) },
    { name: 'arguments', content: Buffer.from(`${guest.args.join('\n')}\n`) },
    ...files,
    ...modules,
  ];
}

function boot(image: string, initrd: string): Promise<string> {
  const args = ['-accel', 'tcg', '-cpu', 'max', '-m', `${MEMORY_MB}`, '-nodefaults', '-no-reboot', '-display', 'none', '-serial', 'stdio',
    '-kernel', image, '-initrd', initrd, '-append', 'console=ttyS0 quiet loglevel=1 panic=-1'];
  return new Promise((resolve, reject) => {
    const machine = spawn('qemu-system-x86_64', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const limit = setTimeout(() => machine.kill('SIGKILL'), BOOT_LIMIT_MS);
    let output = '';
    const collect = (bytes: Buffer): void => void (output += bytes.toString());
    machine.stdout.on('data', collect);
    machine.stderr.on('data', collect);
    machine.on('error', reject);
    machine.on('close', () => {
      clearTimeout(limit);
      resolve(output);
    });
  });
}
