import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORIGINS } from '../../src/compile/tables';
import { fillImage, makeBox } from './support/box';
import { build } from './support/compile';
import { buildEvade } from './support/evasions';
import { findingsOf, runIn, type End } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';

/** In a container whose root is not overlayfs nothing tells what the image brought along. */
let opened: TestSensor;

beforeAll(async () => {
  opened = openTestSensor();
  const nothing = await build('programs/nothing.c', { bare: true });
  await fillImage(opened, [nothing, await buildEvade()]);
  copyFileSync(nothing, join(opened.session.directory, 'image/bin/allowed'));
});
afterAll(() => opened.close());

interface Tried extends End {
  /** Of its findings. */
  readonly origins: readonly string[];
}

async function attempt(root: 'overlay' | 'plain', ...way: readonly string[]): Promise<Tried> {
  const box = makeBox(opened, { root });
  const ended = await runIn(box, ['/bin/evade', ...way]);
  const found = await findingsOf(opened, box);
  await box.close();
  return { ...ended, origins: found.map(({ origin }) => ORIGINS[origin] ?? 'Unknown') };
}

const LAYERED = [
  ['Image', ['image', '/bin/nothing']],
  ['Modified', ['chmod', '/bin/nothing']],
  ['Written', ['plain', '/tmp/x']],
] as const;
const ELSEWHERE = [
  ['Volume', ['plain', '/volume/x']],
  ['Memory', ['memory', 'program']],
  ['Deleted', ['deleted']],
] as const;

describe('a rule on origins', () => {
  beforeAll(() => opened.publish(policy(
    { process: '{origin: [Image, Modified, Written], executable: ["/bin/nothing", "/tmp/x"]}', respond: '[Kill]' },
    { process: '{origin: [Volume, Memory, Deleted]}', respond: '[Kill]' },
  )));

  it.each(LAYERED)('is not hit by what would be %s, as it is where there are layers', async (origin, way) => {
    expect(await attempt('plain', ...way)).toEqual({ ended: 0, output: '', origins: [] });
    expect(await attempt('overlay', ...way)).toEqual({ ended: 'SIGKILL', output: '', origins: [origin] });
  });

  it.each(ELSEWHERE)('is hit by what is %s, as anywhere', async (origin, way) => {
    expect(await attempt('plain', ...way)).toEqual({ ended: 'SIGKILL', output: '', origins: [origin] });
  });

  it('is counted as weaker there, once for each container', async () => {
    const count = (): number => opened.sensor.counters()['noLayers'] ?? 0;
    const before = count();
    await attempt('overlay', 'image', '/bin/nothing');
    expect(count()).toBe(before);
    await attempt('plain', 'image', '/bin/nothing');
    expect(count()).toBe(before + 1);
  });
});

describe('a rule on paths', () => {
  beforeAll(() => opened.publish(policy({ process: '{executable: ["/bin/allowed", "/bin/nothing"], notExecutable: [/bin/allowed]}', respond: '[Kill]' })));

  it('is hit all the same, and exempts nothing, since nobody can tell that a program is the image\'s', async () => {
    expect(await attempt('plain', 'image', '/bin/nothing')).toEqual({ ended: 'SIGKILL', output: '', origins: ['Unknown'] });
    expect(await attempt('plain', 'image', '/bin/allowed')).toEqual({ ended: 'SIGKILL', output: '', origins: ['Unknown'] });
    expect((await attempt('overlay', 'image', '/bin/allowed')).ended).toBe(0);
  });
});
