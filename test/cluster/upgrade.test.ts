import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSession, type Session } from '../support/session';
import { waitFor } from '../support/wait';
import { clusterUp, crictl, helm, innode, kubectl, openNamespace, type Namespace } from './support/cluster';
import { NODE } from './support/place';
import { configure, HOME, importProduct, install, isArmed, remove, removeKinds } from './support/product';

// What is in force outlives the pods that put it there: upgrade, rollback, and a removal that skipped its hook. Each step needs
// those before it. One pod is frozen from beginning to end; another attacks itself ten times a second, and is to fail each time.

jest.setTimeout(240_000);

let session: Session;
let shop: Namespace;
/** Root folders of the two containers, as this machine sees them: looking into a pod wakes nobody. */
let still: string;
let restless: string;
/** What the frozen pod counted last. */
let stoodAt: string;

beforeAll(async () => {
  await clusterUp();
  await removeKinds(); // of an installation before
  session = openSession();
  await importProduct(session);
  await install();
  shop = await openNamespace('shop');
  await shop.kubectl(['apply', '--filename', join(__dirname, 'objects/upgrade.yaml')]);
  await shop.kubectl(['wait', 'pods', '--all', '--for=condition=Ready', '--timeout=60s'], { timeout: 70_000 });
  [still, restless] = await Promise.all(['still', 'restless'].map(rootOf)) as [string, string];
  await waitFor('both policies to select their pod', async () => (await shop.kubectl(['get', 'securitypolicies', '--output=jsonpath={.items[*].status.pods}'])).stdout === '1 1', { timeout: 60_000, interval: 500 });
  await shop.kubectl(['exec', 'restless', '--', 'touch', '/tmp/begin']);
  const uid = (await shop.kubectl(['get', 'pod', 'still', '--output=jsonpath={.metadata.uid}'])).stdout;
  await waitFor('its permit', () => isArmed(uid), { timeout: 60_000, interval: 500 });
  await waitFor('the pod to be frozen', isFrozen, { timeout: 120_000, interval: 1000 });
  stoodAt = alive();
}, 400_000);

afterAll(async () => {
  await remove();
  await removeKinds();
  await shop.close();
  await session.close();
}, 400_000);

async function rootOf(name: string): Promise<string> {
  const [id = ''] = (await crictl(['ps', '--quiet', '--name', `^${name}$`])).stdout.trim().split('\n');
  const { info } = JSON.parse((await crictl(['inspect', id])).stdout) as { readonly info: { readonly pid: number } };
  return `/proc/${info.pid}/root`;
}

/** Attacks once and answers whether the pod is frozen by then. */
async function isFrozen(): Promise<boolean> {
  const attack = '[ -e /tmp/busybox-dropped ] || cp /bin/busybox /tmp/busybox-dropped; /tmp/busybox-dropped true';
  await shop.kubectl(['exec', 'still', '--', 'sh', '-c', attack], { accept: [0, 1, 126, 137, 143], timeout: 8000 }).catch(() => undefined); // it may stand still with the pod
  return (await shop.kubectl(['get', 'containments', '--output=jsonpath={.items[*].status.containers[*].state}'])).stdout === 'Frozen';
}

function alive(): string {
  return readFileSync(join(still, 'tmp/alive'), 'utf8');
}

function tries(): number {
  return readFileSync(join(restless, 'tmp/tries'), 'utf8').length;
}

function foreignProgramRan(): boolean {
  return existsSync(join(restless, 'tmp/ran'));
}

async function agentPod(): Promise<string> {
  return (await kubectl(['get', 'pods', '--namespace', HOME, '--selector', 'app.kubernetes.io/component=agent', '--output=jsonpath={.items[*].metadata.uid}'])).stdout;
}

/** Until every pod is the new one, and has looked at the node for a while. */
async function replaced(before: string): Promise<void> {
  await waitFor('another agent', async () => ![before, ''].includes(await agentPod()), { timeout: 120_000, interval: 500 });
  await kubectl(['rollout', 'status', 'daemonset/stasis-agent', '--namespace', HOME, '--timeout=100s'], { timeout: 120_000 });
  const from = tries();
  await waitFor('twenty attacks more', () => tries() >= from + 20, { timeout: 60_000, interval: 200 });
}

function expectNothingWasLetGo(): void {
  expect(alive()).toBe(stoodAt);
  expect(foreignProgramRan()).toBe(false);
}

it('helm upgrade thaws nothing and drops nothing', async () => {
  const [before, from] = [await agentPod(), tries()];
  await configure('agent.logLevel=debug', 'operator.logLevel=debug');
  await replaced(before);
  expect(tries()).toBeGreaterThan(from);
  expectNothingWasLetGo();
});

it('helm rollback thaws nothing and drops nothing', async () => {
  const before = await agentPod();
  await helm(['rollback', 'stasis', '1', '--namespace', HOME, '--wait', '--timeout', '100s']);
  await replaced(before);
  expectNothingWasLetGo();
  expect((await shop.kubectl(['get', 'containments', '--output=jsonpath={.items[*].status.containers[*].state}'])).stdout).toBe('Frozen');
});

it('without its hook, a removal leaves the rules in force until orphanAfter, and what is frozen frozen for good', async () => {
  await kubectl(['patch', 'configmap', 'stasis', '--namespace', HOME, '--type=merge', '--patch', '{"data":{"orphanAfter":"20s"}}']);
  await waitFor('the node to know it', async () => {
    const { metadata, spec, status } = JSON.parse((await kubectl(['get', 'securitynode', NODE, '--output=json'])).stdout) as {
      readonly metadata: { readonly generation: number };
      readonly spec: { readonly settings: { readonly orphanAfter: string } };
      readonly status: { readonly observedGeneration: number };
    };
    return spec.settings.orphanAfter === '20s' && status.observedGeneration === metadata.generation;
  }, { timeout: 60_000, interval: 500 });
  await helm(['uninstall', 'stasis', '--namespace', HOME, '--no-hooks', '--wait', '--timeout', '100s']);
  await waitFor('the agent to go', async () => (await agentPod()) === '', { timeout: 60_000, interval: 500 });
  await waitFor('rules to only tell', foreignProgramRan, { timeout: 120_000, interval: 200 });
  expect(alive()).toBe(stoodAt);
});

it('one command for the node, the one of docs/install.md, lets it go', async () => {
  const documented = /^kubectl debug node\/NODE (.+)$/m.exec(readFileSync(join(__dirname, '../../docs/install.md'), 'utf8'))?.[1] ?? '';
  const args = documented.replace('IMAGE', 'e2e.local/stasis-agent:1').split(' ');
  await kubectl(['debug', `node/${NODE}`, ...args], { timeout: 60_000 });
  await waitFor('the pod to go on', () => alive() !== stoodAt, { timeout: 60_000, interval: 200 });
  expect((await innode(['find', '/sys/fs/bpf', '-name', '*stasis*'])).stdout).toBe('');
});

it('and it can be installed again, and removed with its hook: then no finalizer and nothing in the kernel is left', async () => {
  await kubectl(['delete', 'namespace', HOME], { timeout: 60_000 });
  await install();
  await remove();
  const now = alive();
  await waitFor('the pod to go on', () => alive() !== now, { timeout: 30_000, interval: 200 });
  expect((await innode(['find', '/sys/fs/bpf', '-name', '*stasis*'])).stdout).toBe('');
  expect((await shop.kubectl(['get', 'containments', '--output=jsonpath={.items[*].metadata.finalizers}'])).stdout).toBe('');
});
