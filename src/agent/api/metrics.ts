import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Finding } from '../../contract/finding';
import type { IdentityFault } from '../identity/containers';
import type { StartupGap } from '../identity/gaps';
import type { RingName, Sensor } from '../kernel/sensor';

/** What metrics are read from when somebody asks for them. */
export interface MetricSources {
  readonly sensor: Pick<Sensor, 'counters' | 'helperErrors' | 'programs' | 'containers' | 'reflex'>;
  readonly version: string;
  readonly generation: () => number;
  readonly policies: () => { readonly count: number; readonly problems: number };
  readonly ready: () => boolean;
  readonly hooks: () => readonly { readonly hook: string; readonly proven: boolean }[];
  readonly dropped: () => { readonly output: number; readonly enrichment: number };
}

export interface Metrics {
  readonly registry: Registry;
  finding(finding: Finding): void;
  fault(fault: IdentityFault): void;
  gap(gap: StartupGap): void;
  /** A set of rules could not be put in force. */
  publishFailed(): void;
  /** Records of a ring could not be read. */
  unreadable(ring: RingName): void;
}

/** Kernel counters that count lost records, by ring. */
const DROPS: readonly (readonly [string, string])[] = [
  ['droppedFindings', 'findings'],
  ['droppedLifecycle', 'lifecycle'],
  ['droppedDoorbell', 'doorbells'],
];

/** Seconds. The target is a millisecond on an idle machine, ten on a busy one. */
const FREEZE_BUCKETS = [0.0001, 0.00025, 0.0005, 0.00075, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1] as const;

/** All metrics of one agent; what the kernel counts is read at each scrape. */
export function agentMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const findings = new Counter({
    name: 'stasis_findings_total',
    help: 'Findings reported, by the rule they are named after',
    labelNames: ['policy', 'rule', 'severity', 'action', 'result'],
    registers: [registry],
  });
  const faults = new Counter({ name: 'stasis_identity_faults_total', help: 'What went wrong while containers were identified', labelNames: ['fault'], registers: [registry] });
  const freezes = new Histogram({ name: 'stasis_freeze_seconds', help: 'From a hit until its container was read back as frozen', buckets: [...FREEZE_BUCKETS], registers: [registry] });
  const gaps = new Counter({ name: 'stasis_startup_gaps_total', help: 'Containers that rules selected late, by reason, beside those that the kernel counts', labelNames: ['reason'], registers: [registry] });
  const publishFailures = new Counter({ name: 'stasis_publish_failures_total', help: 'Sets of rules that could not be put in force; those before stayed', registers: [registry] });
  const unreadable: Record<RingName, number> = { findings: 0, lifecycle: 0 };
  kernelMetrics(registry, { ...sources, unreadable });
  stateMetrics(registry, sources);
  return {
    registry,
    finding: ({ policy, rule, severity, action, result, receipt }) => {
      findings.inc({ policy, rule, severity, action, result });
      if (receipt !== undefined) freezes.observe(receipt.frozenNs / 1e9);
    },
    fault: (fault) => faults.inc({ fault }),
    gap: (reason) => gaps.inc({ reason }),
    publishFailed: () => publishFailures.inc(),
    unreadable: (ring) => {
      unreadable[ring] += 1;
    },
  };
}

