import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../support/wait';
import { openBench, type Bench } from './support/bench';
import { aClusterPolicy, aGroup, aNamespace, aNode, aPod, aSecurityPolicy, makeReady, ofDeployment, PlayedAgent, waitForCondition } from './support/objects';
import { prepareOperators, writersOf, type ApiValue, type Operator, type Operators } from './support/operator';

let bench: Bench;
let operators: Operators;
let operator: Operator;
let agent: PlayedAgent;

const PATIENCE = { timeout: 20_000, interval: 100 };
const WEB = { policy: 'shop/web', pods: 1, findings: 0, wouldAct: 0 };

beforeAll(async () => {
  bench = await openBench();
  operators = await prepareOperators(bench);
  await operators.apply(aNamespace('shop'), aNode('n1'));
  await operators.apply(aPod('web-5d4f8-a', 'n1', ofDeployment('web')), aPod('bare', 'n1'));
  await makeReady(operators, 'n1');
  operator = await operators.start('first');
  agent = new PlayedAgent(operators, 'n1');
  await waitFor('the SecurityNode of n1', () => operators.get('securitynode', 'n1'), PATIENCE);
}, 180_000);

afterAll(() => bench.close(), 60_000);

function configs(): ReturnType<Operators['writes']> {
  return operators.writes().filter(({ resource }) => resource === 'agentconfigs');
}

async function podUid(name: string): Promise<string> {
  return (await operators.get('pod', name, 'shop'))?.metadata.uid ?? '';
}

function alert(name: string): Promise<ApiValue | undefined> {
  return operators.get('securityalert', name, 'shop');
}

