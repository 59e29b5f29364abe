import type { InstallationMode } from '../../contract/node';
import type { SecurityPolicy } from '../../contract/resources.gen';
import type { Compiled, Mistake } from '../plans/compiler';
import { conditionsOf, type Said } from './conditions';
import type { PolicyTotals } from './totals';

export type PolicyStatus = NonNullable<SecurityPolicy['status']>;

export interface PolicyFacts {
  readonly generation: number;
  readonly compiled: Compiled;
  /** The revision of what is published for it; undefined: nothing is. */
  readonly revision: number | undefined;
  /** What is published is what it compiles to. */
  readonly current: boolean;
  /** Of the installation. */
  readonly mode: InstallationMode;
  /** Its namespace is protected, or has an open break-glass. */
  readonly held: boolean;
  /** Undefined: not added up yet. */
  readonly totals: PolicyTotals | undefined;
  readonly before: PolicyStatus | undefined;
  readonly now: string;
}

/** What became of a policy. Pure: the same facts give the same status, whatever was there before, but for times. */
export function policyStatus(facts: PolicyFacts): PolicyStatus {
  const { generation, compiled, revision, totals, before, now } = facts;
  const said = [ready(facts), stalled(facts), enforced(facts), degraded(facts)];
  const effectiveMode = effectiveModeOf(facts);
  return {
    observedGeneration: generation,
    conditions: conditionsOf(said, { generation, now, before: before?.conditions ?? [] }),
    ...(effectiveMode === undefined ? {} : { effectiveMode }),
    ...(revision === undefined ? {} : { revision }),
    ...(compiled.ok ? { rules: compiled.policy.rules.length } : before?.rules === undefined ? {} : { rules: before.rules }),
    ...(totals === undefined ? countsOf(before) : { ...sums(totals) }),
  };
}

/** Whether anything but times differs. */
export function sameStatus(left: PolicyStatus | undefined, right: PolicyStatus): boolean {
  return left !== undefined && JSON.stringify(comparable(left)) === JSON.stringify(comparable(right));
}

/** Whether only counts differ: they may wait a little. */
export function sameButCounts(left: PolicyStatus | undefined, right: PolicyStatus): boolean {
  return left !== undefined && sameStatus({ ...left, findings: 0, wouldAct: 0, pods: 0 }, { ...right, findings: 0, wouldAct: 0, pods: 0 });
}

function comparable({ observedGeneration, conditions = [], effectiveMode, revision, rules, pods, nodes, findings, wouldAct }: PolicyStatus): unknown {
  const said = conditions.map(({ type, status, reason, message, observedGeneration: of }) => [type, status, reason, message, of]);
  return [observedGeneration, said, effectiveMode, revision, rules, pods, nodes?.selected, nodes?.applied, findings, wouldAct].map((value) => value ?? null);
}

function countsOf(status: PolicyStatus | undefined): Partial<PolicyStatus> {
  const { pods, nodes, findings, wouldAct } = status ?? {};
  return {
    ...(pods === undefined ? {} : { pods }),
    ...(nodes === undefined ? {} : { nodes }),
    ...(findings === undefined ? {} : { findings }),
    ...(wouldAct === undefined ? {} : { wouldAct }),
  };
}

function sums({ pods, findings, wouldAct, selected, applied }: PolicyTotals): Partial<PolicyStatus> {
  return { pods, nodes: { selected, applied, summary: `${applied}/${selected}` }, findings, wouldAct };
}

function ready({ compiled, current, revision }: PolicyFacts): Said {
  if (!compiled.ok) return { type: 'Ready', status: 'False', reason: 'Stalled', message: stays(revision) };
  if (!current) return { type: 'Ready', status: 'False', reason: 'Publishing', message: 'It is compiled and about to be published' };
  return { type: 'Ready', status: 'True', reason: 'Published', message: 'It is compiled and published' };
}

function stays(revision: number | undefined): string {
  return revision === undefined ? 'It has a mistake, see Stalled; nothing of it is in force' : 'It has a mistake, see Stalled; what was published before it stays in force';
}

function stalled({ compiled }: PolicyFacts): Said {
  if (compiled.ok) return { type: 'Stalled', status: 'False', reason: 'Sound', message: 'No mistake was found' };
  return { type: 'Stalled', status: 'True', reason: 'Mistake', message: compiled.mistakes.slice(0, TOLD).map(mistakeText).join('; ') };
}

const TOLD = 5;

function mistakeText({ field, message, hint }: Mistake): string {
  return `${field === '' ? '' : `${field}: `}${message}${hint === undefined ? '' : ` (${hint})`}`;
}

type Check = (totals: PolicyTotals) => Omit<Said, 'type'> | undefined;

/** Why it is not enforced; the first that holds is told. */
const HINDRANCES: readonly Check[] = [
  ({ missing }) => hindered('AgentMissing', missing.count, `no agent runs on ${missing.text}`),
  ({ excepted }) => hindered('NotApplied', excepted.count, `not in force on ${excepted.text}`),
  ({ pending }) => hindered('Applying', pending.count, `not yet applied on ${pending.text}`),
  ({ outside }) => hindered('RollingOut', outside.count, `outside the roll-out are ${outside.text}`),
];

function hindered(reason: string, count: number, text: string): Omit<Said, 'type'> | undefined {
  return count === 0 ? undefined : { status: 'False', reason, message: `${count === 1 ? '1 node' : `${count} nodes`}: ${text}` };
}

function enforced(facts: PolicyFacts): Said {
  const { compiled, current, mode, totals } = facts;
  const type = 'Enforced';
  if (!compiled.ok) return { type, status: 'False', reason: 'Stalled', message: 'As it is written now, it is in force nowhere' };
  if (!current || totals === undefined) return { type, status: 'Unknown', reason: 'Publishing', message: 'The nodes have not been asked yet' };
  if (mode === 'Off') return { type, status: 'False', reason: 'InstallationOff', message: 'The installation is switched off' };
  const hindrance = HINDRANCES.map((check) => check(totals)).find((found) => found !== undefined);
  if (hindrance !== undefined) return { type, ...hindrance };
  const { selected, unreachable } = totals;
  const apart = unreachable.count === 0 ? '' : `; not reachable: ${unreachable.text}`;
  return { type, status: 'True', reason: 'Applied', message: `${selected === 0 ? 'No node has a pod that it selects; every node would apply it' : 'Every reachable node that it selects applies it'}${apart}` };
}

function degraded({ compiled, totals }: PolicyFacts): Said {
  const type = 'Degraded';
  if (!compiled.ok || totals === undefined) return { type, status: 'Unknown', reason: 'NotPublished', message: 'The nodes have not been asked' };
  const { excepted, degraded: weak } = totals;
  if (excepted.count > 0) return { type, ...weakened('NotApplied', excepted.count, excepted.text) };
  if (weak.count > 0) return { type, ...weakened('NodesDegraded', weak.count, weak.text) };
  return { type, status: 'False', reason: 'Whole', message: 'Nothing weakens it' };
}

function weakened(reason: string, count: number, text: string): Omit<Said, 'type'> {
  return { status: 'True', reason, message: `${count === 1 ? '1 node' : `${count} nodes`}: ${text}` };
}

/** The brakes leave what is written alone; this is what they leave of it. */
function effectiveModeOf({ compiled, mode, held, before }: PolicyFacts): PolicyStatus['effectiveMode'] {
  if (mode === 'Off') return 'Off';
  if (!compiled.ok) return before?.effectiveMode;
  return mode === 'Audit' || held ? 'Audit' : compiled.policy.mode;
}
