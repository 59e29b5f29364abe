/** Whatever cgroup a declared runtime's binary makes is a container: by the file's inode, so an upgrade has to be declared anew. */
import { copyFileSync, existsSync, renameSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { currentHierarchies } from '../../src/agent/open-parts';
import { run } from '../support/command';
import { openTestSensor, type TestSensor } from './support/sensor';


const MKDIR = existsSync('/usr/bin/mkdir') ? '/usr/bin/mkdir' : '/bin/mkdir';
let kernel: TestSensor;
let runtime: string;
const made: string[] = [];

beforeEach(async () => {
  kernel = openTestSensor();
  await kernel.publish('');
  runtime = join(kernel.session.directory, 'runtime');
});
afterEach(async () => {
  for (const directory of made.splice(0)) rmdirSync(directory);
  await kernel.close();
});

function upgrade(): void {
  copyFileSync(MKDIR, `${runtime}.new`);
  renameSync(`${runtime}.new`, runtime);
}

/** Has the runtime make a cgroup whose name says nothing; whether the kernel took it for a container. */
async function makesContainer(name: string): Promise<boolean> {
  const directory = join(currentHierarchies().unified, `${kernel.session.name}-${name}`);
  await run(runtime, [directory]);
  made.push(directory);
  const cgroup = statSync(directory, { bigint: true }).ino;
  return kernel.sensor.containers().some((state) => state.cgroup === cgroup);
}

it('knows a runtime once it is declared, and its next version once that is', async () => {
  upgrade();
  expect(await makesContainer('undeclared')).toBe(false);
  kernel.sensor.declareRuntimes([runtime, '/nonexistent/runc']);
  expect(await makesContainer('declared')).toBe(true);
  upgrade();
  expect(await makesContainer('upgraded')).toBe(false);
  kernel.sensor.declareRuntimes([runtime]);
  expect(await makesContainer('declared-again')).toBe(true);
  kernel.sensor.declareRuntimes([]);
  expect(await makesContainer('forgotten')).toBe(false);
});