describe('a policy', () => {
  it('is published with one write, and enforced when the agents that it concerns say so', async () => {
    await operators.apply(aSecurityPolicy('web'));
    await waitForCondition(operators, { name: 'web' }, { type: 'Ready', status: 'True', reason: 'Published' });
    await agent.say();
    await waitForCondition(operators, { name: 'web' }, { type: 'Enforced', status: 'False', reason: 'Applying' });
    await agent.apply(bench, [WEB]);
    await bench.kubectl(['wait', '-n', 'shop', '--for=condition=Enforced', 'secpol/web', '--timeout=10s']);
    expect((await operators.get('securitypolicy', 'web', 'shop'))?.status).toMatchObject({ effectiveMode: 'Enforce', rules: 1, nodes: { selected: 1, applied: 1, summary: '1/1' }, pods: 1 });
    expect(configs().filter(({ name }) => name === 'ns.shop.web')).toHaveLength(1);
  }, 60_000);

  it('is written once for one edit, and not at all for one that changes nothing on a node', async () => {
    const before = configs().length;
    const rules = [{ name: 'foreign', severity: 'Critical', process: { origin: ['Memory', 'Written', 'Volume'] }, respond: ['Freeze', 'Kill'] }];
    await operators.apply(aSecurityPolicy('web', { rules }));
    await waitFor('the edit to be published', () => configs().length > before, PATIENCE);
    await waitForCondition(operators, { name: 'web' }, { type: 'Enforced', status: 'False', reason: 'Applying' });
    await agent.apply(bench, [WEB]);
    await waitForCondition(operators, { name: 'web' }, { type: 'Enforced', status: 'True' });
    expect(configs()).toHaveLength(before + 1);
    const reordered = [{ ...rules[0], process: { origin: ['Volume', 'Memory', 'Written'] }, respond: ['Kill', 'Freeze'] }];
    await operators.apply(aSecurityPolicy('web', { rules: reordered }));
    const generation = (await operators.get('securitypolicy', 'web', 'shop'))?.metadata.generation;
    await waitFor('its status', async () => (await operators.get('securitypolicy', 'web', 'shop'))?.status?.['observedGeneration'] === generation, PATIENCE);
    await waitForCondition(operators, { name: 'web' }, { type: 'Enforced', status: 'True' });
    expect(configs()).toHaveLength(before + 1);
  }, 60_000);

  it('with a mistake says which field and what is allowed, and what was published before stays', async () => {
    const published = await operators.get('agentconfig', 'ns.shop.web');
    const executable = Array.from({ length: 64 }, (_, index) => `/*a*b*${index}*/**/c*d*${index}*e`);
    await operators.apply(aSecurityPolicy('web', { rules: [{ name: 'foreign', severity: 'Critical', process: { executable }, respond: ['Kill'] }] }));
    const stalled = await waitForCondition(operators, { name: 'web' }, { type: 'Stalled', status: 'True' });
    expect(stalled.message).toMatch(/^spec\.rules\[0\]: The patterns .* multiply each other \(use fewer stars/u);
    await waitForCondition(operators, { name: 'web' }, { type: 'Ready', status: 'False', reason: 'Stalled' });
    expect(await operators.get('agentconfig', 'ns.shop.web')).toEqual(published);
    await waitFor('an Event', async () => (await bench.kubectl(['get', 'events', '-n', 'shop', '--field-selector', 'reason=Stalled', '-o', 'name'])) !== '', PATIENCE);
    await operators.apply(aSecurityPolicy('web'));
    await waitForCondition(operators, { name: 'web' }, { type: 'Stalled', status: 'False' });
  }, 60_000);

  it('names a ready node that it selects and that has no agent', async () => {
    await operators.apply(aNode('n2'), aPod('web-5d4f8-b', 'n2', ofDeployment('web')));
    await makeReady(operators, 'n2');
    await agent.apply(bench, [WEB]);
    const missing = await waitForCondition(operators, { name: 'web' }, { type: 'Enforced', status: 'False', reason: 'AgentMissing' });
    expect(missing.message).toBe('1 node: no agent runs on n2');
    await waitFor('1/2', async () => (await bench.kubectl(['get', 'secpol', '-n', 'shop', 'web', '-o', 'jsonpath={.status.nodes.summary}'])) === '1/2', PATIENCE);
    await bench.kubectl(['delete', 'node', 'n2']);
    await bench.kubectl(['delete', 'pod', '-n', 'shop', 'web-5d4f8-b', '--force', '--grace-period=0']);
    await waitForCondition(operators, { name: 'web' }, { type: 'Enforced', status: 'True' });
    await waitFor('its SecurityNode to be gone', async () => (await operators.get('securitynode', 'n2')) === undefined, PATIENCE);
  }, 60_000);

  it('takes its AgentConfig with it, also one that was made by somebody else', async () => {
    await operators.apply(aClusterPolicy('short', { target: { all: true } }));
    const config = await waitFor('it to be published', () => operators.get('agentconfig', 'cluster.short'), PATIENCE);
    await bench.kubectl(['delete', 'csecpol', 'short']);
    await waitFor('it to be withdrawn', async () => (await operators.get('agentconfig', 'cluster.short')) === undefined, PATIENCE);
    await operators.apply({ apiVersion: 'stasis.dev/v1alpha1', kind: 'AgentConfig', metadata: { name: 'cluster.stray' }, spec: config.spec });
    await waitFor('the stray one to be swept', async () => (await operators.get('agentconfig', 'cluster.stray')) === undefined, PATIENCE);
    await operators.apply(aClusterPolicy('short', { target: { all: true } }));
    const again = await waitFor('it to be published anew', () => operators.get('agentconfig', 'cluster.short'), PATIENCE);
    expect(again.spec['revision']).toBeGreaterThan((config.spec['revision'] as number) + 1); // the deletion has a number too
    await bench.kubectl(['delete', 'csecpol', 'short']);
  }, 60_000);

  it('has a status that nobody but the operator writes', () => {
    for (const resource of ['securitypolicies/status', 'clustersecuritypolicies/status']) {
      expect(writersOf(bench.server.auditLog, resource).filter((user) => user !== 'system:serviceaccount:stasis-system:stasis-operator')).toEqual([]);
    }
  });
});

describe('findings', () => {
  it('of one workload are one alert with what happened, and each counts once', async () => {
    const pod = { name: 'web-5d4f8-a', uid: await podUid('web-5d4f8-a') };
    await agent.find(aGroup('g1', pod, { findings: 3 }));
    const made = await waitFor('the alert', () => alert('deployment-web'), PATIENCE);
    expect(made.spec).toEqual({ workload: 'Deployment/web' });
    await waitFor('its Event', async () => /Warning +Active .*Critical: nginx started/u.test(await bench.kubectl(['describe', 'secalert', '-n', 'shop', 'deployment-web'])), PATIENCE);
    expect(made.status).toMatchObject({ state: 'Active', severity: 'Critical', summary: 'nginx started /tmp/x (written after start)', findings: 3, counted: { g1: 3 } });
    await agent.find(aGroup('g1', pod, { findings: 10 }), aGroup('g2', pod, { rule: 'other', severity: 'Low', findings: 2 }));
    await waitFor('both rules', async () => (await alert('deployment-web'))?.status?.['findings'] === 12, PATIENCE);
    await operator.stop();
    operator = await operators.start('second');
    await agent.say();
    await agent.find(aGroup('g1', pod, { findings: 11 }), aGroup('g2', pod, { rule: 'other', severity: 'Low', findings: 2 }));
    await waitFor('one more', async () => (await alert('deployment-web'))?.status?.['findings'] === 13, PATIENCE);
  }, 90_000);

  it('count for nothing where a node speaks of a pod that runs elsewhere, or of none', async () => {
    await operators.apply(aNode('n3'), aPod('victim', 'n1'));
    await waitFor('the SecurityNode of n3', () => operators.get('securitynode', 'n3'), PATIENCE);
    const liar = new PlayedAgent(operators, 'n3');
    await liar.find(aGroup('lie', { name: 'victim', uid: await podUid('victim') }), aGroup('made-up', { name: 'ghost', uid: 'ghost' }));
    await waitFor('both to be counted as dropped', async () => (await operator.metric('stasis_findings_dropped_total')) >= 2, PATIENCE);
    await sleep(1000);
    expect(await alert('pod-victim')).toBeUndefined();
    expect(await alert('pod-ghost')).toBeUndefined();
    await bench.kubectl(['delete', 'node', 'n3']);
  }, 60_000);

  it('in a namespace that is being deleted make no alert and no noise', async () => {
    await operators.apply(aNamespace('going'), aPod('last', 'n1', { namespace: 'going' }));
    await bench.kubectl(['delete', 'namespace', 'going', '--wait=false']);
    const pod = { namespace: 'going', name: 'last', uid: (await operators.get('pod', 'last', 'going'))?.metadata.uid ?? '' };
    await agent.find(aGroup('late', { name: 'last', uid: pod.uid }, { pod }));
    const tried = (): readonly unknown[] => operators.writes().filter(({ resource, name }) => resource === 'securityalerts' && name.startsWith('going/'));
    await waitFor('it to be tried', () => tried().length > 0, PATIENCE);
    await sleep(1500);
    expect(tried()).toHaveLength(1);
    expect(operator.log()).not.toContain('being terminated');
  }, 60_000);

  it('of two thousand programs cost few writes', async () => {
    const pod = { name: 'bare', uid: await podUid('bare') };
    const from = Date.now();
    for (let findings = 100; findings <= 2000; findings += 100) {
      await agent.find(aGroup('busy', pod, { findings }));
      await sleep(1000);
    }
    await waitFor('all of them', async () => (await alert('pod-bare'))?.status?.['findings'] === 2000, PATIENCE);
    const seconds = (Date.now() - from) / 1000;
    const writes = operators.writes().filter(({ time }) => time >= from);
    console.log(`${writes.length} writes in ${seconds.toFixed(0)} s while 20 reports came: ${JSON.stringify(writes.map(({ resource }) => resource))}`);
    expect(writes.length).toBeLessThanOrEqual(Math.ceil((seconds / 60) * 10));
  }, 90_000);
});

describe('a Containment that is deleted', () => {
  function aContainment(name: string, spec: object): object {
    return { apiVersion: 'stasis.dev/v1alpha1', kind: 'Containment', metadata: { name, namespace: 'shop', finalizers: ['stasis.dev/thaw'] }, spec: { containers: ['app'], actions: ['Freeze'], ...spec } };
  }

  function gone(name: string): Promise<unknown> {
    return waitFor(`${name} to be gone`, async () => (await operators.get('containment', name, 'shop')) === undefined, PATIENCE);
  }

  async function remove(name: string): Promise<void> {
    await bench.kubectl(['delete', 'containment', '-n', 'shop', name, '--wait=false']);
  }

  it('waits for its agent, and goes without it where pod or node are gone', async () => {
    await operators.apply(aNode('n4'), aPod('held', 'n1'), aPod('far', 'n4'));
    const held = { name: 'held', uid: await podUid('held') };
    await operators.apply(aContainment('live', { podRef: held, nodeName: 'n1' }), aContainment('no-pod', { podRef: { name: 'held', uid: 'of-an-earlier-one' }, nodeName: 'n1' }));
    await operators.apply(aContainment('no-node', { podRef: { name: 'far', uid: await podUid('far') }, nodeName: 'n4' }));
    for (const name of ['live', 'no-pod', 'no-node']) await remove(name);
    await gone('no-pod');
    expect(await operators.get('containment', 'no-node', 'shop')).toBeDefined();
    await bench.kubectl(['delete', 'node', 'n4']);
    await gone('no-node');
    expect(await operators.get('containment', 'live', 'shop')).toBeDefined();
    await operators.report('node', 'n1', { conditions: [{ type: 'Ready', status: 'Unknown', reason: 'Test', message: '', lastTransitionTime: new Date(Date.now() - 296_000).toISOString() }] });
    await sleep(1500);
    expect(await operators.get('containment', 'live', 'shop')).toBeDefined();
    await gone('live');
    await makeReady(operators, 'n1');
  }, 90_000);

  it('in a namespace that is being deleted does not hold it, also where its node is dead', async () => {
    await operators.apply(aNamespace('doomed'), aNode('n5'), aPod('stuck', 'n5', { namespace: 'doomed' }));
    const spec = { podRef: { name: 'stuck', uid: (await operators.get('pod', 'stuck', 'doomed'))?.metadata.uid }, nodeName: 'n5' };
    await operators.apply({ ...aContainment('stuck', spec), metadata: { name: 'stuck', namespace: 'doomed', finalizers: ['stasis.dev/thaw'] } });
    await operators.report('node', 'n5', { conditions: [{ type: 'Ready', status: 'Unknown', reason: 'Test', message: '', lastTransitionTime: new Date(Date.now() - 60_000).toISOString() }] });
    await bench.kubectl(['delete', 'containment', '-n', 'doomed', 'stuck', '--wait=false']);
    await sleep(1500); // five minutes are not over
    expect(await operators.get('containment', 'stuck', 'doomed')).toBeDefined();
    await bench.kubectl(['delete', 'namespace', 'doomed', '--wait=false']);
    await waitFor('it to go', async () => (await operators.get('containment', 'stuck', 'doomed')) === undefined, PATIENCE);
    await bench.kubectl(['delete', 'node', 'n5']);
    await waitFor('its SecurityNode to go', async () => (await operators.get('securitynode', 'n5')) === undefined, PATIENCE);
  });

  it('is in the alert of its workload while it holds, with the command that undoes it', async () => {
    const pod = { name: 'web-5d4f8-a', uid: await podUid('web-5d4f8-a') };
    await agent.find(aGroup('g9', pod, { findings: 1 }));
    await operators.apply(aContainment('web-held', { podRef: pod, nodeName: 'n1' }));
    const ready = { type: 'Ready', status: 'True', reason: 'Contained', message: '', lastTransitionTime: new Date().toISOString() };
    await bench.kubectl(['patch', 'containment', '-n', 'shop', 'web-held', '--subresource=status', '--type=merge', '-p', JSON.stringify({ status: { conditions: [ready] } })]);
    await waitFor('the alert to be contained', async () => (await alert('deployment-web'))?.status?.['state'] === 'Contained', PATIENCE);
    expect((await alert('deployment-web'))?.status).toMatchObject({ containments: [{ name: 'web-held', pod: 'web-5d4f8-a', state: 'Contained' }], undo: 'kubectl delete containment -n shop web-held' });
    await bench.kubectl(['patch', 'containment', '-n', 'shop', 'web-held', '--type=merge', '-p', '{"metadata":{"finalizers":[]}}']);
    await remove('web-held');
    await waitFor('the alert to be active', async () => (await alert('deployment-web'))?.status?.['state'] === 'Active', PATIENCE);
    expect((await alert('deployment-web'))?.status).not.toHaveProperty('undo');
  }, 60_000);
});
