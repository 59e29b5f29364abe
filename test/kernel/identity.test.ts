import { waitFor } from '../support/wait';
import { fillImage, makeBox } from './support/box';
import { build } from './support/compile';
import { factsOf, linkPolicies } from './support/rules';
import { converse, findingsOf, rulesOf, runIn } from './support/run';
import { openTestSensor, policy, type TestSensor } from './support/sensor';
import { startViolator } from './support/violators';

/** What a program is: the path that it has, though it move, and what becomes of one more than the kernel can remember. */
let opened: TestSensor;

beforeAll(async () => {
  opened = openTestSensor();
  const bare = await Promise.all(['nothing', 'stepper', 'violator'].map((name) => build(`programs/${name}.c`, { bare: true })));
  await fillImage(opened, [...bare, await build('programs/racer.c')]);
});
afterAll(() => opened.close());

describe('a program whose folder is moved while it starts', () => {
  it('never has a path that it never had, and is always a hit where both of its paths are', async () => {
    const starts = 4000;
    await opened.publish(policy(
      { process: '{executable: [/volume/one/left/x, /volume/two/right/x]}', respond: '[Kill]' },
      { process: '{executable: [/volume/one/right/x, /volume/two/left/x]}', respond: '[Kill]' },
    ));
    const box = makeBox(opened);
    const dropped = (): number => opened.sensor.counters()['droppedFindings'] ?? 0;
    const before = dropped();
    const { output } = await runIn(box, ['/bin/racer', String(starts)]);
    const findings = await findingsOf(opened, box);
    await box.close();
    const known = findings.filter(({ flags }) => !flags.pathUnknown);
    process.stdout.write(`${findings.length} starts, ${findings.length - known.length} without a path, ${opened.sensor.counters()['pathRaced'] ?? 0} raced to the end\n`);
    expect(output).toBe('0\n');
    expect(findings.length + dropped() - before).toBe(starts); // what a busy machine did not read in time was a hit too
    expect(findings.length).toBeGreaterThan(starts / 10);
    expect(new Set(known.map(({ path }) => path.toString()))).toEqual(new Set(['/volume/one/left/x', '/volume/two/right/x']));
    expect(new Set(known.flatMap(rulesOf))).toEqual(new Set([0]));
  });
});

describe('a container that starts more programs than its share', () => {
  it('is caught with each of them, is exempt by none that has no place, and costs its neighbour nothing', async () => {
    const programs = 600;
    const share = 4096 / 8;
    const yaml = policy({ process: '{executable: ["/tmp/**"]}', respond: '[Kill]' }, { process: '{executable: [/bin/nothing], notAncestors: [/bin/stepper]}', respond: '[Kill]' });
    await opened.publish(yaml);
    const before = opened.sensor.counters();
    const violator = await startViolator(opened, { program: await build('programs/nothing.c', { bare: true }), scope: linkPolicies(yaml).scopeOf(factsOf('box')), fresh: true });
    violator.set('freshLimit', programs);
    await waitFor('all programs', () => violator.get('fresh') === programs, { timeout: 120_000 });
    const neighbour = makeBox(opened);
    const ask = async (one: typeof neighbour): Promise<readonly string[]> => {
      const stepper = converse(one, ['/bin/stepper', '/bin/nothing']);
      const answers = [await stepper.line(), await stepper.ask()];
      stepper.finish();
      return answers;
    };
    expect(await ask(neighbour)).toEqual(['ready', '0']);
    expect(await ask(violator.box)).toEqual(['ready', '137']);
    await neighbour.close();
    const { tries, survivors } = await violator.stop();
    expect(survivors).toBe(0);
    expect(tries).toBeGreaterThan(programs);
    const after = opened.sensor.counters();
    expect((after['executablesShare'] ?? 0) - (before['executablesShare'] ?? 0)).toBeGreaterThanOrEqual(programs - share);
    expect(after['executablesFull']).toBe(0);
  });
});
