/** Every hook is proven wherever the run directory is: on Debian and Ubuntu nothing can be executed below /run. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentHierarchies } from '../../src/agent/open-parts';
import { runSelfTest } from '../../src/agent/self-test';
import { run } from '../support/command';
import { openSession, type Session } from '../support/session';
import { openTestSensor, type TestSensor } from './support/sensor';


let session: Session;
let runDirectory: string;
let kernel: TestSensor | undefined;

beforeEach(async () => {
  session = openSession();
  runDirectory = join(session.directory, 'noexec');
  mkdirSync(runDirectory);
  await run('mount', ['-t', 'tmpfs', '-o', 'noexec,mode=700', 'tmpfs', runDirectory]);
});
afterEach(async () => {
  await kernel?.close();
  await run('umount', [runDirectory]);
  await session.close();
});

it('proves every hook, also where nothing below the run directory can be executed', async () => {
  expect(readFileSync('/proc/self/mountinfo', 'utf8')).toMatch(new RegExp(` ${runDirectory} rw,[^ ]*noexec`));
  kernel = openTestSensor({ runDirectory });
  await kernel.publish('');
  expect(await runSelfTest({ sensor: kernel.sensor, place: currentHierarchies().unified })).toEqual([]);
});
