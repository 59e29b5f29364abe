import { aPod, PermitCluster } from '../../../test/support/permit-cluster';
import { orderOf } from './limits';
import { beginTerm, observeNode, resolveWrite, stepPermits } from './permits';
import { ANSWER_WITHIN_MS, type DisruptionBudget, type PodView } from './types';

const three = ['a', 'b', 'c'].map((uid) => aPod(uid));
const apart = [aPod('a', { node: 'n1' }), aPod('b', { node: 'n2' }), aPod('c', { node: 'n3' })];

function settled(pods: readonly PodView[], budgets: readonly DisruptionBudget[] = []): PermitCluster {
  const cluster = new PermitCluster(pods, budgets);
  cluster.settle();
  return cluster;
}

describe('permits are given', () => {
  it.each([[1, 1], [3, 1], [7, 1], [8, 2], [40, 10]])('to a quarter, at least to one: of %i pods to %i', (pods, armed) => {
    expect(settled(Array.from({ length: pods }, (_, index) => aPod(`p${index}`))).armed()).toHaveLength(armed);
  });

  it('in an order that a hash of the UID gives, and stay where they are when pods come', () => {
    const cluster = settled(three);
    const first = ['a', 'b', 'c'].sort((left, right) => orderOf(left) - orderOf(right))[0];
    expect(cluster.armed()).toEqual([first]);
    const writes = cluster.writes;
    cluster.pods = [...three, ...['d', 'e', 'f', 'g'].map((uid) => aPod(uid))];
    cluster.settle();
    expect(cluster.armed()).toEqual([first]);
    expect(cluster.writes).toBe(writes);
  });

  it('to no more pods than a PodDisruptionBudget allows, over all workloads that it covers', () => {
    const pods = [...three, ...['x', 'y', 'z'].map((uid) => aPod(uid, { workload: 'shop/Deployment/api' }))].map((pod) => ({ ...pod, budgets: ['both'] }));
    expect(settled(pods, [{ id: 'both', disruptionsAllowed: 1, desiredHealthy: 5 }]).armed()).toHaveLength(1);
    expect(settled(pods, [{ id: 'both', disruptionsAllowed: 2, desiredHealthy: 4 }]).armed()).toHaveLength(2);
  });

  it('not in protected pods, where no rule is enforced, to leaving pods, nor where no agent is heard', () => {
    expect(settled([aPod('a', { barred: 'Protected' }), aPod('b', { barred: 'NotEnforced' }), aPod('c', { leaving: true })]).armed()).toEqual([]);
    const cluster = new PermitCluster(three);
    cluster.change('n1', { alive: false });
    cluster.settle();
    expect(cluster.armed()).toEqual([]);
  });

  it('and taken back when a person freezes in the workload, until that ends', () => {
    const cluster = settled(three);
    const [armed = ''] = cluster.armed();
    const other = three.find(({ uid }) => uid !== armed)?.uid;
    cluster.pods = three.map((pod) => (pod.uid === other ? { ...pod, contained: true } : pod));
    cluster.settle();
    expect(cluster.armed()).toEqual([]);
    cluster.pods = three;
    cluster.settle();
    expect(cluster.armed()).toEqual([armed]);
  });

  it('and kept, whatever another node says of its pod', () => {
    const cluster = settled(apart);
    const [armed = ''] = cluster.armed();
    const liar = apart.find(({ uid }) => uid !== armed)?.node ?? '';
    cluster.change(liar, { used: apart.filter(({ uid, node }) => uid !== armed && node !== liar).map(({ uid }) => uid) });
    cluster.settle();
    expect(cluster.armed()).toEqual([armed]);
  });

  it('and taken back when the budget shrinks; what is frozen keeps its place', () => {
    const pods = Array.from({ length: 8 }, (_, index) => aPod(`p${index}`));
    const cluster = settled(pods);
    const [frozen = ''] = cluster.armed();
    cluster.change('n1', { used: [frozen] });
    cluster.pods = pods.filter(({ uid }) => uid === frozen || !cluster.armed().includes(uid)).slice(0, 4);
    if (!cluster.pods.some(({ uid }) => uid === frozen)) cluster.pods = [...cluster.pods, aPod(frozen)];
    cluster.settle();
    expect(cluster.armed()).toEqual([frozen]);
  });
});

/** A pod asks whose workload has its one permit on another node, which is silent. */
function askedElsewhere(): { readonly cluster: PermitCluster; readonly pod: string; readonly from: string; readonly armed: string } {
  const cluster = settled(apart);
  const [armed = ''] = cluster.armed();
  const pod = apart.find(({ uid }) => uid !== armed)?.uid ?? '';
  const from = apart.find(({ uid }) => uid === armed)?.node ?? '';
  cluster.ask(pod);
  cluster.settle([from]);
  return { cluster, pod, from, armed };
}

