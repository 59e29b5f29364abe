/** What the kernel was told of a pod holds for its containers from their first instruction, until they are bound. */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContainerFacts } from '../../src/agent/identity/facts';
import type { ProcessEvent } from '../../src/agent/kernel/events';
import type { ContainerMarks, PodCover } from '../../src/agent/kernel/sensor';
import type { LinkedRules } from '../../src/agent/rules';
import { readCount } from '../support/counts';
import { program } from '../support/programs';
import { waitFor } from '../support/wait';
import { fillImage, makeBox, removed, type Box } from './support/box';
import { build } from './support/compile';
import { factsOf, linkPolicies } from './support/rules';
import { openTestSensor, policy, type TestSensor } from './support/sensor';
import { startViolator } from './support/violators';

const NO_MARKS: ContainerMarks = { armed: false, protected: false };
const FLIPS = 1000;

let kernel: TestSensor;
let rules: LinkedRules;

beforeAll(async () => {
  kernel = openTestSensor({ permits: 'Required' });
  await fillImage(kernel, [await program('counter'), await build('programs/violator.c', { bare: true })]);
});

afterAll(() => kernel.close());

/** For the pods of the label `app: web`. */
function podPolicy(...parts: readonly { readonly process: string; readonly respond: string }[]): string {
  return policy(...parts).replace('{all: true}', '{podSelector: {matchLabels: {app: web}}}');
}

function factsOfPod(uid: string): ContainerFacts {
  return { ...factsOf(''), pod: { namespace: 'shop', name: 'web-1', uid, labels: { app: 'web' }, namespaceLabels: {}, cluster: { workload: 'Pod/web-1', priorityClass: undefined } } };
}

/** Puts policies in force, the pods included. */
async function publish(yaml: string, uids: readonly string[]): Promise<void> {
  const linked = (rules = linkPolicies(yaml));
  await kernel.sensor.publish(linked.tables, () => undefined, () => new Map(uids.map((uid) => [uid, linked.scopeOf(factsOfPod(uid))])));
}

function cover(uid: string, marks: ContainerMarks = NO_MARKS): PodCover {
  return { scope: rules.scopeOf(factsOfPod(uid)), marks };
}

function declare(...pods: readonly (readonly [string, PodCover])[]): void {
  kernel.sensor.declarePods(new Map(pods));
}

/** As the kubelet and a runtime name cgroups, below the test's own. */
function cgroupfs(uid: string): string {
  return `pod${uid}/${randomBytes(32).toString('hex')}`;
}

function systemd(uid: string): string {
  return `kubepods.slice/kubepods-burstable.slice/kubepods-burstable-pod${uid.replaceAll('-', '_')}.slice/cri-containerd-${randomBytes(32).toString('hex')}.scope`;
}

interface Struck {
  readonly event: ProcessEvent | undefined;
  readonly box: Box;
  readonly count: () => bigint;
}

/** The first program of a new container, which nobody binds, is the forbidden one. Resolves when it was hit, or ran. */
async function strike(name: string): Promise<Struck> {
  const box = makeBox(kernel, { name, bound: false });
  const path = join(box.shared, 'count');
  writeFileSync(path, Buffer.alloc(4096));
  const before = kernel.findings().length;
  const child = box.start(['/bin/counter', '/shared/count']);
  const found = (): ProcessEvent | undefined => kernel.findings().slice(before).find(({ subject }) => subject.cgroup === box.cgroup);
  const ended = once(child, 'exit').then(() => true);
  await waitFor('the hit, or the program to run', () => found() !== undefined || readCount(path) > 0n);
  const header = found()?.header;
  if (header?.action === 'Kill' && header.result === 'Done') await ended;
  return { box, event: found(), count: () => readCount(path) };
}

async function end({ box }: Struck): Promise<void> {
  await box.close();
  for (let { unified: directory } = box.cgroups; directory.includes(`${kernel.session.name}/`); directory = join(directory, '..')) removed(directory);
}

const COUNTER = '{executable: ["/bin/counter"]}';

it.each([
  ['as the kubelet names it', randomUUID(), cgroupfs],
  ['as systemd names it', randomUUID(), systemd],
  ['of a static pod, whose UID has no dashes', randomBytes(16).toString('hex'), cgroupfs],
  ['of a static pod under systemd', randomBytes(16).toString('hex'), systemd],
])('a container that nobody has bound is covered by the rules of its whole pod from its first instruction on: %s', async (_, uid, nameOf) => {
  await publish(podPolicy({ process: COUNTER, respond: '[Kill]' }), []);
  declare([uid, cover(uid)]);
  const struck = await strike(nameOf(uid));
  expect(struck.event?.header).toMatchObject({ action: 'Kill', result: 'Done' });
  expect(struck.count()).toBe(0n);
  await end(struck);
});

