import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChildProcess } from 'node:child_process';
import { uninstall } from '../../src/agent/kernel/native-sensor';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { program } from '../support/programs';
import { waitFor } from '../support/wait';
import { bpftool } from '../vm/build';
import { fillImage, makeBox } from './support/box';
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
}, 30_000);

/** Runs the program that takes so long, then makes the file `done`; says of the box whose freezer is read which came first: its end or the thaw. */
const WATCH = `
{ "$1" prog run pinned "$2" data_in "$3" repeat 1 > /dev/null 2>&1; : > "$4"; } &
while [ "$(cat "$5")" = FROZEN ]; do sleep 0.002; done
sleep 0.2 # the file is made a moment after the program has returned
if [ -e "$4" ]; then echo waited; else echo early; fi
wait
`;

async function loadStall(): Promise<void> {
  const object = join(CHECKOUT, 'build/test-programs/kernel/stall.o');
  mkdirSync(join(object, '..'), { recursive: true });
  await run('clang', ['-O2', '-g', '-target', 'bpf', '-mcpu=v3', '-I/usr/include/x86_64-linux-gnu', '-c', join(CHECKOUT, 'test/kernel/programs/stall.bpf.c'), '-o', object]);
  await run(bpftool(), ['prog', 'load', object, pin, 'type', 'classifier']);
}

/** System time of the shell's child, in ticks of 10 ms; more than a few: it is in the kernel program. */
function ticksOf({ pid = 0 }: ChildProcess): number {
  const below = (parent: number): readonly number[] => {
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.flatMap((child) => [child, ...below(child)]);
  };
  try {
    return Math.max(0, ...below(pid).map((child) => Number(readFileSync(`/proc/${child}/stat`, 'latin1').split(') ').at(-1)?.split(' ')[12])));
  } catch {
    return 0; // it ended while it was looked at
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
  const [packet, done] = ['packet', 'done'].map((name) => join(kernel.session.directory, name)) as [string, string];
  writeFileSync(packet, Buffer.alloc(64));
  const watch = kernel.session.start('sh', ['-c', WATCH, 'sh', bpftool(), pin, packet, done, join(box.cgroups.freezer, 'freezer.state')], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = once(watch.stdout ?? watch, 'data');
  await waitFor('the program to run', () => ticksOf(watch) >= 10, { interval: 5 });
  expect(existsSync(done)).toBe(false); // it is under way
  uninstall({ pinRoot: kernel.pinRoot, runDirectory });
  expect(String((await said)[0])).toBe('waited\n');
  expect(box.frozen()).toBe(false);
}, 30_000);
