/** One agent follows another, of the same version or the next one, while a container violates without end and another one is frozen. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, startAgent, type Agent } from '../support/agent';
import { run, type Outcome } from '../support/command';
import { program } from '../support/programs';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { buildNextVersion } from './support/next-version';
import { policyText } from './support/policies';
import { FORBIDDEN, startViolating, type Violating } from './support/violating';
import { startWeb, untilFrozen, type Attack, type Web } from './support/web';

let session: Session;
let next: string;
let agent: Agent;
let violating: Violating;
let web: Web;
let attack: Attack;

beforeAll(async () => {
  next = await buildNextVersion();
}, 600_000);

beforeEach(async () => {
  session = openSession();
  agent = await follow();
  violating = await startViolating(await startNamed('violating'));
  web = await startNamed('frozen');
  attack = await web.attack();
  await untilFrozen(web);
});

afterEach(() => session.close());

/** The session's first agent, or the one that follows. */
function follow(executable = COMMAND): Promise<Agent> {
  const chosen = (name: string): readonly string[] => [`${session.name}-${name}`];
  return startAgent(session, {
    executable,
    policies: {
      'violating.yaml': policyText({ name: 'violating', containers: chosen('violating'), process: `{executable: [${FORBIDDEN}]}`, respond: '[Kill]' }),
      'frozen.yaml': policyText({ name: 'frozen', containers: chosen('frozen'), respond: '[Freeze]' }),
    },
  });
}

async function startNamed(name: string): Promise<Web> {
  const started = await startWeb(session, (options) => runcContainer(session, { ...options, id: `${session.name}-${name}` }));
  await agent.untilBound(started.container.id);
  return started;
}

function pinRoot(): string {
  return join('/sys/fs/bpf', session.name);
}

/** Every pin with its inode, so that a replaced one shows. */
function pins(): readonly string[] {
  return readdirSync(pinRoot(), { recursive: true, encoding: 'utf8' })
    .map((path) => `${path} ${statSync(join(pinRoot(), path)).ino}`)
    .sort();
}

/** An agent that is to be refused. */
function tryAgent(executable = COMMAND): Promise<Outcome> {
  const flags = ['--policies', agent.policies, '--pin-root', pinRoot(), '--run-dir', join(session.directory, 'run'), '--listen', 'off'];
  return run(executable, ['agent', ...flags], { accept: [0, 1, 2] });
}

function uninstall(executable = COMMAND): Promise<Outcome> {
  return run(executable, ['uninstall', '--pin-root', pinRoot(), '--run-dir', join(session.directory, 'run')], { accept: [0, 1, 2] });
}

/** Nobody got through until now, the violator still tries, and the frozen container is as it was. */
async function expectInForce(): Promise<void> {
  await violating.goesOn();
  expect(violating.survivors()).toBe(0n);
  expect(web.frozen()).toBe(true);
  expect(attack.count()).toBe(0n);
}

async function expectThawed(): Promise<void> {
  expect(await web.answer()).toMatch(/^answer \d+$/);
  await waitFor('the stopped program to go on', () => attack.count() > 0n);
}

/** Ids of the BPF objects that a process holds, as "map:12". */
function objectsOf(pid: number): readonly string[] {
  const texts = readdirSync(`/proc/${pid}/fdinfo`).map((name) => readFileSync(`/proc/${pid}/fdinfo/${name}`, 'utf8'));
  const found = texts.flatMap((text) => [...text.matchAll(/^(prog|map|link)_id:\s*(\d+)$/gm)].map(([, kind = '', id = '']) => `${kind}:${id}`));
  return [...new Set(found)];
}

/** Those of them that the kernel still has. */
async function alive(objects: readonly string[]): Promise<readonly string[]> {
  const { stdout } = await run(await program('bpf-ids'), objects);
  return stdout.split('\n').filter(Boolean);
}

describe('under load and with a frozen container', () => {
  it('an agent of the same version takes over without a gap, again and again, however the last one ended', async () => {
    for (const signal of ['SIGTERM', 'SIGKILL', 'SIGTERM'] as const) {
      await agent.stop(signal);
      await expectInForce();
      agent = await follow();
      await expectInForce();
    }
    expect(await agent.command(['thaw', `${session.name}-frozen`])).toMatchObject({ code: 0 });
    await expectThawed();
  });

  it('an agent of the next ABI takes over without a gap and keeps the state, and the old one is refused from then on', async () => {
    await agent.stop();
    agent = await follow(next);
    await expectInForce();
    expect(readdirSync(pinRoot())).toEqual(['v2']);
    const { containers } = JSON.parse((await agent.command(['status', '--output', 'json'])).stdout) as { readonly containers: readonly Record<string, unknown>[] };
    expect(containers).toContainEqual(expect.objectContaining({ id: `${session.name}-frozen`, bound: true, contained: true }));

    await agent.stop();
    const before = pins();
    const refused = await tryAgent();
    expect(refused).toMatchObject({ code: 2, stderr: expect.stringMatching(/pins of ABI 2: a newer version made them; nothing was changed/) as unknown });
    expect(await uninstall()).toMatchObject({ code: 2, stderr: expect.stringContaining('a newer version made them') as unknown });
    expect(pins()).toEqual(before);
    await expectInForce();

    agent = await follow(next);
    await expectInForce();
    expect(await agent.command(['thaw', `${session.name}-frozen`])).toMatchObject({ code: 0 });
    await expectThawed();
    await violating.goesOn();
    expect([violating.survivors(), violating.failures()]).toEqual([0n, 0n]);
  });

  it('an unknown newer layout is refused and left alone, and what is in force stays so', async () => {
    await agent.stop();
    mkdirSync(join(pinRoot(), 'v3/state'), { recursive: true });
    const before = pins();
    for (const executable of [COMMAND, next]) {
      expect(await tryAgent(executable)).toMatchObject({ code: 2, stderr: expect.stringContaining('pins of ABI 3: a newer version made them') as unknown });
    }
    expect(pins()).toEqual(before);
    await expectInForce();
    rmSync(join(pinRoot(), 'v3'), { recursive: true });
  });

  it('a second agent at the same time is refused, and the holder named', async () => {
    const before = pins();
    for (const executable of [COMMAND, next]) {
      expect(await tryAgent(executable)).toMatchObject({ code: 2, stderr: expect.stringContaining(`Another agent runs on this machine: process ${agent.pid}`) as unknown });
    }
    expect(await uninstall()).toMatchObject({ code: 2, stderr: expect.stringContaining(`process ${agent.pid}`) as unknown });
    expect(pins()).toEqual(before);
    await expectInForce();
  });

  it('uninstalling thaws and leaves no program, map, link or pin', async () => {
    const objects = objectsOf(agent.pid);
    for (const kind of ['prog', 'map', 'link']) expect(objects.filter((object) => object.startsWith(kind)).length).toBeGreaterThan(5);
    await agent.stop();
    const pinned = await alive(objects);
    for (const kind of ['prog', 'map', 'link']) expect(pinned.filter((object) => object.startsWith(kind)).length).toBeGreaterThan(5);
    await expectInForce();

    expect(await uninstall()).toMatchObject({ code: 0 });
    await expectThawed();
    expect(web.frozen()).toBe(false);
    await waitFor('the violator to get through', () => violating.survivors() > 0n);
    expect(existsSync(pinRoot())).toBe(false);
    await waitFor('the kernel to free everything', async () => (await alive(objects)).length === 0);
    expect(await uninstall()).toMatchObject({ code: 0 });
  });
});
