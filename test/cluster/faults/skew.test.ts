import { readFileSync, mkdirSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';
import { productImage, type Product } from '../../support/product-image';
import { waitFor } from '../../support/wait';
import { importImage, kubectl } from '../support/cluster';
import { HOME } from '../support/product';
import { nodeView, openBed, type Bed } from './support/bed';
import { killPart } from './support/harm';

// Operators and agents of different versions: enforcement never stops, and what is not understood is said. Each step begins where the last one ended.

const NODES_WAIT = { timeout: 90_000, interval: 500 };

let bed: Bed;
let folder: string;
let generation = 1;

beforeAll(async () => {
  bed = await openBed('skew');
  folder = join(bed.session.directory, 'skew');
  mkdirSync(folder);
  await importVersion('operator', 2);
  await importVersion('operator', 3);
  await importVersion('agent', 2);
  await bed.namespace.kubectl(['apply', '--filename', '-'], { input: policy() });
  await untilEnforced();
  await bed.namespace.kubectl(['apply', '--filename', '-'], { input: violator() });
  await bed.namespace.kubectl(['wait', 'pod/violator', '--for=condition=Ready', '--timeout=60s']);
  writeFileSync(join(folder, 'go'), '');
  await untilKilledAgain();
}, 400_000);

afterAll(() => bed.close(), 300_000);

/** An image of the version that writes this format of plans and reads it and the one before; it differs in nothing else. */
async function importVersion(product: Product, format: number): Promise<void> {
  const bundle = readFileSync(join(CHECKOUT, 'dist/stasis.cjs'), 'utf8');
  const other = bundle.replace(/^( *(?:var )?)PLAN_FORMAT = 1;$/m, `$1PLAN_FORMAT = ${format};`);
  if (other === bundle) throw new Error('The bundle has no line that names its format of plans');
  const archive = join(bed.session.directory, `${product}-${format}.tar`);
  writeFileSync(archive, productImage(product, { tag: String(format), bundle: Buffer.from(other) }));
  await importImage(archive);
}

function policy(): string {
  return `
apiVersion: stasis.dev/v1alpha1
kind: SecurityPolicy
metadata: {name: skew}
spec:
  target: {podSelector: {matchLabels: {app: skew}}}
  mode: Enforce
  rules:
    - {name: dropped-${generation}, severity: High, process: {origin: [Written]}, respond: [Kill]}
`;
}

/** Violates without end, and counts in its folder how often it was killed for it and how often not. */
function violator(): string {
  const script = [
    'until [ -e /shared/go ]; do sleep 0.1; done; killed=0; ran=0; n=0',
    'while :; do n=$((n+1)); cp /bin/counter /tmp/x$n; /tmp/x$n /none; [ $? = 137 ] && killed=$((killed+1)) || ran=$((ran+1)); rm /tmp/x$n',
    'echo $killed $ran > /shared/new; mv /shared/new /shared/counts; sleep 0.05; done',
  ].join('\n');
  const container = { name: 'web', image: 'e2e.local/base:1', imagePullPolicy: 'Never', command: ['sh', '-c', script], volumeMounts: [{ name: 'folder', mountPath: '/shared' }] };
  const spec = { terminationGracePeriodSeconds: 0, containers: [container], volumes: [{ name: 'folder', hostPath: { path: folder } }] };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'violator', labels: { app: 'skew' } }, spec });
}

function counts(): { readonly killed: number; readonly ran: number } {
  const [killed = 0, ran = 0] = existsSync(join(folder, 'counts')) ? readFileSync(join(folder, 'counts'), 'utf8').split(' ').map(Number) : [];
  return { killed, ran };
}

/** Ten times more from now on, and nothing ran to this moment. */
async function untilKilledAgain(): Promise<void> {
  const { killed } = counts();
  await waitFor('the violator to be killed again', () => counts().killed >= killed + 10, { timeout: 60_000, interval: 50 });
  expect(counts().ran).toBe(0);
}

async function untilEnforced(): Promise<void> {
  await bed.namespace.kubectl(['wait', 'securitypolicy/skew', '--for=condition=Enforced', '--timeout=90s'], { timeout: 100_000 });
}

/** Another version of a part, all of it ready. */
async function change(part: Product, version: number): Promise<void> {
  const workload = part === 'agent' ? 'daemonset/stasis-agent' : 'deployment/stasis-operator';
  await kubectl(['--namespace', HOME, 'set', 'image', workload, `${part}=e2e.local/stasis-${part}:${version}`]);
  await kubectl(['--namespace', HOME, 'rollout', 'status', workload, '--timeout=150s'], { timeout: 160_000 });
}

async function formatOf(): Promise<string> {
  return (await kubectl(['get', 'agentconfig', `ns.${bed.namespace.name}.skew`, '--output=jsonpath={.spec.plan.format}'])).stdout;
}

/** Changes the policy; resolves when the plan of it is published in this format. */
async function edit(format: number): Promise<void> {
  generation += 1;
  await bed.namespace.kubectl(['apply', '--filename', '-'], { input: policy() });
  const text = async (): Promise<string> => (await kubectl(['get', 'agentconfig', `ns.${bed.namespace.name}.skew`, '--output=jsonpath={.spec.plan.text}'])).stdout;
  await waitFor('the plan of the change', async () => (await text()).includes(`dropped-${generation}`), NODES_WAIT);
  expect(await formatOf()).toBe(String(format));
}

/** The last change is what the node says it acts by. */
async function untilActedOn(): Promise<void> {
  await waitFor('a finding of the changed rule', async () => ((await nodeView()).status?.findings?.groups ?? []).some(({ rule }) => rule === `dropped-${generation}`), NODES_WAIT);
}

it('a newer operator writes what older agents read', async () => {
  await change('operator', 2);
  await edit(1);
  await untilActedOn();
  await untilEnforced();
  await untilKilledAgain();
}, 300_000);

it('when the agents are newer too, it writes what is new', async () => {
  await change('agent', 2);
  await waitFor('the new format', async () => (await formatOf()) === '2', NODES_WAIT);
  await edit(2);
  await untilActedOn();
  await untilKilledAgain();
}, 300_000);

it('a newer agent reads what an older operator writes', async () => {
  await change('operator', 1);
  await edit(1);
  await untilActedOn();
  await untilEnforced();
  await untilKilledAgain();
}, 300_000);

it('what an agent is too old for is said, and what was in force stays so, also over its restart', async () => {
  await change('agent', 1);
  await untilActedOn();
  const inForce = `dropped-${generation}`;
  await change('operator', 3);
  await edit(2);
  await waitFor('the exception', async () => ((await nodeView()).status?.exceptions ?? []).some(({ reason, message }) => reason === 'UnknownFormat' && message.includes('has format 2')), NODES_WAIT);
  const condition = async (type: string): Promise<string> => (await bed.namespace.kubectl(['get', 'securitypolicy', 'skew', `--output=jsonpath={.status.conditions[?(@.type=="${type}")].status}`])).stdout;
  await waitFor('the policy to say so', async () => (await condition('Degraded')) === 'True' && (await condition('Enforced')) === 'False', NODES_WAIT);
  await killPart('agent');
  await untilKilledAgain();
  const rules = ((await nodeView()).status?.findings?.groups ?? []).map(({ rule }) => rule);
  expect(rules).toContain(inForce);
  expect(rules).not.toContain(`dropped-${generation}`);
}, 400_000);
