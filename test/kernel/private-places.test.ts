/** Nobody but the agent's own user can keep it from starting by its places. */
import { chmodSync, chownSync, mkdirSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KernelError } from '../../src/agent/kernel/kernel-error';
import { uninstall } from '../../src/agent/kernel/native-sensor';
import { run } from '../support/command';
import { openTestSensor, type TestSensor } from './support/sensor';


const NOBODY = 65_534;
const AS_NOBODY = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

let opened: TestSensor;
let place: { readonly pinRoot: string; readonly runDirectory: string };

beforeEach(() => {
  opened = openTestSensor({ listen: false });
  place = { pinRoot: opened.pinRoot, runDirectory: join(opened.session.directory, 'run') };
  chmodSync(opened.session.directory, 0o755); // else nobody came even this far
  opened.sensor.close();
});
afterEach(() => opened.close());

function mode(path: string): string {
  return (statSync(path).mode & 0o7777).toString(8);
}

/** What starting, and uninstalling, is refused with. */
function refusals(options: typeof place): readonly string[] {
  return [() => openTestSensor({ listen: false, ...options }), () => uninstall(options)].map((call) => {
    try {
      call();
    } catch (error) {
      if (error instanceof KernelError && error.code === 'insecure') return error.message;
      throw error;
    }
    return 'not refused';
  });
}

test('what the agent makes is for its own user alone', () => {
  expect([place.runDirectory, place.pinRoot, join(place.pinRoot, 'v1'), join(place.pinRoot, 'v1/state'), join(place.pinRoot, 'v1/link')].map(mode)).toEqual(
    Array.from({ length: 5 }, () => '700'),
  );
  expect(mode(join(place.runDirectory, 'agent.lock'))).toBe('600');
});

test('another user cannot lock the lock, not even where an older agent left it readable', async () => {
  const lock = join(place.runDirectory, 'agent.lock');
  const tryLock = (): Promise<unknown> => run('setpriv', [...AS_NOBODY, 'flock', '--nonblock', lock, 'true']);
  chmodSync(place.runDirectory, 0o755);
  await expect(tryLock()).rejects.toThrow(/[Pp]ermission/);
  chmodSync(lock, 0o644);
  await tryLock();
  openTestSensor({ listen: false, ...place }).sensor.close();
  await expect(tryLock()).rejects.toThrow(/[Pp]ermission/);
});

test('an older agent\'s pins are closed to others', () => {
  chmodSync(place.pinRoot, 0o755);
  openTestSensor({ listen: false, ...place }).sensor.close();
  expect(mode(place.pinRoot)).toBe('700');
});

test.each([
  ['is another user\'s', (path: string) => chownSync(path, NOBODY, NOBODY), /belongs to user 65534/],
  ['others may write to', (path: string) => chmodSync(path, 0o1777), /others may write to it, its mode is 1777/],
])('a place that %s is refused', (_, spoil, message) => {
  const other = { pinRoot: `${place.pinRoot}-other`, runDirectory: `${place.runDirectory}-other` };
  mkdirSync(other.runDirectory);
  spoil(other.runDirectory);
  for (const text of refusals(other)) expect(text).toMatch(message);
  chownSync(other.runDirectory, 0, 0);
  chmodSync(other.runDirectory, 0o700);

  writeFileSync(join(other.runDirectory, 'agent.lock'), '');
  spoil(join(other.runDirectory, 'agent.lock'));
  for (const text of refusals(other)) expect(text).toMatch(message);
  chownSync(join(other.runDirectory, 'agent.lock'), 0, 0);
  chmodSync(join(other.runDirectory, 'agent.lock'), 0o600);

  for (const spoilt of [other.pinRoot, join(other.pinRoot, 'v999')]) {
    mkdirSync(spoilt, { recursive: true, mode: 0o700 });
    spoil(spoilt);
    for (const text of refusals(other)) expect(text).toMatch(message);
    chownSync(spoilt, 0, 0);
    chmodSync(spoilt, 0o700);
  }
  rmdirSync(join(other.pinRoot, 'v999'));
  rmdirSync(other.pinRoot);
});
