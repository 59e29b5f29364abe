import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { apply, clusterUp, kubectl, openNamespace, type CgroupView, type Namespace } from './support/cluster';
import { counts, intrude, readCounter, startVictim, type Victim } from './support/intruder';
import { NODE } from './support/place';
import { configure, importProduct, install, isArmed, remove, removeKinds } from './support/product';

// What each action does to an intruder, by its own counters; and how the alert, the Containment and the Events tell it.

jest.setTimeout(120_000);

const WAIT = { timeout: 60_000, interval: 200 };
const PEOPLE = 'settings.peopleActions=Alert\\,Kill\\,Freeze\\,Terminate';

let view: CgroupView;
let session: Session;
let shop: Namespace;

beforeAll(async () => {
  view = await clusterUp();
  await remove();
  await removeKinds();
  session = openSession();
  shop = await openNamespace('shop');
  await importProduct(session);
  await install(PEOPLE);
  await kubectl(['wait', 'securitynodes', '--all', '--for=condition=Ready', '--timeout=50s'], { timeout: 60_000 });
  await shop.kubectl(['apply', '--filename', join(__dirname, 'objects/counters.yaml')]);
  await shop.kubectl(['wait', 'securitypolicies', '--all', '--for=condition=Enforced', '--timeout=50s'], { timeout: 60_000 });
}, 300_000);

afterAll(async () => {
  await remove();
  await removeKinds();
  await shop.close();
  await session.close();
}, 300_000);

async function read<T>(kind: string, name: string): Promise<T | undefined> {
  const { stdout } = await shop.kubectl(['get', kind, name, '--ignore-not-found', '--output=json']);
  return stdout === '' ? undefined : (JSON.parse(stdout) as T);
}

interface Held {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly requestedBy?: string };
  readonly status?: {
    readonly heldSince?: string;
    readonly containers?: readonly { readonly state: string; readonly receipt?: Receipt }[];
  };
}

interface Receipt {
  readonly method: string;
  readonly freezer: string;
  readonly hitTime: string;
  readonly offenderCalls: number;
  readonly frozenNs: number;
}

const containmentOf = ({ name, uid }: Victim): Promise<Held | undefined> => read<Held>('containment', `${name}-${uid.slice(0, 8)}`);

/** Its Containment, once its container is in this state. */
function held(victim: Victim, state: string): Promise<Held> {
  return waitFor(`${victim.name} to be ${state}`, async () => {
    const containment = await containmentOf(victim);
    return containment?.status?.containers?.[0]?.state === state && containment;
  }, WAIT);
}

function alertIs(victim: Victim, state: string): Promise<boolean> {
  return waitFor(`the alert of ${victim.name} to be ${state}`, async () => (await shop.kubectl(['get', 'secalert', `pod-${victim.name}`, '--ignore-not-found', '--output=jsonpath={.status.state}'])).stdout === state, WAIT);
}

/** Reasons of the Events of an object, in the order in which they first happened. */
async function story(kind: string, name: string): Promise<readonly string[]> {
  const { stdout } = await shop.kubectl(['get', 'events.events.k8s.io', `--field-selector=regarding.kind=${kind},regarding.name=${name}`, '--output=json']);
  const { items } = JSON.parse(stdout) as { readonly items: readonly { readonly eventTime: string | null; readonly reason: string; readonly reportingController: string }[] };
  const ours = items.filter(({ reportingController }) => reportingController.startsWith('stasis.dev/'));
  return ours.sort((a, b) => ((a.eventTime ?? '') < (b.eventTime ?? '') ? -1 : 1)).map(({ reason }) => reason);
}

async function told(kind: string, name: string, ...reasons: readonly string[]): Promise<void> {
  await waitFor(`Events ${reasons.join(', ')} of ${name}`, async () => JSON.stringify((await story(kind, name)).filter((reason) => reasons.includes(reason))) === JSON.stringify(reasons), WAIT);
}

async function armed(name: string, action: 'Freeze' | 'Kill'): Promise<Victim> {
  const victim = await startVictim(shop, name, action);
  if (action === 'Freeze') await waitFor('its permit', () => isArmed(victim.uid), WAIT);
  return victim;
}

async function standsStill(victim: Victim): Promise<void> {
  expect(readCounter(victim, 'miner')).toBe(0n);
  expect(readCounter(victim, 'tool')).toBeGreaterThan(0n);
  expect(await counts(victim, 'tool')).toBe(false);
  expect(readCounter(victim, 'miner')).toBe(0n);
}

/** What a freeze by a rule is, from the hit to the thaw. */
async function frozenAndThawed(victim: Victim, method: 'Direct' | 'Runtime'): Promise<void> {
  await intrude(shop, victim);
  const { metadata: { name }, spec: { requestedBy }, status } = await held(victim, 'Frozen');
  await standsStill(victim);
  const receipt = status?.containers?.[0]?.receipt;
  expect(receipt).toMatchObject({ method, offenderCalls: 0, freezer: view === 'v2' ? 'v2 frozen 1' : 'v1 FROZEN' });
  expect(receipt?.frozenNs).toBeGreaterThan(0);
  expect(requestedBy).toBe(`${shop.name}/freezes/foreign-program`);
  expect(Date.parse(receipt?.hitTime ?? '')).toBeLessThanOrEqual(Date.parse(status?.heldSince ?? ''));
  await alertIs(victim, 'Contained');
  await shop.kubectl(['delete', 'containment', name, '--timeout=30s'], { timeout: 40_000 });
  expect(await waitFor('it to go on', () => counts(victim, 'tool'), WAIT)).toBe(true);
  await told('Pod', victim.name, 'Frozen', 'Thawed');
  await told('SecurityAlert', `pod-${victim.name}`, 'Contained');
}

