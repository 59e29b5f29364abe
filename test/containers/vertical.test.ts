/** The whole way, with real runtimes and the agent as a process: a foreign program starts in a container, and the policy's answer lands. */
import { hostname } from 'node:os';
import { readFileSync } from 'node:fs';
import { startAgent, type Agent, type FindingLine } from '../support/agent';
import { startContainerd, type Containerd } from '../support/containerd';
import type { Container, ContainerOptions } from '../support/container';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { untilFair, waitFor } from '../support/wait';
import { MESSAGE, policyText, RULE } from './support/policies';
import { findingAbout, part, startWeb, untilFrozen, type Web } from './support/web';

const IMAGE = 'stasis.test/web:1';
const SOME_NUMBER: unknown = expect.any(Number);
const FROZEN: unknown = expect.stringMatching(/^(v1 FROZEN|v2 frozen 1)$/);

let session: Session;
let containerd: Containerd;
let agent: Agent;

beforeAll(async () => {
  session = openSession();
  containerd = await startContainerd(session);
  await containerd.importImage({ name: IMAGE });
  const policy = (name: string, more: { readonly mode?: 'Audit'; readonly respond: string }): string => policyText({ name, containers: [`${session.name}-${name}-*`], ...more });
  agent = await startAgent(session, {
    policies: {
      'freeze.yaml': policy('freeze', { respond: '[Freeze]' }),
      'kill.yaml': policy('kill', { respond: '[Kill]' }),
      'audit.yaml': policy('audit', { mode: 'Audit', respond: '[Freeze, Kill]' }),
    },
    flags: ['--freezes-per-minute', '0'],
  });
});

afterAll(() => session.close());

interface Runtime {
  readonly name: string;
  readonly image: string | undefined;
  /** Starts a container that policies know by this name. */
  readonly start: (name: string) => (options: ContainerOptions) => Promise<Container>;
  /** What it says when asked to execute in a frozen container. */
  readonly refusal: RegExp;
}

const CONTAINERD: Runtime = {
  name: 'containerd',
  image: IMAGE,
  start: (name) => (options) => containerd.runContainer(IMAGE, { ...options, annotations: { 'io.kubernetes.cri.container-name': name } }),
  refusal: /frozen|paused/i,
};
const RUNC: Runtime = { name: 'runc', image: undefined, start: (name) => (options) => runcContainer(session, { ...options, id: name }), refusal: /frozen|paused/i };

/** The finding of `attack()`, whole: a field too many or too few fails. */
function expectedFinding(web: Web, name: string, [runtime, image]: readonly [string, string | undefined]): Record<string, unknown> {
  return {
    id: expect.stringMatching(/^[0-9a-f-]{36}\.\d+\.\d+$/),
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
    node: hostname(),
    ...{ rule: RULE, severity: 'Critical', mode: 'Enforce', message: MESSAGE, tags: ['T1105'] },
    container: { id: web.container.id, name, runtime, ...(image === undefined ? {} : { image }) },
    parent: { pid: 1, executable: '/bin/server' },
    ancestors: [{ executable: '/bin/server' }, { executable: '/bin/attacker' }],
    object: { kind: 'process' },
    repeats: 0,
  };
}

function expectedProcess(program: string, counts: string): Record<string, unknown> {
  return {
    pid: SOME_NUMBER,
    hostPid: SOME_NUMBER,
    executable: program,
    origin: 'Written',
    args: [program, counts],
    uid: 0,
    gid: 0,
    startTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    tty: false,
  };
}

/** Waits until the agent knows the image's name, which containerd tells it a moment after the start. */
async function known(web: Web, image: string | undefined): Promise<void> {
  await waitFor('the agent to know the container', async () => {
    const { stdout } = await agent.command(['status', '--output', 'json']);
    const { containers } = JSON.parse(stdout) as { readonly containers: readonly { readonly id: string; readonly image?: string; readonly bound: boolean }[] };
    return containers.some((container) => container.id === web.container.id && container.bound && container.image === image);
  });
}

