import { join } from 'node:path';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { clusterUp, innode, kubectl, openNamespace, type Namespace } from './support/cluster';
import { NODE } from './support/place';
import { HOME, importProduct, install, isArmed, remove, removeKinds } from './support/product';

// The way of a person, from an empty cluster to an empty cluster. Each step needs those before it.

jest.setTimeout(60_000);

const ATTACK = 'cp /bin/busybox /tmp/dropped && chmod +x /tmp/dropped && /tmp/dropped touch /tmp/ran';
const MOVES = 'a=$(cat /tmp/alive); sleep 0.5; [ "$a" != "$(cat /tmp/alive)" ]';
const POLICY = 'foreign-programs';

let session: Session;
let shop: Namespace;
let pod: string;

beforeAll(async () => {
  await clusterUp();
  await removeKinds(); // of an installation before
  session = openSession();
  shop = await openNamespace('shop');
  await importProduct(session);
}, 120_000);

afterAll(async () => {
  await remove();
  await removeKinds();
  await shop.close();
  await session.close();
}, 300_000);

/** A column or field of an object in the shop. */
async function field(kind: string, path: string, name?: string): Promise<string> {
  return (await shop.kubectl(['get', kind, ...(name === undefined ? [] : [name]), `--output=jsonpath=${path}`])).stdout;
}

/** Whether a command ran in the pod within `seconds`. */
async function ranIn(name: string, script: string, seconds = 5): Promise<boolean> {
  const { code } = await shop.kubectl(['exec', name, `--request-timeout=${seconds}s`, '--', 'sh', '-c', script], { accept: [0, 1, 126, 137, 143], timeout: 20_000 }).catch(() => ({ code: 1 }));
  return code === 0;
}

/** The pod of the shop whose permit its node has: that one is frozen without asking. */
async function armed(): Promise<string | undefined> {
  const pods = (await field('pods', '{range .items[*]}{.metadata.uid} {.metadata.name}{"\\n"}{end}')).trim().split('\n').map((line) => line.split(' '));
  for (const [uid = '', name] of pods) if (await isArmed(uid)) return name;
  return undefined;
}

async function reasonsOfEvents(): Promise<readonly string[]> {
  return (await shop.kubectl(['get', 'events', `--field-selector=involvedObject.name=${pod}`, '--output=jsonpath={range .items[*]}{.reason}{"\\n"}{end}'])).stdout.split('\n');
}

it('helm installs it, every part gets ready, and its node says that it enforces', async () => {
  const { stdout } = await install();
  expect(stdout).toContain('kubectl get securitynodes');
  await kubectl(['wait', `securitynode/${NODE}`, '--for=condition=Ready', '--timeout=50s'], { timeout: 60_000 });
  expect((await kubectl(['get', 'securitynode', NODE, '--output=jsonpath={.status.mode}'])).stdout).toBe('Enforce');
}, 150_000);

it('the agent is not privileged, and the operator is nobody', async () => {
  const status = async (part: string): Promise<string> => (await kubectl(['get', 'pods', '--namespace', HOME, '--selector', `app.kubernetes.io/component=${part}`, '--output=jsonpath={.items[0].spec.containers[0].securityContext.privileged}{.items[0].spec.securityContext.runAsUser}{.items[0].status.containerStatuses[0].restartCount}'])).stdout;
  expect(await status('agent')).toBe('false0');
  expect(await status('operator')).toBe('655320');
});

it('a policy is in force where its pods are', async () => {
  await shop.kubectl(['apply', '--filename', join(__dirname, 'objects/shop.yaml')]);
  await shop.kubectl(['rollout', 'status', 'deployment/web', '--timeout=40s'], { timeout: 50_000 });
  await shop.kubectl(['wait', `securitypolicy/${POLICY}`, '--for=condition=Enforced', '--timeout=20s'], { timeout: 30_000 });
  await waitFor('both pods to be selected', async () => (await field('securitypolicy', '{.status.pods}', POLICY)) === '2', { timeout: 15_000, interval: 300 });
  expect(await field('securitypolicy', '{.status.nodes.summary}', POLICY)).toBe('1/1');
});

it('a program that is brought into a pod does not run, and the pod is frozen', async () => {
  pod = await waitFor('a pod that may be frozen', armed, { timeout: 20_000, interval: 300 });
  expect(await ranIn(pod, MOVES)).toBe(true);
  await ranIn(pod, ATTACK);
  await waitFor('its Containment', async () => (await field('containments', '{.items[*].status.containers[*].state}')) === 'Frozen', { timeout: 15_000, interval: 200 });
  expect(await field('containments', '{.items[*].spec.podRef.name}')).toBe(pod);
  expect(await ranIn(pod, 'true', 3)).toBe(false);
});

it('the other pod goes on', async () => {
  const other = (await field('pods', '{.items[*].metadata.name}')).split(' ').find((name) => name !== pod) ?? '';
  expect(await ranIn(other, MOVES)).toBe(true);
});

it('the Containment has a receipt: what the offender did after the hit, and how soon all stood still', async () => {
  const text = await waitFor('the receipt', async () => (await field('containments', '{.items[*].status.containers[*].receipt}')) || undefined);
  const receipt = JSON.parse(text) as Readonly<Record<string, unknown>>;
  expect(receipt).toMatchObject({ method: 'Direct', offenderCalls: 0 });
  expect(receipt['frozenNs']).toBeGreaterThan(0);
});

it('kubectl tells it: one alert for the workload, and Events of the pod', async () => {
  const told = async (): Promise<boolean> => (await shop.kubectl(['get', 'secalerts', '--no-headers'])).stdout.includes('Contained');
  await waitFor('the alert', told, { timeout: 15_000, interval: 300 });
  expect((await shop.kubectl(['get', 'secalerts', '--no-headers'])).stdout).toMatch(/^deployment-web +Critical +Deployment\/web +Contained +a process started \/tmp\/dropped \(written after start\) +1 +\S+\n$/);
  await waitFor('its Event', async () => (await reasonsOfEvents()).includes('Frozen'), { timeout: 10_000, interval: 300 });
});

it('the pod answers again when the Containment is deleted', async () => {
  await shop.kubectl(['delete', 'containments', '--all', '--timeout=20s'], { timeout: 30_000 });
  await waitFor('the pod to go on', () => ranIn(pod, MOVES), { timeout: 15_000, interval: 300 });
});

it('helm uninstall lets go of what is frozen and leaves nothing in force', async () => {
  await ranIn(pod, '/tmp/dropped touch /tmp/ran');
  await waitFor('the pod to be frozen again', async () => (await field('containments', '{.items[*].status.containers[*].state}')).includes('Frozen'), { timeout: 15_000, interval: 200 });
  await remove();
  expect(await ranIn(pod, MOVES)).toBe(true);
  expect((await innode(['find', '/sys/fs/bpf', '-name', '*stasis*'])).stdout).toBe('');
  expect(await field('containments', '{.items[*].metadata.finalizers}')).toBe('');
  const left = await kubectl(['get', 'clusterroles,clusterrolebindings,validatingadmissionpolicies,validatingadmissionpolicybindings', '--output=name']);
  expect(left.stdout.split('\n').filter((name) => name.includes('stasis'))).toEqual([]);
  expect((await kubectl(['get', 'all', '--namespace', HOME, '--output=name'])).stdout).toBe('');
  await shop.kubectl(['get', 'securitypolicy', POLICY]); // what people wrote stays
}, 260_000);
