/** What is frozen stays frozen, whatever becomes of the agent; what a hook did while no agent ran is finished by the next one. */
import { readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAgent, type Agent } from '../support/agent';
import { processesOf } from '../support/cgroup';
import { createCounts, readCount } from '../support/counts';
import { program } from '../support/programs';
import { runcContainer } from '../support/runc';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { policyText } from './support/policies';
import { findingAbout, startWeb, untilFrozen, type Attack, type Web } from './support/web';

const FORKERS = 100;

let session: Session;
let agent: Agent;
let web: Web;
let made = 0;

beforeAll(async () => {
  session = openSession();
  agent = await nextAgent();
});

afterAll(() => session.close());
afterEach(() => web.container.remove());

/** The session's first agent, or the one that takes over from the last. */
function nextAgent(): Promise<Agent> {
  const policy = (name: string, respond: string): string => policyText({ name, containers: [`${session.name}-${name}-*`], respond });
  return startAgent(session, {
    policies: { 'freeze.yaml': policy('freeze', '[Freeze]'), 'kill.yaml': policy('kill', '[Kill]') },
    flags: ['--freezes-per-minute', '0'],
  });
}

async function startNamed(policy: string): Promise<Web> {
  web = await startWeb(session, (options) => runcContainer(session, { ...options, id: `${session.name}-${policy}-${++made}` }));
  await agent.untilBound(web.container.id);
  return web;
}

interface Status {
  readonly id: string;
  readonly processes: number;
  readonly bound: boolean;
  readonly contained: boolean;
}

async function statusOf(id: string): Promise<Status | undefined> {
  const { stdout } = await agent.command(['status', '--output', 'json']);
  return (JSON.parse(stdout) as { readonly containers: readonly Status[] }).containers.find((container) => container.id === id);
}

/** Processes of the container that run this program. */
function running(path: string): readonly number[] {
  return processesOf(web.container.cgroups).filter((pid) => readlinkSync(`/proc/${pid}/exe`) === path);
}

/** As /proc/PID/stat tells it: T is stopped. */
function stateOf(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2)[0];
}

async function frozenWeb(): Promise<Attack> {
  await startNamed('freeze');
  const attack = await web.attack();
  await untilFrozen(web);
  return attack;
}

/** A frozen container refuses a program at once; nothing in it moves meanwhile. */
async function expectStill(attack: Attack): Promise<void> {
  const before = attack.count();
  const exec = await web.container.exec(['/bin/true']);
  expect(exec.stderr).toMatch(/frozen|paused/i);
  expect(web.frozen()).toBe(true);
  expect(attack.count()).toBe(before);
}

async function thaw(): Promise<void> {
  expect(await agent.command(['thaw', web.container.id])).toMatchObject({ code: 0 });
}