it('a container of a pod that nobody told of, or that was forgotten, is covered by rules for all alone', async () => {
  const [forgotten, other] = [randomUUID(), randomUUID()];
  await publish(podPolicy({ process: COUNTER, respond: '[Kill]' }), []);
  declare([forgotten, cover(forgotten)], [other, cover(other)]);
  declare([other, cover(other)]);
  for (const uid of [forgotten, randomUUID()]) {
    const struck = await strike(cgroupfs(uid));
    expect(struck.event).toBeUndefined();
    await end(struck);
  }
  await publish(policy({ process: COUNTER, respond: '[Kill]' }), []);
  const struck = await strike(cgroupfs(forgotten));
  expect(struck.event?.header).toMatchObject({ action: 'Kill' });
  await end(struck);
});

it('is armed with its pod from its first instruction on, and not any more when the pod is not', async () => {
  const uid = randomUUID();
  await publish(podPolicy({ process: COUNTER, respond: '[Freeze]' }), []);
  declare([uid, cover(uid, { armed: true, protected: false })]);
  const struck = await strike(cgroupfs(uid));
  expect(struck.event?.header).toMatchObject({ action: 'Freeze', result: 'Done' });
  await waitFor('the freeze', () => struck.box.frozen());
  expect(struck.count()).toBe(0n);
  await end(struck);
  declare([uid, cover(uid)]);
  const held = await strike(cgroupfs(uid));
  expect(held.event?.header).toMatchObject({ action: 'Freeze', result: 'Held' });
  await end(held);
});

it('is protected with its pod', async () => {
  const uid = randomUUID();
  await publish(podPolicy({ process: COUNTER, respond: '[Kill]' }), []);
  declare([uid, cover(uid, { armed: true, protected: true })]);
  const struck = await strike(cgroupfs(uid));
  expect(struck.event?.header).toMatchObject({ result: 'Refused', reason: 'Protected' });
  await end(struck);
});

it('has its own marks and scope, and none of its pod, once it is bound', async () => {
  const uid = randomUUID();
  await publish(podPolicy({ process: COUNTER, respond: '[Freeze]' }), []);
  declare([uid, cover(uid, { armed: true, protected: true })]);
  const box = makeBox(kernel, { name: cgroupfs(uid), bound: false });
  kernel.sensor.bind(box.cgroup, rules.scopeOf(factsOfPod(uid)));
  const path = join(box.shared, 'count');
  writeFileSync(path, Buffer.alloc(4096));
  const before = kernel.findings().length;
  box.start(['/bin/counter', '/shared/count']);
  const event = await waitFor('the finding', () => kernel.findings().slice(before).find(({ subject }) => subject.cgroup === box.cgroup));
  expect(event.header).toMatchObject({ result: 'Held' });
  await end({ box, event, count: () => readCount(path) });
});

it('counts pods that find no room, and takes them in when others have gone', async () => {
  await publish(podPolicy({ process: COUNTER, respond: '[Kill]' }), []);
  const uids = Array.from({ length: kernel.memory.podCount + 10 }, () => randomUUID());
  const before = kernel.sensor.counters()['podsFull'] ?? 0;
  declare(...uids.map((uid) => [uid, cover(uid)] as const));
  expect((kernel.sensor.counters()['podsFull'] ?? 0) - before).toBe(11); // place 0 is nobody's
  const last = uids.at(-1) ?? '';
  declare([last, cover(last)]);
  const struck = await strike(cgroupfs(last));
  expect(struck.event?.header).toMatchObject({ action: 'Kill' });
  await end(struck);
});

it(`is caught on every try through ${FLIPS} changes of the policies that select its pod`, async () => {
  const uid = randomUUID();
  const policies = [
    podPolicy({ process: '{executable: [/shared/x]}', respond: '[Kill]' }),
    podPolicy({ process: '{executable: [/b]}', respond: '[Alert]' }, { process: '{executable: ["/*/x"], origin: [Volume]}', respond: '[Kill]' }),
  ];
  await publish(policies[0] ?? '', []);
  declare([uid, cover(uid)]);
  const violator = await startViolator(kernel, { program: await build('programs/nothing.c', { bare: true }), scope: undefined, name: cgroupfs(uid) });
  for (let flip = 1; flip <= FLIPS; flip++) {
    await publish(policies[flip % 2] ?? '', [uid]);
    if (flip % 50 === 0) await waitFor('the violator', () => violator.get('tries') >= flip * 5, { timeout: 300_000 });
  }
  const tally = await violator.stop();
  expect(tally.tries).toBeGreaterThanOrEqual(FLIPS * 5);
  expect(tally.survivors).toBe(0);
  expect(kernel.sensor.counters()).toMatchObject({ staleMatch: 0 });
  expect(kernel.sensor.helperErrors()).toEqual([]);
}, 600_000);
