import { readdirSync } from 'node:fs';
import { signallingCheck } from '../../src/cli/doctor/signalling';
import { containerCgroups } from '../support/cgroup';
import { openTestSensor } from './support/sensor';

test('the doctor proves by a real signal that a process which is continued from outside is stopped again at once, and leaves nothing', async () => {
  const opened = openTestSensor({ permits: 'Required', listen: false });
  const { unified } = containerCgroups('/');
  const check = await signallingCheck(opened.sensor, unified);
  await opened.close();
  expect(check).toMatchObject({ health: 'ok', proof: 'a process of the doctor\'s own, which a hook had stopped, was continued: a hook stopped it again at once' });
  expect(readdirSync(unified).filter((name) => name.startsWith('stasis-doctor-signals'))).toEqual([]);
});
