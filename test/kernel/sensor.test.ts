import { mkdirSync, statSync } from 'node:fs';
import { containerCgroups } from '../support/cgroup';
import { itKeepsTheSensorContract } from '../support/sensor-contract';
import { openTestSensor } from './support/sensor';


describe('the kernel half', () => {
  let made = 0;
  itKeepsTheSensorContract(() => {
    const kernel = openTestSensor();
    const newCgroup = (): bigint => {
      const { unified } = containerCgroups(`/${kernel.session.name}/contract-${++made}`);
      mkdirSync(unified, { recursive: true });
      return statSync(unified, { bigint: true }).ino;
    };
    return Promise.resolve({ sensor: kernel.sensor, newCgroup, close: () => kernel.close() });
  });
});

describe('programs and counters', () => {
  it('are told by name, with runs once they are counted', async () => {
    const kernel = openTestSensor();
    const programs = kernel.sensor.programs();
    expect(programs.map(({ name }) => name)).toEqual(expect.arrayContaining(['exec_judge', 'sys_exit_watch', 'signal_watch', 'seed_tasks']));
    expect(programs.every(({ verifiedInstructions }) => verifiedInstructions > 0 && verifiedInstructions <= 400_000)).toBe(true);
    expect(kernel.sensor.counters()).toMatchObject({ staleMatch: 0, droppedFindings: 0 });
    expect(kernel.sensor.helperErrors()).toEqual([]);
    await kernel.close();
  });
});