describe('a frozen container', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('stays frozen when its agent is ended by %s, and the next agent thaws whom the hook stopped, nobody else', async (signal) => {
    await startNamed('freeze');
    await web.start('/bin/sleep', '1000');
    const [sleeper = 0] = await waitFor('the sleeper', () => (running('/bin/busybox').length > 0 ? running('/bin/busybox') : undefined));
    process.kill(sleeper, 'SIGSTOP');
    await waitFor('the sleeper to stop', () => stateOf(sleeper) === 'T');
    const attack = await web.attack();
    await untilFrozen(web);
    await findingAbout(agent, web, attack.program);

    await agent.stop(signal);
    await expectStill(attack);
    agent = await nextAgent();
    await expectStill(attack);
    expect(await statusOf(web.container.id)).toMatchObject({ bound: true, contained: true });
    expect(attack.count()).toBe(0n);

    await thaw();
    expect(await web.answer()).toMatch(/^answer \d+$/);
    await waitFor('the stopped program to go on', () => attack.count() > 0n);
    expect(stateOf(sleeper)).toBe('T');
  });

  it('stays frozen when a process inside sends SIGCONT to all without end, and when the host does', async () => {
    await startNamed('freeze');
    writeFileSync(join(web.shared, 'continue.sh'), 'while :; do kill -CONT -1; done\n');
    await web.start('/bin/sh', '/shared/continue.sh');
    await waitFor('the sibling', () => running('/bin/busybox').length > 0);
    const attack = await web.attack();
    await untilFrozen(web);
    await findingAbout(agent, web, attack.program);
    for (const pid of processesOf(web.container.cgroups)) process.kill(pid, 'SIGCONT');
    await expectStill(attack);
  });

  it('freezes a process that joins it', async () => {
    const attack = await frozenWeb();
    const counts = join(web.shared, 'joined');
    createCounts(counts);
    const joiner = session.start(await program('counter'), [counts]);
    await waitFor('the joiner to run', () => readCount(counts) > 0n);
    const { unified, freezer } = web.container.cgroups;
    for (const cgroup of [freezer, unified]) if (cgroup !== undefined) writeFileSync(join(cgroup, 'cgroup.procs'), String(joiner.pid));
    await waitFor('the freeze to hold again', () => web.frozen() || undefined);
    const joined = readCount(counts);
    await expectStill(attack);
    expect(readCount(counts)).toBe(joined);
    await thaw();
    await waitFor('the joiner to go on', () => readCount(counts) > joined);
  });

  it('is frozen whole while a hundred processes fork', async () => {
    await startNamed('freeze');
    writeFileSync(join(web.shared, 'forks.sh'), `i=0; while [ $i -lt ${FORKERS} ]; do (while :; do /bin/true; done) & i=$((i+1)); done; wait\n`);
    await web.start('/bin/sh', '/shared/forks.sh');
    await waitFor('the forkers', () => processesOf(web.container.cgroups).length > FORKERS);
    const attack = await web.attack();
    await waitFor('the freeze', () => web.frozen() || undefined);
    const members = processesOf(web.container.cgroups);
    await expectStill(attack);
    expect(processesOf(web.container.cgroups)).toEqual(members);
    expect(attack.count()).toBe(0n);
  });
});

describe('while no agent runs', () => {
  let attack: Attack;

  it('a hit stops the offender, and whoever in its container makes a system call; the next agent freezes them', async () => {
    await startNamed('freeze');
    await agent.stop('SIGKILL');
    attack = await web.attack();
    const [offender = 0] = await waitFor('the stopped offender', () => stopped(attack.program));
    await expect(web.answer(500)).rejects.toThrow();
    expect(web.frozen()).toBe(false);
    expect(stateOf(offender)).toBe('T');

    agent = await nextAgent();
    await untilFrozen(web);
    expect(attack.count()).toBe(0n);
    expect(await findingAbout(agent, web, attack.program)).toMatchObject({ policy: 'freeze', action: 'Freeze', result: 'Done' });
    await expectStill(attack);
    await thaw();
    expect(await web.answer()).toMatch(/^answer \d+$/);
    await waitFor('the stopped program to go on', () => attack.count() > 0n);
  });

  it('a hit kills as ever', async () => {
    await startNamed('kill');
    await agent.stop('SIGKILL');
    attack = await web.attack('fork');
    await waitFor('the kill', () => readFileSync(web.container.log, 'utf8').includes('killed 9'));
    expect(attack.count()).toBe(0n);
    expect(await web.answer()).toMatch(/^answer \d+$/);
    agent = await nextAgent();
    expect(await findingAbout(agent, web, attack.program)).toMatchObject({ policy: 'kill', action: 'Kill', result: 'Done' });
  });

  function stopped(path: string): readonly number[] | undefined {
    const pids = running(path).filter((pid) => stateOf(pid) === 'T');
    return pids.length > 0 ? pids : undefined;
  }
});

it('the next agent takes in the processes that it finds, and none that has ended: its number may soon be somebody else\'s', async () => {
  await startNamed('kill');
  writeFileSync(join(web.shared, 'zombies.sh'), 'for i in 1 2 3 4; do /bin/true & done; exec /bin/sleep 1000\n');
  await web.start('/bin/sh', '/shared/zombies.sh');
  await waitFor('the zombies', () => zombies() === 4);
  await agent.stop();
  agent = await nextAgent();
  expect(zombies()).toBe(4);
  expect(await statusOf(web.container.id)).toMatchObject({ processes: processesOf(web.container.cgroups).length });
});

/** Ended children of the container's programs that nobody waited for. */
function zombies(): number {
  const children = processesOf(web.container.cgroups).flatMap((pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean));
  return children.filter((pid) => stateOf(Number(pid)) === 'Z').length;
}
