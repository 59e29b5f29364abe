import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../support/wait';
import { readAudit, type AuditEvent } from '../support/audit';
import { kubectl } from '../support/cluster';
import { AUDIT_LOG } from '../support/place';
import { HOME } from '../support/product';
import { enforce, nodeView, openBed, type Bed } from './support/bed';
import { pidsOf } from './support/harm';

// How much is told and asked: of very many findings, and of none.

jest.setTimeout(300_000);

const PROGRAMS = 2000;
const MINUTE = 60_000;
const IDLE_MINUTES = 2;
const WRITES = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);

let bed: Bed;
let folder: string;

beforeAll(async () => {
  bed = await openBed('storm');
  folder = join(bed.session.directory, 'storm');
  mkdirSync(folder);
}, 240_000);

afterAll(() => bed.close(), 300_000);

/** Programs that differ in path and content, one after the other; it counts those that ran to their end. */
const ATTACK = [
  'until [ -e /shared/go ]; do sleep 0.1; done',
  'mkdir /tmp/p; ran=0; i=0',
  `while [ $i -lt ${PROGRAMS} ]; do i=$((i+1)); cp /bin/counter /tmp/p/$i; echo $i >> /tmp/p/$i; /tmp/p/$i /none; [ $? != 111 ] || ran=$((ran+1)); done`,
  'echo $ran > /shared/new; mv /shared/new /shared/ran; sleep 100000',
].join('\n');

function pod(): string {
  const container = { name: 'web', image: 'e2e.local/base:1', imagePullPolicy: 'Never', command: ['sh', '-c', ATTACK], volumeMounts: [{ name: 'folder', mountPath: '/shared' }] };
  const spec = { terminationGracePeriodSeconds: 0, containers: [container], volumes: [{ name: 'folder', hostPath: { path: folder } }] };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'storm', labels: { app: 'storm' } }, spec });
}

async function requests(part: 'agent' | 'operator', from: number): Promise<readonly AuditEvent[]> {
  const events = await readAudit(AUDIT_LOG, { from });
  return events.filter(({ user, resource, verb }) => user === `system:serviceaccount:${HOME}:stasis-${part}` && verb !== 'watch' && !resource.startsWith('leases.'));
}

/** The most that fall into one minute, whenever that begins. */
function mostInAMinute(events: readonly AuditEvent[]): number {
  const times = events.map(({ time }) => time);
  return Math.max(0, ...times.map((from) => times.filter((time) => time >= from && time < from + MINUTE).length));
}

interface Counted {
  readonly reported: number;
  readonly omitted: number;
  readonly dropped: number;
}

async function told(): Promise<Counted> {
  const { groups = [], omitted = 0, dropped = 0 } = (await nodeView()).status?.findings ?? {};
  return { reported: groups.reduce((sum, { findings }) => sum + findings, 0), omitted, dropped };
}

/** What the agent printed, each line with what it stands for. */
async function streamed(): Promise<number> {
  const { stdout } = await kubectl(['--namespace', HOME, 'logs', 'daemonset/stasis-agent', '--container=agent'], { timeout: 60_000 });
  const findings = stdout.split('\n').filter((line) => line.includes('"rule":"dropped"')).map((line) => JSON.parse(line) as { readonly repeats: number; readonly notes?: readonly string[] });
  return findings.reduce((sum, { repeats, notes = [] }) => sum + repeats + (notes.includes('RepeatsAfter') ? 0 : 1), 0);
}

it('two thousand programs in one pod are one alert, few writes, and every one is counted', async () => {
  await enforce(bed, { name: 'storm', app: 'storm', respond: '[Freeze, Kill]', mode: 'Audit' });
  await bed.namespace.kubectl(['apply', '--filename', '-'], { input: pod() });
  await bed.namespace.kubectl(['wait', 'pod/storm', '--for=condition=Ready', '--timeout=60s'], { timeout: 70_000 });
  const from = Date.now();
  writeFileSync(join(folder, 'go'), '');
  await waitFor('the attacker to be done', () => existsSync(join(folder, 'ran')), { timeout: 120_000, interval: 100 });
  const ran = Number(readFileSync(join(folder, 'ran'), 'utf8'));
  expect(ran).toBe(PROGRAMS);
  await waitFor('the alert of them all', async () => (await bed.namespace.kubectl(['get', 'secalerts', '--output=jsonpath={.items[*].status.findings}'])).stdout === String(ran), { timeout: 60_000, interval: 500 });
  await sleep(Math.max(0, from + MINUTE - Date.now()));
  const { reported, omitted, dropped } = await told();
  expect(reported + omitted + dropped).toBe(ran);
  expect(await streamed()).toBe(ran);
  expect((await bed.namespace.kubectl(['get', 'secalerts', '--output=name'])).stdout).toBe('securityalert.stasis.dev/pod-storm\n');
  for (const part of ['agent', 'operator'] as const) {
    const writes = (await requests(part, from)).filter(({ verb }) => WRITES.has(verb));
    expect(writes.length).toBeGreaterThan(0);
    expect(mostInAMinute(writes)).toBeLessThanOrEqual(10);
  }
});

it('at rest the agent asks next to nothing', async () => {
  await bed.namespace.kubectl(['delete', 'pod/storm', 'securitypolicy/storm', '--timeout=30s'], { timeout: 40_000 });
  const [pid = 0] = await pidsOf('agent');
  await sleep(20_000); // what is told of the end
  const from = Date.now();
  await sleep(IDLE_MINUTES * MINUTE);
  const asked = await requests('agent', from);
  expect(asked.map(({ verb, resource }) => `${verb} ${resource}`)).toEqual(asked.map(() => 'patch securitynodes.stasis.dev/status'));
  expect(asked.length).toBeLessThanOrEqual(2 * IDLE_MINUTES);
  expect(await pidsOf('agent')).toEqual([pid]);
  console.log(`the agent at rest, after all that: ${(residentBytes(pid) / 2 ** 20).toFixed(0)} MiB resident (target 90)`);
});

/** Memory of a process that is in RAM. */
function residentBytes(pid: number): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) * 1024;
}
