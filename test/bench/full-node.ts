import { randomBytes, randomUUID } from 'node:crypto';

type Json = Readonly<Record<string, unknown>>;

const PODS = 40;
/** A quarter of its pods has one. */
const PERMITS = PODS / 4;
const GROUPS = 64;
const SAMPLES = 3;
const POLICIES = 256;

/** What an agent says on a node where as much happens as a status has room for: 80 KB, names that no packing makes small. */
export function fullStatus(): Json {
  const time = new Date().toISOString();
  const pods = Array.from({ length: PODS }, () => ({ namespace: 'shop', name: `web-5d4f8-${hex(5)}`, uid: randomUUID() }));
  return {
    ...{ observedGeneration: 1, observedTime: time, mode: 'Enforce', planFormat: 1, appliedRevision: 0, permitsUsed: [], permitRequests: [] },
    policies: Array.from({ length: POLICIES }, (_, index) => ({ policy: `shop/many-${index}`, pods: 3, findings: 10 + index, wouldAct: 0 })),
    findings: { groups: Array.from({ length: GROUPS }, (_, index) => aGroup(index, { pod: pods[index % PODS], time })), omitted: 0, dropped: 0 },
  };
}

/** Permits as a leader before has left them. */
export function fullPermits(): Json {
  return { permitTerm: 0, permits: Array.from({ length: PERMITS }, () => ({ podUID: randomUUID() })), permitAnswers: [] };
}

function aGroup(index: number, { pod, time }: { readonly pod: unknown; readonly time: string }): Json {
  const id = hex(8);
  const samples = Array.from({ length: SAMPLES }, (_, at) => ({ id: `${id}.${at}`, time, executable: `/tmp/${hex(20)}`, origin: 'Written', args: [hex(10), hex(10)], pid: 1000 + at, uid: 0, parent: '/usr/sbin/nginx' }));
  return {
    ...{ id, pod, container: 'app', policy: `shop/many-${index}`, rule: 'foreign', severity: 'Critical', mode: 'Enforce', action: 'Kill', result: 'Done' },
    ...{ findings: 1000 + index, firstSeen: time, lastSeen: time, samples },
  };
}

function hex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
