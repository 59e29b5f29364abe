import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../support/wait';
import { innode, kubectl, openNamespace, type Namespace } from '../support/cluster';
import { NODE } from '../support/place';
import { HOME } from '../support/product';
import { armed, enforce, openBed, type Bed } from './support/bed';
import { cutApiServer, joinApiServer, killPart, mend, PARTS, pidsOf } from './support/harm';
import { untilAlive, untilFrozen, type Victim } from './support/victims';

// What was promised holds whatever else breaks: who is frozen stays frozen, who attacks does not run, and it is told in the end.

/** How long nobody reaches the API server. */
const CUT_MS = 180_000;

let bed: Bed;

beforeAll(async () => {
  bed = await openBed('outages', 'settings.freezesPerMinute=1000');
  await enforce(bed, { name: 'web', app: 'web', respond: '[Freeze, Kill]' });
}, 240_000);

afterEach(mend);

afterAll(() => bed.close(), 300_000);

/** UID of the Containment of a pod that says that it holds. */
async function heldBy({ name }: Victim, { kubectl: ask }: Namespace = bed.namespace): Promise<string | undefined> {
  const { stdout } = await ask(['get', 'containments', '--output=jsonpath={range .items[*]}{.spec.podRef.name} {.metadata.uid} {.status.containers[*].state}{"\\n"}{end}']);
  return stdout.split('\n').map((line) => line.split(' ')).find(([pod, , state]) => pod === name && state === 'Frozen')?.[1];
}

function untilDeclared(victim: Victim, timeout = 60_000): Promise<string> {
  return waitFor(`the Containment of ${victim.name}`, () => heldBy(victim), { timeout, interval: 300 });
}

async function release(victim: Victim): Promise<void> {
  await bed.namespace.kubectl(['delete', 'containments', '--all', '--timeout=60s'], { timeout: 70_000 });
  await untilAlive(victim, 30_000);
}

describe('the API server cannot be reached for three minutes', () => {
  it('what was in force stays in force, also over a new agent, and is told afterwards', async () => {
    const victims = await bed.victims('web', 4);
    const [first] = await armed(victims, 1) as [Victim];
    const [second, third, fourth] = victims.filter((victim) => victim !== first) as [Victim, Victim, Victim];
    const agents = await pidsOf('agent');
    const end = Date.now() + CUT_MS;
    await cutApiServer();

    first.attack();
    await untilFrozen(first);
    second.attack();
    await waitFor('the kill where there is no permit', () => second.ends().length > 0);
    for (const pid of agents) process.kill(pid, 'SIGKILL');
    third.attack(); // maybe between the agents
    await waitFor('the kill', () => third.ends().length > 0);
    await waitFor('the next agent', () => nextAgentIsReady(agents), { timeout: 100_000, interval: 500 });
    fourth.attack();
    await waitFor('the kill by the rules of before', () => fourth.ends().length > 0);
    expect(await heldBy(first)).toBeUndefined(); // it is cut
    await sleep(Math.max(0, end - Date.now()));
    expect(first.frozen()).toBe(true);

    await joinApiServer();
    await untilDeclared(first);
    expect([second, third, fourth].map(({ ends }) => ends())).toEqual([[137], [137], [137]]);
    expect(victims.map(({ count }) => count())).toEqual([0n, 0n, 0n, 0n]);
    await waitFor('the alert', async () => (await bed.namespace.kubectl(['get', 'secalerts', '--output=jsonpath={.items[*].status.state}'])).stdout === 'Contained', { timeout: 60_000, interval: 500 });
    await release(first);
    await bed.namespace.kubectl(['delete', 'deployment/web', '--wait=true', '--timeout=60s'], { timeout: 70_000 });
  }, 360_000);

  /** Another process than before, and it says that rules are in force. */
  async function nextAgentIsReady(before: readonly number[]): Promise<boolean> {
    const { stdout } = await kubectl(['--namespace', HOME, 'get', 'pods', '--selector=app.kubernetes.io/component=agent', '--output=jsonpath={.items[*].status.containerStatuses[*].ready}']);
    return stdout === 'true' && !(await pidsOf('agent')).some((pid) => before.includes(pid));
  }
});

describe('a part is killed while a pod is frozen', () => {
  let victim: Victim;

  beforeAll(async () => {
    [victim] = await bed.victims('web', 1) as [Victim];
  });

  afterAll(() => bed.namespace.kubectl(['delete', 'deployment/web', '--timeout=60s'], { timeout: 70_000 }));

  it.each(PARTS)('%s, before and after the Containment is written: it stays frozen, one Containment says so, and deleting that releases it', async (part) => {
    await armed([victim], 1);
    await cutApiServer();
    victim.attack();
    await untilFrozen(victim);
    await killPart(part);
    expect(victim.frozen()).toBe(true);
    expect(await heldBy(victim)).toBeUndefined();
    await joinApiServer();
    const uid = await untilDeclared(victim);

    await killPart(part);
    expect(await untilDeclared(victim)).toBe(uid);
    expect(victim.frozen()).toBe(true);
    expect(victim.count()).toBe(0n);
    await release(victim);
    await waitFor('the attacker to go on', () => victim.count() > 0n);
    expect(await restarts()).toBe('0');
    await victim.clean();
  }, 300_000);

  async function restarts(): Promise<string> {
    return (await bed.namespace.kubectl(['get', 'pod', victim.name, '--output=jsonpath={.status.containerStatuses[0].restartCount}'])).stdout;
  }
});