it('Freeze: the intruder\'s program does not run, all of the pod stands still, and goes on when the Containment is deleted', async () => {
  await frozenAndThawed(await armed('freeze', 'Freeze'), 'Direct');
});

it('Kill: the intruder\'s program ends before its first instruction, and the rest of the pod goes on', async () => {
  const victim = await armed('kill', 'Kill');
  await intrude(shop, victim);
  await told('Pod', victim.name, 'Killed');
  expect(readCounter(victim, 'miner')).toBe(0n);
  expect(await counts(victim, 'tool')).toBe(true);
  expect(await containmentOf(victim)).toBeUndefined();
  await alertIs(victim, 'Active');
  expect((await shop.kubectl(['get', 'secalert', `pod-${victim.name}`, '--output=jsonpath={.status.rules[0].action} {.status.rules[0].result}'])).stdout).toBe('Kill Done');
});

/** A person's Containment of a pod. */
async function contain({ name, uid }: Victim, actions: readonly string[]): Promise<void> {
  const metadata = { name: `${name}-${uid.slice(0, 8)}`, namespace: shop.name };
  const spec = { podRef: { name, uid }, nodeName: NODE, containers: ['app'], actions, reason: 'a person looked at it', requestedBy: 'the test' };
  await apply(JSON.stringify({ apiVersion: 'stasis.dev/v1alpha1', kind: 'Containment', metadata, spec }));
}

const restarts = async ({ name }: Victim): Promise<string> => (await shop.kubectl(['get', 'pod', name, '--output=jsonpath={.status.containerStatuses[0].restartCount}'])).stdout;

it('Terminate: a person ends what is frozen, nothing of it runs again, and the kubelet starts the container anew', async () => {
  const victim = await armed('terminate', 'Freeze');
  await intrude(shop, victim);
  const { metadata: { name } } = await held(victim, 'Frozen');
  await standsStill(victim);
  const stood = readCounter(victim, 'tool');
  await shop.kubectl(['patch', 'containment', name, '--type=merge', '--patch', '{"spec":{"actions":["Freeze","Terminate"]}}']);
  await held(victim, 'Terminated');
  await waitFor('the kubelet to start it anew', async () => (await restarts(victim)) === '1', { timeout: 60_000, interval: 300 });
  await waitFor('its files to be made anew', () => readCounter(victim, 'tool') === 0n, WAIT);
  expect(stood).toBeGreaterThan(0n);
  await sleep(500);
  expect([readCounter(victim, 'tool'), readCounter(victim, 'miner')]).toEqual([0n, 0n]);
});

it('a person\'s Containment freezes a pod in which no rule was hit', async () => {
  const victim = await startVictim(shop, 'person', 'Kill');
  await shop.kubectl(['exec', victim.name, '--', 'sh', '-c', 'counter /shared/tool > /dev/null 2>&1 & sleep 0.2']);
  expect(await counts(victim, 'tool')).toBe(true);
  await contain(victim, ['Freeze']);
  const { metadata: { name } } = await held(victim, 'Frozen');
  expect(await counts(victim, 'tool')).toBe(false);
  await shop.kubectl(['delete', 'containment', name, '--timeout=30s'], { timeout: 40_000 });
  expect(await waitFor('it to go on', () => counts(victim, 'tool'), WAIT)).toBe(true);
});

it('Terminate needs the installation\'s leave', async () => {
  await configure('settings.peopleActions=Alert\\,Kill\\,Freeze');
  await waitFor('the node to follow', async () => !(await kubectl(['get', 'securitynode', NODE, '--output=jsonpath={.spec.settings.allowedActions.people}'])).stdout.includes('Terminate'), WAIT);
  const victim = await startVictim(shop, 'spared', 'Kill');
  await contain(victim, ['Freeze', 'Terminate']);
  await held(victim, 'Frozen');
  const refused = async (): Promise<string> => (await shop.kubectl(['get', 'containment', `${victim.name}-${victim.uid.slice(0, 8)}`, '--output=jsonpath={.status.containers[0].refusals[*].action}'])).stdout;
  await waitFor('the refusal', async () => (await refused()) === 'Terminate', WAIT);
  expect(await restarts(victim)).toBe('0');
});

it('freezer: Runtime has the container runtime pause, with the same end', async () => {
  await configure('settings.freezer=Runtime');
  await waitFor('the node to follow', async () => (await kubectl(['get', 'securitynode', NODE, '--output=jsonpath={.spec.settings.freezer}'])).stdout === 'Runtime', WAIT);
  await frozenAndThawed(await armed('runtime', 'Freeze'), 'Runtime');
}, 180_000);