describe.each([CONTAINERD, RUNC])('in a container of $name, a foreign program', ({ name: runtime, image, start, refusal }) => {
  let web: Web;
  let name: string;

  async function begin(policy: string): Promise<void> {
    name = `${session.name}-${policy}-${runtime}`;
    web = await startWeb(session, start(name));
    await known(web, image);
  }

  afterEach(() => web.container.remove());

  it('is frozen with its container before it does anything, until a person thaws it', async () => {
    await begin('freeze');
    const attack = await web.attack();
    await untilFrozen(web);
    const finding = await findingAbout(agent, web, attack.program);
    expect(finding).toEqual({
      ...expectedFinding(web, name, [runtime, image]),
      ...{ policy: 'freeze', action: 'Freeze', result: 'Done' },
      latency: { kernelNs: SOME_NUMBER, frozenNs: SOME_NUMBER },
      receipt: { stoppedNs: SOME_NUMBER, frozenNs: SOME_NUMBER, callsAfter: SOME_NUMBER, offenderCalls: 0, revocations: 0, revokedNs: 0, freezer: FROZEN },
      process: expectedProcess(attack.program, attack.counts),
    });
    await expect(web.answer(200)).rejects.toThrow('did not answer');

    const exec = await web.container.exec(['/bin/true']);
    expect(exec.stderr).toMatch(refusal);
    expect(exec.code).not.toBe(0);

    expect(attack.count()).toBe(0n);
    expect(await agent.command(['thaw', name])).toMatchObject({ code: 0, stdout: expect.stringContaining(`thawed ${name}`) as unknown });
    expect(await web.answer()).toMatch(/^answer \d+$/);
    expect(web.frozen()).toBe(false);
    await waitFor('the thawed program to run', () => attack.count() > 0n);
    expect((await agent.command(['thaw', name])).stderr).toContain('is not frozen');
  });

  it('is killed before it does anything, and the server answers on', async () => {
    await begin('kill');
    const attack = await web.attack('fork');
    const finding = await findingAbout(agent, web, attack.program);
    expect(finding).toEqual({
      ...expectedFinding(web, name, [runtime, image]),
      ...{ policy: 'kill', action: 'Kill', result: 'Done' },
      parent: { pid: SOME_NUMBER, executable: '/bin/attacker' },
      latency: { kernelNs: SOME_NUMBER },
      process: expectedProcess(attack.program, attack.counts),
    });
    await waitFor('the end of the attacker', () => readFileSync(web.container.log, 'utf8').includes('killed 9'));
    expect(attack.count()).toBe(0n);
    expect(await web.answer()).toMatch(/^answer \d+$/);
    expect(web.frozen()).toBe(false);
    await expectRepeatsTold();
  });

  /** Started again and again it is told once, and when that is over, how often. */
  async function expectRepeatsTold(): Promise<void> {
    const { program } = await untilFair('it is started four times within a second', startFourTimes, ({ seconds }) => seconds < 0.9);
    const told = (): readonly FindingLine[] => agent.findings().filter((finding) => part(finding, 'process')['executable'] === program && part(finding, 'container')['id'] === web.container.id);
    await waitFor('the repeats', () => told().length >= 2);
    const [first, again] = told();
    expect(first?.['notes']).toBeUndefined(); // what a runtime executes inside has no unknown past
    expect(told()).toEqual([{ ...first, repeats: 0 }, { ...first, notes: ['RepeatsAfter'], repeats: 3 }]);
    expect(again?.['id']).toBe(first?.['id']);
  }

  async function startFourTimes(turn: number): Promise<{ readonly program: string; readonly seconds: number }> {
    const program = `/tmp/again-${turn}`;
    const script = `cp /bin/busybox ${program}; read from rest < /proc/uptime; for time in 1 2 3 4; do ${program} true; done; read until rest < /proc/uptime; echo $from $until`;
    const { stdout } = await web.container.exec(['/bin/sh', '-c', script]);
    const [from = NaN, until = NaN] = stdout.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
    return { program, seconds: until - from };
  }

  it('runs where the policy only audits, and what would have been done is told', async () => {
    await begin('audit');
    const attack = await web.attack();
    expect(await findingAbout(agent, web, attack.program)).toEqual({
      ...expectedFinding(web, name, [runtime, image]),
      ...{ policy: 'audit', mode: 'Audit', action: 'Freeze', result: 'WouldHave' },
      latency: { kernelNs: SOME_NUMBER },
      process: expectedProcess(attack.program, attack.counts),
    });
    await waitFor('the program to run', () => attack.count() > 0n);
    expect(web.frozen()).toBe(false);
    expect(await web.answer()).toMatch(/^answer \d+$/);
  });
});