describe('the agent is not let in', () => {
  it('with a token that is worth nothing it goes on to freeze, and tells when it has a good one', async () => {
    const [victim] = await bed.victims('web', 1) as [Victim];
    await armed([victim], 1);
    const [pid = 0] = await pidsOf('agent');
    const token = `/proc/${pid}/root/var/run/secrets/kubernetes.io/serviceaccount/token`;
    const good = readFileSync(token, 'utf8');
    await writeInNode(await tokenFile(), 'worth nothing');
    expect(readFileSync(token, 'utf8')).toBe('worth nothing');
    victim.attack();
    await untilFrozen(victim);
    await sleep(3000);
    expect(await heldBy(victim)).toBeUndefined();
    await writeInNode(await tokenFile(), good);
    await untilDeclared(victim);
    await release(victim);
    await bed.namespace.kubectl(['delete', 'deployment/web', '--wait=true', '--timeout=60s'], { timeout: 70_000 });
  });

  /** Where kubelet keeps it; the pod's mount of it is read-only. */
  async function tokenFile(): Promise<string> {
    const { stdout: uid } = await kubectl(['--namespace', HOME, 'get', 'pods', '--selector=app.kubernetes.io/component=agent', '--output=jsonpath={.items[0].metadata.uid}']);
    const { stdout } = await innode(['find', `/var/lib/kubelet/pods/${uid}/volumes/kubernetes.io~projected`, '-path', '*/..2*/token']);
    return stdout.trim();
  }

  async function writeInNode(path: string, text: string): Promise<void> {
    await innode(['sh', '-c', 'cat > "$1"', 'sh', path], { input: text });
  }
});

const LABELLED = `
apiVersion: stasis.dev/v1alpha1
kind: ClusterSecurityPolicy
metadata: {name: labelled}
spec:
  target: {nodeSelector: {matchLabels: {zone: a}}, podSelector: {matchLabels: {app: labelled}}}
  mode: Enforce
  rules:
    - {name: dropped, severity: High, process: {origin: [Written]}, respond: [Kill]}
`;

it('a policy for nodes with a label is in force as long as the node has it', async () => {
  await kubectl(['label', 'node', NODE, 'zone=a', '--overwrite']);
  try {
    await kubectl(['apply', '--filename', '-'], { input: LABELLED });
    await kubectl(['wait', 'clustersecuritypolicy/labelled', '--for=condition=Enforced', '--timeout=40s'], { timeout: 50_000 });
    const [victim] = await bed.victims('labelled', 1) as [Victim];
    await untilNodes('1/1');
    victim.attack();
    await waitFor('the kill', () => victim.ends().length > 0);
    expect(victim.count()).toBe(0n);
    await kubectl(['label', 'node', NODE, 'zone=b', '--overwrite']);
    await untilNodes('0/0');
    victim.attack();
    await waitFor('the program to run', () => victim.count() > 0n);
    await victim.clean();
    await kubectl(['label', 'node', NODE, 'zone=a', '--overwrite']);
    await untilNodes('1/1');
    victim.attack();
    await waitFor('the kill', () => victim.ends().at(-1) === 137);
    expect(victim.count()).toBe(0n);
  } finally {
    await kubectl(['label', 'node', NODE, 'zone-']);
    await kubectl(['delete', 'clustersecuritypolicy', 'labelled', '--ignore-not-found']);
    await bed.namespace.kubectl(['delete', 'deployment/labelled', '--ignore-not-found', '--wait=false']);
  }
});

describe('what is frozen is deleted', () => {
  /** Of the pods, in seconds. */
  const GRACE = 5;

  it('a pod never runs again', async () => {
    const [victim] = await bed.victims('web', 1, { grace: GRACE }) as [Victim];
    await armed([victim], 1);
    victim.attack();
    await untilFrozen(victim);
    await untilDeclared(victim);
    const last = victim.lastSign();
    await bed.namespace.kubectl(['delete', 'pod', victim.name, '--timeout=60s'], { timeout: 70_000 });
    expect(victim.count()).toBe(0n);
    expect(victim.lastSign()).toBe(last);
    await waitFor('its Containment to go', async () => !(await bed.namespace.kubectl(['get', 'containments', '--output=name'])).stdout.includes(victim.name), { timeout: 30_000, interval: 300 });
    await bed.namespace.kubectl(['delete', 'deployment/web', '--wait=false']);
  });

  it('a namespace is gone within a minute and the grace of its pods', async () => {
    const namespace = await openNamespace('outages', ['pod-security.kubernetes.io/enforce=privileged']);
    const own = { ...bed, namespace };
    await enforce(own, { name: 'web', app: 'web', respond: '[Freeze]' });
    const [victim] = await bed.victims('web', 1, { grace: GRACE, namespace }) as [Victim];
    await armed([victim], 1);
    victim.attack();
    await untilFrozen(victim);
    await waitFor('its Containment', () => heldBy(victim, namespace), { timeout: 30_000, interval: 300 });
    const last = victim.lastSign();
    const seconds = 60 + GRACE;
    await kubectl(['delete', 'namespace', namespace.name, `--timeout=${seconds}s`], { timeout: (seconds + 5) * 1000 });
    expect(victim.count()).toBe(0n);
    expect(victim.lastSign()).toBe(last);
  });
});

async function untilNodes(summary: string): Promise<void> {
  await waitFor(`the policy to be in force on ${summary}`, async () => (await kubectl(['get', 'clustersecuritypolicy', 'labelled', '--output=jsonpath={.status.nodes.summary}'])).stdout === summary, { timeout: 60_000, interval: 300 });
}
