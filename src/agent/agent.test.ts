import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aProcessEvent, aReceipt, ruleSet } from '../../test/support/events';
import { FakeSensor } from '../../test/support/fake-sensor';
import { ManualClock } from '../../test/support/manual-clock';
import type { Finding } from '../contract/finding';
import { Agent } from './agent';
import { askAgent } from './api/control-client';
import type { AgentStatus } from './api/protocol';
import { compileFile, linkPlans } from './config/plans';
import { Enricher } from './enrich/enricher';
import { cgroupIdOf } from './identity/scan';
import type { KernelEvent } from './kernel/events';
import { createLogger } from '../logger';
import type { AgentOptions } from './options';
import { Reporter } from './report/reporter';
import type { LineSink } from '../sink';
import type { LinkedRules } from './rules';

class Lines implements LineSink {
  readonly dropped = 0;
  readonly lines: string[] = [];
  line(text: string): boolean {
    this.lines.push(text);
    return true;
  }
  flush(): Promise<void> {
    return Promise.resolve();
  }
}

const WEB = 'd'.repeat(64);
let root: string;
let clock: ManualClock;
let sensor: FakeSensor;
let output: Lines;
let log: Lines;
let agent: Agent;
let installed: readonly string[];

function policies(targets: Readonly<Record<string, string>>): LinkedRules {
  const text = Object.entries(targets).map(
    ([name, target]) => `apiVersion: stasis.dev/v1alpha1
kind: ClusterSecurityPolicy
metadata: {name: ${name}}
spec: {target: ${target}, mode: Enforce, rules: [{name: foreign, severity: High, process: {origin: [Memory]}, respond: [Freeze]}]}
`,
  );
  const { plans, diagnostics } = compileFile('test.yaml', text.join('---\n'));
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return linkPlans(plans);
}

const rules = (...names: readonly string[]): LinkedRules => policies(Object.fromEntries(names.map((name) => [name, `{containers: [${name}]}`])));

function container(id: string, name: string): bigint {
  const bundle = join(root, 'containerd/io.containerd.runtime.v2.task/k8s.io', id);
  mkdirSync(bundle, { recursive: true });
  writeFileSync(join(bundle, 'config.json'), JSON.stringify({ annotations: { 'io.kubernetes.cri.container-name': name } }));
  mkdirSync(join(root, 'unified', id), { recursive: true });
  return cgroupIdOf(join(root, 'unified', id)) ?? 0n;
}

const made = (cgroup: bigint): KernelEvent => ({ kind: 'container-made', timeNs: 0n, cgroup: sensor.make(cgroup), maker: 1, path: `/${WEB}` });
const findings = (): Finding[] => output.lines.map((line) => JSON.parse(line) as Finding);
const start = (...names: readonly string[]): Promise<void> => agent.start(rules(...names), { hash: names.join(), problems: [] });

async function statusBody(): Promise<AgentStatus> {
  const answer = await askAgent(join(root, 'run'), { verb: 'status' });
  if (!answer.ok) throw new Error(answer.error);
  return answer.body as AgentStatus;
}