describe('a request', () => {
  it('of a pod on the node of the permit moves it in one write', () => {
    const cluster = settled(three);
    const [armed = ''] = cluster.armed();
    const pod = armed === 'a' ? 'b' : 'a';
    cluster.ask(pod);
    const writes = cluster.writes;
    cluster.step();
    expect(cluster.writes).toBe(writes + 1);
    expect(cluster.view('n1').spec.permits).toEqual(expect.arrayContaining([{ podUid: armed, revoked: true }, { podUid: pod, insteadOf: armed }]));
    expect(cluster.answerTo(`r-${pod}`)).toBe('Granted');
    cluster.acknowledge('n1');
    cluster.settle();
    expect(cluster.view('n1').spec.permits).toEqual([{ podUid: pod }]);
  });

  it('that came too late is refused: the permit was used meanwhile', () => {
    const cluster = settled(three);
    const [armed = ''] = cluster.armed();
    const pod = armed === 'a' ? 'b' : 'a';
    cluster.ask(pod);
    cluster.step();
    cluster.change('n1', { used: [armed], observedGeneration: cluster.view('n1').generation });
    cluster.settle();
    expect(cluster.armed()).toEqual([]);
    expect(cluster.answerTo(`r-${pod}`)).toBe('BudgetUsed');
  });

  it('of a pod whose own permit the budget wants back does not share the place of another that its node may have beside it', () => {
    const pods = Array.from({ length: 8 }, (_, index) => aPod(`p${index}`));
    const cluster = settled(pods);
    const before = cluster.armed();
    for (const uid of before) {
      const asked = settled(pods);
      asked.ask(uid);
      asked.step();
      asked.pods = pods.map((pod) => (before.includes(pod.uid) || pod.uid !== pods.find((one) => !before.includes(one.uid))?.uid ? pod : { ...pod, contained: true }));
      asked.step();
      expect(asked.view('n1').spec.permits.filter(({ podUid, insteadOf }) => insteadOf !== undefined && before.includes(podUid))).toEqual([]);
      expect(asked.answerTo(`r-${uid}`)).toBe('Granted');
    }
  });

  it('of a pod that has a permit, also one that is being moved to it, is granted at once and takes no other', () => {
    const cluster = settled(three);
    const [armed = ''] = cluster.armed();
    cluster.ask(armed, 'again');
    cluster.step();
    expect(cluster.answerTo('again')).toBe('Granted');
    expect(cluster.armed()).toEqual([armed]);
    const pod = armed === 'a' ? 'b' : 'a';
    cluster.change('n1', { requests: [{ id: 'first', podUid: pod }] });
    cluster.step();
    cluster.change('n1', { requests: [{ id: 'first', podUid: pod }, { id: 'second', podUid: pod }] });
    cluster.step();
    expect([cluster.answerTo('first'), cluster.answerTo('second')]).toEqual(['Granted', 'Granted']);
    expect(cluster.armed()).toEqual([pod]);
  });

  it('on another node waits for the acknowledgement of that node', () => {
    const { cluster, pod, from, armed } = askedElsewhere();
    expect(cluster.answerTo(`r-${pod}`)).toBeUndefined();
    expect(cluster.view(from).spec.permits).toEqual([{ podUid: armed, revoked: true }]);
    cluster.acknowledge(from);
    cluster.settle();
    expect(cluster.answerTo(`r-${pod}`)).toBe('Granted');
    expect(cluster.armed()).toEqual([pod]);
  });

  it('is refused when that node stays silent', () => {
    const { cluster, pod, from, armed } = askedElsewhere();
    cluster.now += ANSWER_WITHIN_MS;
    cluster.settle([from]);
    expect(cluster.answerTo(`r-${pod}`)).toBe('NoAcknowledgement');
    expect(cluster.armed()).toEqual([armed]); // it may as well keep it
  });

  it.each([
    ['UnknownPod', {}, 'nobody'],
    ['Protected', { barred: 'Protected' }, 'x'],
    ['NotEnforced', { barred: 'NotEnforced' }, 'x'],
    ['PodLeaving', { leaving: true }, 'x'],
    ['OtherNode', { node: 'n2' }, 'x'],
  ] as const)('is refused as %s', (reason, change, pod) => {
    const cluster = settled([...three, aPod('x', { workload: 'shop/Pod/x', ...change })]);
    cluster.change('n1', { requests: [{ id: 'r', podUid: pod }] });
    cluster.settle();
    expect(cluster.answerTo('r')).toBe(reason);
    cluster.change('n1', { requests: [] });
    cluster.settle();
    expect(cluster.answerTo('r')).toBeUndefined();
  });

  it('is refused where the PodDisruptionBudget allows nothing', () => {
    const cluster = settled(three.map((pod) => ({ ...pod, budgets: ['b'] })), [{ id: 'b', disruptionsAllowed: 0, desiredHealthy: 3 }]);
    cluster.ask('a');
    cluster.settle();
    expect(cluster.answerTo('r-a')).toBe('NoDisruptionAllowed');
  });

  it('is refused where all that may be frozen is', () => {
    const used = settled(three);
    const [frozen = ''] = used.armed();
    used.change('n1', { used: [frozen] });
    const pod = frozen === 'a' ? 'b' : 'a';
    used.ask(pod);
    used.settle();
    expect(used.answerTo(`r-${pod}`)).toBe('BudgetUsed');
  });

  it('of each of 40 pods at once: ten are granted', () => {
    const pods = Array.from({ length: 40 }, (_, index) => aPod(`p${index}`, { node: `n${index % 4}` }));
    const cluster = settled(pods);
    for (const name of cluster.nodes.keys()) {
      const own = pods.filter(({ node }) => node === name).map(({ uid }) => uid);
      const armed = own.filter((uid) => cluster.armed().includes(uid));
      cluster.change(name, { used: armed, requests: own.filter((uid) => !armed.includes(uid)).map((podUid) => ({ id: podUid, podUid })) });
    }
    cluster.settle();
    expect(cluster.armed()).toHaveLength(10);
    const answers = [...cluster.nodes.values()].flatMap(({ spec }) => spec.answers);
    expect(answers).toHaveLength(30);
    expect(answers.every(({ decision }) => decision === 'Refused')).toBe(true);
  });
});

