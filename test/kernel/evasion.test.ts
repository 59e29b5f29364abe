import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { release } from 'node:os';
import { join } from 'node:path';
import { ORIGINS } from '../../src/compile/tables';
import { makeBox, fillImage, type Box } from './support/box';
import { build } from './support/compile';
import { buildEvade, CAUGHT, evade, EXEMPT, KNOWN_GAPS, NOT_EXEMPT, NOT_HIT, OWN_HANDLERS, UNKNOWN_SCRIPTS, type Attempt } from './support/evasions';
import { findingsOf, rulesOf, runIn, type End } from './support/run';
import { FOREIGN, openTestSensor, policy, type TestSensor } from './support/sensor';
import type { ProcessEvent } from '../../src/agent/kernel/events';

/** Evasion by name is impossible for process rules: each way is a row of `support/evasions.ts`, run in a container of its own. */
let opened: TestSensor;

beforeAll(async () => {
  opened = openTestSensor();
  const bare = { bare: true };
  const programs = await Promise.all([
    ...['nothing', 'interp', 'link'].map((name) => build(`programs/${name}.c`, bare)),
    buildEvade(),
  ]);
  await fillImage(opened, [...programs, '/bin/busybox']);
  const image = join(opened.session.directory, 'image');
  const put = async (path: string, ...built: Parameters<typeof build>): Promise<void> => copyFileSync(await build(...built), join(image, path));
  for (const folder of ['dev', 'etc', 'lib', 'lib64', 'usr/bin']) mkdirSync(join(image, folder), { recursive: true });
  await put('bin/allowed', 'programs/nothing.c', bare);
  await put('bin/nothing32', 'programs/nothing.c', { ...bare, flags: ['-m32'] });
  await put('bin/dynamic', 'programs/dynamic.c', { ...bare, dynamic: true });
  copyFileSync('/lib64/ld-linux-x86-64.so.2', join(image, 'lib64/ld-linux-x86-64.so.2'));
  writeFileSync(join(image, 'etc/data'), 'data\n');
  writeFileSync(join(image, 'lib/foreign'), 'STASIS-TEST-FOREIGN', { mode: 0o755 });
  for (const [name, interpreter] of [['tool', '/bin/interp'], ['tool-data', '/bin/interp data'], ['tool-of-tool', '/lib/tool'], ['tool-of-tmp', '/tmp/inner']] as const) {
    writeFileSync(join(image, 'lib', name), `#!${interpreter}\n`);
    chmodSync(join(image, 'lib', name), 0o755);
    symlinkSync(`/lib/${name}`, join(image, 'usr/bin', name));
  }
  symlinkSync('busybox', join(image, 'bin/true'));
  symlinkSync('/proc/self/fd', join(image, 'dev/fd'));
});
afterAll(() => opened.close());

interface Outcome extends End {
  readonly findings: readonly ProcessEvent[];
}

async function attempt({ command }: Attempt): Promise<Outcome> {
  const box: Box = makeBox(opened);
  try {
    const end = await runIn(box, command);
    return { ...end, findings: await findingsOf(opened, box) };
  } finally {
    await box.close();
  }
}

describe('a rule for programs that are not of the image', () => {
  beforeAll(() => opened.publish(policy({ process: FOREIGN, respond: '[Kill]' })));

  it.each(CAUGHT)('kills $title', async (tried) => {
    const { ended, output, findings } = await attempt(tried);
    expect({ ended, output }).toEqual({ ended: 'SIGKILL', output: '' });
    expect(findings.map(({ origin, header: { action, result } }) => [ORIGINS[origin], action, result])).toEqual([[tried.origin, 'Kill', 'Done']]);
  });

  it.each(NOT_HIT)('leaves alone $title', async (tried) => {
    const { ended, output, findings } = await attempt(tried);
    expect({ ended, output, findings }).toEqual({ ended: 0, output: '', findings: [] });
  });

  it.each(KNOWN_GAPS)('does not see $title (known gap: $reason)', async (tried) => {
    const { ended, output, findings } = await attempt(tried);
    expect({ ended, output, findings }).toEqual({ ended: 0, output: '', findings: [] });
  });
});

describe('a rule that exempts a program of the image by its path', () => {
  beforeAll(() => opened.publish(policy({ process: '{notExecutable: [/bin/allowed, /bin/evade]}', respond: '[Kill]' })));

  it.each(EXEMPT)('exempts $title', async (tried) => {
    const { ended, output, findings } = await attempt(tried);
    expect({ ended, output, findings }).toEqual({ ended: 0, output: '', findings: [] });
  });

  it.each(NOT_EXEMPT)('does not exempt $title', async (tried) => {
    const { ended, output, findings } = await attempt(tried);
    expect({ ended, output }).toEqual({ ended: 'SIGKILL', output: '' });
    expect(findings.map(rulesOf)).toEqual([[0]]);
  });
});

describe('a script that cannot be told', () => {
  beforeAll(() => opened.publish(policy({ process: '{origin: [Memory]}', respond: '[Kill]' })));

  async function expectHit(tried: Attempt): Promise<void> {
    const { ended, findings } = await attempt(tried);
    expect(ended).toBe('SIGKILL');
    expect(findings.map(({ flags: { scriptUnknown }, path, header: { action } }) => ({ scriptUnknown, path: path.length, action }))).toEqual([
      { scriptUnknown: true, path: 0, action: 'Kill' },
    ]);
  }

  it.each(UNKNOWN_SCRIPTS)('is a hit for every rule about programs: one $title', expectHit);

  it.each(OWN_HANDLERS)('is a hit for every rule about programs, or refused by the kernel before 6.7: one $title', async (tried) => {
    const [major = 0, minor = 0] = release().split('.').map(Number);
    if (major > 6 || (major === 6 && minor >= 7)) await expectHit(tried);
    else expect(await attempt(tried)).toMatchObject({ ended: 3, findings: [] });
  });
});

describe('a rule for a program by its path', () => {
  beforeAll(() => opened.publish(policy({ process: '{executable: [/bin/busybox]}', respond: '[Kill]' })));

  it('kills it under the name of a symbolic link', async () => {
    const { ended, findings } = await attempt({ title: 'link', command: ['/bin/true'] });
    expect(ended).toBe('SIGKILL');
    expect(findings.map(({ path }) => path.toString())).toEqual(['/bin/busybox']);
  });

  it('does not take the loader of a script\'s interpreter for a program that was started', async () => {
    await opened.publish(policy({ process: '{executable: ["/lib64/ld-*"]}', respond: '[Kill]' }));
    const { ended, findings } = await attempt(evade('script', 'script', '/bin/dynamic'));
    expect({ ended, findings }).toEqual({ ended: 0, findings: [] });
  });

  it.each(['bind-image', 'bind-image-elsewhere', 'detached-image'])('kills it through another mount: %s', async (way) => {
    await opened.publish(policy({ process: '{executable: [/bin/nothing]}', respond: '[Kill]' }));
    const { ended, findings } = await attempt({ title: way, command: ['/bin/evade', way] });
    expect(ended).toBe('SIGKILL');
    expect(findings.map(({ path }) => path.toString())).toEqual(['/bin/nothing']);
  });
});