function kernelMetrics(registry: Registry, { sensor, dropped, unreadable }: MetricSources & { readonly unreadable: Readonly<Record<RingName, number>> }): void {
  collected(registry, { name: 'stasis_kernel_events_total', help: 'What the kernel half counts, by counter', labels: ['counter'] }, (add) => {
    for (const [counter, value] of Object.entries(sensor.counters())) add({ counter }, value);
  });
  collected(registry, { name: 'stasis_dropped_total', help: 'Records lost, by queue and reason; enforcement is not affected', labels: ['ring', 'reason'] }, (add) => {
    const counters = sensor.counters();
    for (const [counter, ring] of DROPS) add({ ring, reason: 'full' }, counters[counter] ?? 0);
    for (const [ring, count] of Object.entries(unreadable)) add({ ring, reason: 'unreadable' }, count);
    add({ ring: 'receipts', reason: 'full' }, sensor.reflex().droppedReceipts);
    add({ ring: 'output', reason: 'slow_reader' }, dropped().output);
    add({ ring: 'enrichment', reason: 'full' }, dropped().enrichment);
  });
  collected(registry, { name: 'stasis_helper_errors_total', help: 'Failed kernel helpers by place', labels: ['hook', 'helper', 'errno'] }, (add) => {
    for (const { hook, helper, errno, count } of sensor.helperErrors()) add({ hook, helper, errno: String(errno) }, count);
  });
  collected(registry, { name: 'stasis_recursion_misses_total', help: 'Runs that the kernel skipped, by program; must not grow', labels: ['program'] }, (add) => {
    for (const { name, recursionMisses } of sensor.programs()) add({ program: name }, Number(recursionMisses));
  });
  collected(registry, { name: 'stasis_program_runs_total', help: 'Runs by program, while the kernel keeps statistics', labels: ['program'] }, (add) => {
    for (const { name, runs } of sensor.programs()) add({ program: name }, Number(runs));
  });
  collected(registry, { name: 'stasis_program_seconds_total', help: 'Time spent by program, while the kernel keeps statistics', labels: ['program'] }, (add) => {
    for (const { name, runNs } of sensor.programs()) add({ program: name }, Number(runNs) / 1e9);
  });
}

function stateMetrics(registry: Registry, sources: MetricSources): void {
  observed(registry, { name: 'stasis_containers', help: 'Containers by state', labels: ['state'] }, (set) => {
    const states = sources.sensor.containers();
    set({ state: 'bound' }, states.filter((container) => container.bound).length);
    set({ state: 'unbound' }, states.filter((container) => !container.bound).length);
    set({ state: 'contained' }, states.filter((container) => container.contained).length);
  });
  observed(registry, { name: 'stasis_freezer_unreachable', help: 'Contained containers whose freezer cannot be written', labels: [] }, (set) => set({}, sources.sensor.reflex().unreachable));
  observed(registry, { name: 'stasis_reflex_real_time', help: '1: freezes wait for no other program of a busy machine', labels: [] }, (set) => set({}, Number(sources.sensor.reflex().realTime)));
  observed(registry, { name: 'stasis_hook_proven', help: '1: the hook saw the self-test', labels: ['hook'] }, (set) => {
    for (const { hook, proven } of sources.hooks()) set({ hook }, Number(proven));
  });
  observed(registry, { name: 'stasis_generation', help: 'Generation of rules in force', labels: [] }, (set) => set({}, sources.generation()));
  observed(registry, { name: 'stasis_policies', help: 'Policies in force', labels: [] }, (set) => set({}, sources.policies().count));
  observed(registry, { name: 'stasis_policy_problems', help: 'Problems of policy files that are not in force as written', labels: [] }, (set) => set({}, sources.policies().problems));
  observed(registry, { name: 'stasis_ready', help: '1: rules are in force and every hook is proven', labels: [] }, (set) => set({}, Number(sources.ready())));
  observed(registry, { name: 'stasis_build_info', help: 'Version of the agent', labels: ['version'] }, (set) => set({ version: sources.version }, 1));
}

interface Description {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly string[];
}

type Put = (labels: Readonly<Record<string, string>>, value: number) => void;

/** A counter whose value is kept elsewhere. */
function collected(registry: Registry, { name, help, labels }: Description, read: (add: Put) => void): void {
  new Counter({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect() {
      this.reset();
      read((values, value) => this.inc({ ...values }, value));
    },
  });
}

/** A gauge whose value is kept elsewhere. */
function observed(registry: Registry, { name, help, labels }: Description, read: (set: Put) => void): void {
  new Gauge({
    name,
    help,
    labelNames: [...labels],
    registers: [registry],
    collect() {
      this.reset();
      read((values, value) => this.set({ ...values }, value));
    },
  });
}