describe('another leader', () => {
  it('changes nothing but the term at first, and gives nothing before it has', () => {
    const cluster = settled(three);
    const before = cluster.view('n1').spec;
    cluster.state = observeNode(beginTerm(8), cluster.view('n1'));
    cluster.pods = [...three, aPod('other', { workload: 'shop/Pod/other' })];
    cluster.step();
    expect(cluster.last.writes.map(({ spec }) => spec)).toEqual([{ ...before, term: 8 }]);
    cluster.settle();
    expect(cluster.armed()).toHaveLength(2);
  });

  it('gives no permit in a workload while a late write may still arm a pod of it on a node that is not taken over', () => {
    const pods = [aPod('a', { node: 'n1' }), aPod('b', { node: 'n2' })];
    const cluster = new PermitCluster(pods);
    const first = stepPermits(cluster.state, { pods, budgets: [] }, 0);
    const write = first.writes.find(({ node }) => node === 'n1');
    const taken = { ...cluster.view('n1'), spec: write?.spec ?? cluster.view('n1').spec, generation: 2 };
    expect(stepPermits(resolveWrite(first.state, taken), { pods, budgets: [] }, 0).writes).toEqual([]);
  });

  it('stops the one before', () => {
    const cluster = settled(three);
    cluster.change('n1', { spec: { ...cluster.view('n1').spec, term: 8 }, generation: 99 });
    cluster.step();
    expect(cluster.last).toMatchObject({ deposed: true, writes: [] });
  });

  it('of an object that was deleted and made again keeps counting what its node may still act on', () => {
    const cluster = settled(apart);
    const [armed = ''] = cluster.armed();
    const name = apart.find(({ uid }) => uid === armed)?.node ?? '';
    cluster.change(name, { uid: 'again', generation: 1, observedGeneration: undefined, spec: { term: 0, permits: [], answers: [] } });
    cluster.step();
    expect(cluster.view(name).spec.permits).toEqual([{ podUid: armed, revoked: true }]);
    cluster.settle([name]);
    expect(cluster.armed()).toEqual([armed]); // it is counted anyhow: it may keep it, and nobody else gets one
  });

  it('decides for 2,000 nodes and 40,000 pods within two seconds', () => {
    const pods = Array.from({ length: 40_000 }, (_, index) => aPod(`p${index}`, { node: `n${index % 2000}`, workload: `w${index % 1000}` }));
    const cluster = new PermitCluster(pods);
    const from = process.cpuUsage().user;
    stepPermits(cluster.state, { pods, budgets: [] }, 0);
    expect((process.cpuUsage().user - from) / 1e6).toBeLessThan(2);
  });
});
