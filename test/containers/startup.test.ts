/** A container is covered before its first instruction; where its name came too late, the installation waits or counts the gap. */
import { once } from 'node:events';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startAgent, type Agent, type FindingLine } from '../support/agent';
import { run } from '../support/command';
import { createCounts, readCount } from '../support/counts';
import { program } from '../support/programs';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { build } from '../kernel/support/compile';
import { prepareFleet, type Fleet, type Member } from './support/fleet';
import { policyText } from './support/policies';
import { part } from './support/web';

const CONTAINERS = 200;
const WAVE_MS = 600_000;

let session: Session;
let fleet: Fleet;
let volume: string;

beforeEach(async () => {
  session = openSession();
  volume = join(session.directory, 'volume');
  mkdirSync(volume);
  copyFileSync(await program('tally'), join(volume, 'tally'));
  createCounts(join(volume, 'counts'));
  fleet = await prepareFleet(session, { source: volume, target: `/${session.name}` });
});

afterEach(async () => {
  await fleet.close();
  await session.close();
});

/** Only programs of this session, as containers of other tests run on this machine. */
function ownPrograms(): string {
  return `{executable: ["/${session.name}/**"], origin: [Volume]}`;
}

/** The container's first program is the violation. */
function member(id: string, index: number): Member {
  return { id: `${session.name}-${id}-${index}`, args: [`/${session.name}/tally`, `/${session.name}/counts`, String(index)] };
}

/** Every second one is named as the policy says. */
function members(): readonly Member[] {
  return Array.from({ length: CONTAINERS }, (_, index) => member(index % 2 === 0 ? 'chosen' : 'other', index));
}

function ran(index: number): boolean {
  return readCount(join(volume, 'counts'), index) > 0n;
}

function hitContainers(findings: readonly FindingLine[]): readonly string[] {
  return findings.map((finding) => part(finding, 'container')['id'] as string).sort();
}

/** Stops a process and continues it by turns: the load itself, there is no condition to wait for. */
const HESITATE = 'while kill -STOP "$0" && sleep 0.06 && kill -CONT "$0"; do sleep 0.06; done';

/**
 * An agent that is away for most of the time, so that names come late; never long enough to count as dead, so whoever stops it is not
 * kept waiting by the machine's other load.
 */
async function whileHesitating<T>({ pid }: Agent, work: () => Promise<T>): Promise<T> {
  const hesitation = session.start('nice', ['-n', '-20', 'sh', '-c', HESITATE, String(pid)], { stdio: 'ignore' });
  try {
    return await work();
  } finally {
    const ended = once(hesitation, 'exit');
    hesitation.kill('SIGKILL');
    await ended;
    process.kill(pid, 'SIGCONT');
  }
}

/** Whoever waits for its name waits for as long as it takes on this machine; what the end of two seconds does is told in test/kernel/start-up.test.ts. */
async function holdWithoutEnd(): Promise<void> {
  await run(await build('programs/contain.c'), [join('/sys/fs/bpf', session.name, 'v1/state'), 'hold', String(86_400_000), '0']);
}

async function counter(agent: Agent, name: string): Promise<number> {
  const metrics = await (await fetch(`${agent.url}/metrics`)).text();
  return Number(new RegExp(`^stasis_kernel_events_total\\{counter="${name}"\\} (\\d+)$`, 'm').exec(metrics)?.[1]);
}

function agentWith(startup: 'wait' | 'open', containers: readonly string[] | undefined): Promise<Agent> {
  return startAgent(session, { policies: { 'first.yaml': policyText({ name: 'first', ...(containers === undefined ? {} : { containers }), process: ownPrograms(), respond: '[Kill]' }) }, flags: ['--startup', startup] });
}