/** Lets all promises that wait for nothing else run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function createAgent(bootId: string, enricher?: Enricher): Agent {
  const options = { node: 'n1', runDirectory: join(root, 'run'), listen: undefined } as AgentOptions;
  return new Agent(options, {
    ...{ sensor, clock, bootId, decode: () => [], version: '1.2.3', enricher, hasRuntimeApi: () => false, runtimes: () => installed },
    logger: createLogger({ level: 'debug', json: true, sink: log }),
    hierarchies: { unified: join(root, 'unified'), freezer: undefined },
    selfTestPlace: join(root, 'unified'),
    paths: { proc: join(root, 'proc'), containerdStates: [join(root, 'containerd')], runcRoots: [] },
    reporter: new Reporter({ format: 'json', colour: false, sink: output }),
    cluster: undefined,
  });
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'agent-'));
  mkdirSync(join(root, 'unified'));
  mkdirSync(join(root, 'run'), { mode: 0o700 });
  [clock, sensor, output, log] = [new ManualClock(), new FakeSensor(), new Lines(), new Lines()];
  installed = ['/usr/bin/runc'];
  agent = createAgent('boot');
});
afterEach(async () => {
  await agent.stop();
  rmSync(root, { recursive: true });
});

it('covers the containers that exist, then judges what runs in them, then calls itself ready', async () => {
  const web = container(WEB, 'web');
  await start('web');
  expect(sensor.known.get(web)).toMatchObject({ bound: true, scope: ruleSet(0) });
  expect(sensor.seeded).toBe(1);
  expect(agent.readiness()).toEqual({ ready: true, reasons: [] });
});

it('has every system call looked at while it proves its hooks, and not a moment longer', async () => {
  await start('web');
  expect(agent.readiness().ready).toBe(true);
  expect(sensor.watching).toBe(0);
  sensor.watchCalls = (): (() => void) => () => undefined;
  await agent.stop();
  agent = createAgent('boot');
  await start('web');
  expect(agent.readiness().reasons).toEqual(['hooks not proven: sysExit']);
});

it('covers a new container as soon as the kernel tells of it', async () => {
  await start('other', 'web');
  const web = container(WEB, 'web');
  agent.handle(made(web));
  expect(sensor.known.get(web)).toMatchObject({ bound: true, scope: ruleSet(1) });
});

it('gives every container its scope of the new rules when policies change', async () => {
  const web = container(WEB, 'web');
  await start('web');
  await agent.change(rules('a', 'b', 'web'), { hash: 'new', problems: [] });
  expect(sensor.known.get(web)?.scope).toEqual(ruleSet(2));
});

it('gives a container its scope of the new rules also when it appears while they are put in force', async () => {
  await start('web');
  const changing = agent.change(rules('a', 'b', 'web'), { hash: 'new', problems: [] });
  const web = container(WEB, 'web');
  agent.handle(made(web));
  expect(sensor.known.get(web)?.scope).toEqual(ruleSet(0));
  await changing;
  expect(sensor.known.get(web)?.scope).toEqual(ruleSet(2));
});

it('keeps the rules when new ones cannot be put in force, and says so', async () => {
  await start('web');
  sensor.failsToPublish = true;
  await agent.change(rules('a'), { hash: 'new', problems: [] });
  expect(log.lines.join()).toContain('those before stay');
  expect(agent.readiness().ready).toBe(true);
});

it('says that new rules could not be put in force, counts it, and tries again until they are, ever more rarely', async () => {
  await start('web');
  sensor.failsToPublish = true;
  await agent.change(rules('a', 'b'), { hash: 'new', problems: [] });
  expect(agent.readiness().reasons).toEqual([expect.stringContaining('the slot could not be filled') as string]);
  expect((await statusBody()).policies).toMatchObject({ count: 1, hash: 'web' });
  for (const seconds of [1, 2, 4]) {
    clock.advance(seconds * 1000);
    await settled();
  }
  expect(log.lines.filter((line) => line.includes('those before stay'))).toHaveLength(4);
  sensor.failsToPublish = false;
  clock.advance(8000);
  await settled();
  expect(agent.readiness().reasons).toEqual([]);
  expect((await statusBody()).policies).toMatchObject({ count: 2, hash: 'new' });
});

it('forgets rules that could not be put in force when others come', async () => {
  await start('web');
  sensor.failsToPublish = true;
  await agent.change(rules('a', 'b'), { hash: 'new', problems: [] });
  sensor.failsToPublish = false;
  await agent.change(rules('web'), { hash: 'web', problems: [] });
  clock.advance(60_000);
  await settled();
  expect((await statusBody()).policies).toMatchObject({ count: 1, hash: 'web' });
});

it('declares the runtimes anew that are installed now', async () => {
  await start('web');
  installed = ['/usr/bin/runc', '/usr/local/bin/crun'];
  clock.advance(1000);
  expect(sensor.runtimes).toEqual(installed);
});

it('says that rules select by labels which nobody can tell', async () => {
  await agent.start(policies({ l: '{podSelector: {matchLabels: {tier: web}}}' }), { hash: 'l', problems: [] });
  expect(agent.readiness()).toEqual({ ready: true, reasons: [expect.stringContaining('rules select by labels of pods') as string] });
});

it('keeps the rules of the agent before in force until containerd told whom the first ones select', async () => {
  const web = container(WEB, 'web');
  const api = { get: (_: string, id: string) => Promise.resolve({ id, image: 'nginx:1', labels: {} }), close: (): void => undefined };
  agent = createAgent('boot', new Enricher({ api, onUnavailable: () => undefined }));
  const publish = sensor.publish.bind(sensor);
  const atFirst: unknown[] = [];
  sensor.publish = (tables, scopeOf): Promise<number> => {
    atFirst.push(scopeOf(web));
    return publish(tables, scopeOf);
  };
  await agent.start(policies({ i: '{images: ["nginx:*"]}' }), { hash: 'i', problems: [] });
  expect(atFirst).toEqual([ruleSet(0)]);
  expect(sensor.known.get(web)).toMatchObject({ bound: true, scope: ruleSet(0) });
});

it('shows since when and by which rule a container is frozen, also when an agent before froze it', async () => {
  const web = container(WEB, 'web');
  await start('web');
  const event = aProcessEvent();
  agent.handle({ ...event, subject: { ...event.subject, cgroup: web } });
  await agent.stop();
  agent = createAgent('boot');
  await start('web');
  sensor.containment = { hitNs: 5_123_456_789n, eventId: event.header.id };
  sensor.freeze(web);
  const [status] = (await statusBody()).containers;
  expect(status?.frozen).toEqual({ since: '2023-11-14T22:13:25.123456789Z', byPerson: false, finding: 'boot.3.48211', policy: 'web', rule: 'foreign' });
});

it('rejects its start when the first rules cannot be put in force', async () => {
  sensor.failsToPublish = true;
  await expect(start('web')).rejects.toThrow('the first rules could not be put in force');
});

it('names a finding by the rules of its own generation, also after a change', async () => {
  await start('web');
  await agent.change(rules('a', 'b'), { hash: 'new', problems: [] });
  agent.handle(aProcessEvent({ generation: 1, action: 'Kill' }));
  agent.handle(aProcessEvent({ generation: 2, action: 'Kill', matched: ruleSet(1) }));
  expect(findings().map(({ policy }) => policy)).toEqual(['web', 'b']);
});

it.each([
  ['the agent before', 'boot', 'web'],
  ['no agent of an earlier boot', 'other', 'stasis'],
])('names a finding that was matched while nobody ran by the rules of %s', async (_, bootId, policy) => {
  await start('web');
  await agent.stop();
  agent = createAgent(bootId);
  await start('a');
  agent.handle(aProcessEvent({ generation: 1, action: 'Kill' }));
  expect(findings()).toMatchObject([{ policy }]);
});

it('reports a freeze with its container and the time of its receipt', async () => {
  const web = container(WEB, 'web');
  await start('web');
  const event = aProcessEvent();
  agent.handle({ ...event, subject: { ...event.subject, cgroup: web } });
  expect(output.lines).toEqual([]);
  agent.handle({ kind: 'receipt', receipt: aReceipt({ cgroup: web }) });
  expect(findings()).toMatchObject([{ id: 'boot.3.48211', container: { id: WEB, name: 'web' }, latency: { frozenNs: 1_400_000 } }]);
});

it('is not ready while a hook is not proven, names it, and tries again', async () => {
  sensor.unprovable.add('exec').add('signal');
  await start('web');
  expect(agent.readiness()).toEqual({ ready: false, reasons: ['hooks not proven: exec, signal'] });
});

it('makes lost records a reason, and not for ever', async () => {
  await start('web');
  sensor.grown['droppedFindings'] = 3;
  clock.advance(5000);
  expect(agent.readiness().reasons).toEqual([expect.stringContaining('findings were lost') as string]);
  clock.advance(700_000);
  expect(agent.readiness().reasons).toEqual([]);
});

it('thaws a frozen container on demand, and only such', async () => {
  const web = container(WEB, 'web');
  await start('web');
  const thaw = (name: string): ReturnType<typeof askAgent> => askAgent(join(root, 'run'), { verb: 'thaw', container: name });
  await expect(thaw('web')).resolves.toEqual({ ok: false, error: 'container "web" is not frozen' });
  await expect(thaw('nobody')).resolves.toEqual({ ok: false, error: 'no container "nobody" on this node' });
  sensor.freeze(web);
  await expect(thaw(WEB.slice(0, 12))).resolves.toEqual({ ok: true, body: { id: WEB, name: 'web' } });
  expect(sensor.known.get(web)?.contained).toBe(false);
});

it('tells its state', async () => {
  container(WEB, 'web');
  await start('web');
  const answer = await askAgent(join(root, 'run'), { verb: 'status' });
  expect(answer).toMatchObject({ ok: true, body: { ready: true, generation: 1, policies: { count: 1 }, containers: [{ id: WEB, name: 'web', bound: true, contained: false }] } });
  expect((answer as { readonly body: AgentStatus }).body.version).toBe('1.2.3');
});

it('loses no finding at its end', async () => {
  await start('web');
  agent.handle(aProcessEvent());
  await agent.stop();
  expect(findings()).toHaveLength(1);
  expect(sensor.closed).toBe(true);
});