describe(`${CONTAINERS} containers whose first instruction is the violation`, () => {
  it('are all hit with startup: Wait where the name is selected, and none of them ran', async () => {
    const agent = await agentWith('wait', [`${session.name}-chosen-*`]);
    await holdWithoutEnd();
    const all = members();
    await whileHesitating(agent, () => fleet.start(all));
    const chosen = all.filter((_, index) => index % 2 === 0).map(({ id }) => id);
    await waitFor('all hits', () => agent.findings().length >= chosen.length);
    await waitFor('the others to run', () => all.every((_, index) => index % 2 === 0 || ran(index)));
    expect(hitContainers(agent.findings())).toEqual([...chosen].sort());
    expect(all.filter((_, index) => index % 2 === 0 && ran(index))).toEqual([]);
    const waited = await counter(agent, 'startupWait');
    console.log(`startup: Wait: ${waited} of ${CONTAINERS} containers waited for their name`);
    expect(waited).toBeGreaterThan(0);
    expect(await counter(agent, 'startupGap')).toBe(0);
  }, WAVE_MS);

  it('are hit or counted as gaps with startup: Open where the name is selected', async () => {
    const agent = await agentWith('open', [`${session.name}-chosen-*`]);
    const all = members();
    await whileHesitating(agent, () => fleet.start(all));
    const chosen = all.filter((_, index) => index % 2 === 0).map(({ id }) => id).sort();
    const gaps = (): readonly string[] => gapsTold(agent).filter((id) => chosen.includes(id)).sort();
    await waitFor('word of each', () => agent.findings().length + gaps().length >= chosen.length);
    // What the programs counted by themselves is what has to be told.
    const ranOf = (): readonly string[] => all.filter((_, index) => ran(index)).map(({ id }) => id).sort();
    await waitFor('the others and the gaps to run', () => ranOf().length >= CONTAINERS / 2 + gaps().length);
    const passed = ranOf().filter((id) => chosen.includes(id));
    console.log(`startup: Open: ${passed.length} gaps among ${chosen.length} selected containers, ${gapsTold(agent).length} among all ${CONTAINERS}`);
    expect(gaps()).toEqual(passed);
    expect(hitContainers(agent.findings())).toEqual(chosen.filter((id) => !passed.includes(id)));
    expect(passed.length).toBeGreaterThan(0);
    expect(ranOf()).toHaveLength(CONTAINERS / 2 + passed.length);
    expect(gapsTold(agent)).toHaveLength(await counter(agent, 'startupGap'));
  }, WAVE_MS);

  it('are all hit by a policy for all, whether their names are known or not', async () => {
    const agent = await agentWith('open', undefined);
    const all = members();
    await whileHesitating(agent, () => fleet.start(all));
    await waitFor('all hits', () => agent.findings().length >= CONTAINERS);
    expect(hitContainers(agent.findings())).toEqual(all.map(({ id }) => id).sort());
    expect(all.filter((_, index) => ran(index))).toEqual([]);
  }, WAVE_MS);
});

/** Ids of the containers of which the agent said that they ran before they were bound. */
function gapsTold(agent: Agent): readonly string[] {
  const lines = agent.messages().split('\n').filter((line) => line.includes('before it was bound'));
  return lines.map((line) => (JSON.parse(line) as { readonly id: string }).id);
}

it('a second program by way of runc is no hit of a rule about programs in memory, though runc runs from one', async () => {
  const agent = await startAgent(session, {
    policies: { 'memory.yaml': policyText({ name: 'memory', containers: [`${session.name}-*`], process: '{origin: [Memory, Deleted]}', respond: '[Kill]' }) },
  });
  const covered = member('plain', 0);
  await fleet.start([covered]);
  await waitFor('the container to run', () => ran(0));
  await agent.untilBound(covered.id);
  expect(await fleet.exec(covered.id, ['/bin/echo', 'inside'])).toMatchObject({ code: 0, stdout: 'inside\n' });
  expect(agent.findings()).toEqual([]);
  // The same rule does hit what a program inside starts from memory.
  expect((await fleet.exec(covered.id, ['/bin/attacker', 'memfd', '/bin/busybox', 'true'])).code).toBe(137);
  await agent.waitForFinding((finding) => part(finding, 'process')['origin'] === 'Memory');
});

it('startup: Wait holds nobody up while the agent is dead', async () => {
  const agent = await agentWith('wait', [`${session.name}-chosen-*`]);
  await agent.stop('SIGKILL');
  await sleep(1100); // a second without a heartbeat is what makes it dead
  await fleet.start([member('other', 1)]);
  await waitFor('the container to run', () => ran(1)); // nobody would let it go
});
