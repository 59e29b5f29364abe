import type { LinkedRule } from '../../compile';
import { ORIGINS } from '../../compile/tables';
import type { Finding, FindingAction, FindingContainer, FindingObject, FindingPod, FindingProcess, FindingRelative, FindingResult } from '../../contract/finding';
import { formatTime } from '../../clock';
import type { ContainerFacts } from '../identity/facts';
import type { EventHeader, EventParent, EventProcess, ProcessEvent, ProcessEventFlags, RevocationEvent } from '../kernel/events';
import { idsOf, nameFinding, wouldHave, type Named, type RulesOf } from './rules';
import { textOfBytes } from './text';

export type FindingEvent = ProcessEvent | RevocationEvent;

/** What a finding needs besides the event. */
export interface FindingContext {
  readonly node: string;
  readonly bootId: string;
  /** Wall-clock nanoseconds at boot-clock zero. */
  readonly epochNs: bigint;
  readonly rulesOf: RulesOf | undefined;
  readonly container: ContainerFacts | undefined;
  /** Path of an interned executable. */
  readonly executable: (id: number) => string | undefined;
}

/** Makes the finding of one kernel event. Pure. A Freeze's `frozenNs` is added when its receipt is there. */
export function buildFinding(event: FindingEvent, context: FindingContext): Finding {
  const { header } = event;
  const named = nameOf(event, context);
  return {
    id: findingId(header.id, context.bootId),
    time: formatTime(header.timeNs, context.epochNs),
    node: context.node,
    policy: named.rule.policy,
    rule: named.rule.rule,
    ...(named.others.length > 0 ? { alsoMatched: named.others } : {}),
    severity: named.rule.severity,
    mode: named.rule.mode,
    ...(named.rule.message === undefined ? {} : { message: named.rule.message }),
    ...(named.rule.tags.length > 0 ? { tags: named.rule.tags } : {}),
    ...outcome(header, named.rule),
    ...(event.kind === 'process' ? { latency: { kernelNs: Number(event.hookNs) } } : {}),
    ...(context.container === undefined ? {} : placeOf(context.container)),
    process: processOf(event, context),
    ...(event.kind === 'process' ? relativesOf(event, context) : {}),
    object: objectOf(event, context),
    ...notesOf(event, context),
    repeats: header.repeats,
  };
}

/** `<boot id>.<CPU>.<sequence>`. */
export function findingId(id: bigint, bootId: string): string {
  return `${bootId}.${Number(id >> 48n)}.${Number(id & 0xffff_ffff_ffffn)}`; // big integers are dear to print
}

function nameOf(event: FindingEvent, context: FindingContext): Named {
  const ids = idsOf(event.header.matched);
  const known = context.rulesOf === undefined ? [] : ids.flatMap(context.rulesOf);
  return nameFinding(known, event.header.action) ?? { rule: builtIn(event), others: [] };
}

/** Findings that come from no policy: what the kernel half reports on its own, or rules of a generation that is not known here. */
function builtIn(event: FindingEvent): LinkedRule {
  const common = { policy: 'stasis', mode: 'Enforce', tags: [], respond: ['Alert', 'Kill', 'Freeze'] } as const;
  switch (event.kind) {
    case 'process':
      return { ...common, rule: `generation-${event.header.generation}`, severity: 'High', message: 'a rule matched that was put in force by an earlier agent' };
    case 'revocation':
      return { ...common, rule: 'revocation', severity: 'Critical', message: 'a process that was stopped for its offence was continued from outside' };
  }
}

/** Some rule that was hit and is in force lists Kill: it acts where the freeze is refused. */
export function killsOtherwise({ matched }: Pick<EventHeader, 'matched'>, rulesOf: RulesOf | undefined): boolean {
  return rulesOf !== undefined && idsOf(matched).flatMap(rulesOf).some(({ mode, respond }) => mode === 'Enforce' && respond.includes('Kill'));
}

function outcome(header: EventHeader, rule: LinkedRule): { action: FindingAction; result: FindingResult; reason?: string; error?: string } {
  if (rule.mode === 'Audit') return { action: wouldHave(rule), result: 'WouldHave' };
  const { action } = header;
  const reason = header.reason === 'None' ? {} : { reason: header.reason };
  if (header.result === 'Failed') return { action, result: 'Failed', error: `errno ${Math.abs(header.error)}`, ...reason };
  // Held: a permit was asked for; a receipt makes it Done.
  if (header.result === 'Held') return { action, result: 'Refused', reason: 'NoPermit' };
  return { action, result: header.result, ...reason };
}

function placeOf(facts: ContainerFacts): { container: FindingContainer; pod?: FindingPod } {
  const { id, name, image, runtime, pod } = facts;
  const container: FindingContainer = { id, name, ...(image === undefined ? {} : { image }), runtime };
  if (pod === undefined) return { container };
  const { namespace, name: podName, uid, labels, cluster } = pod;
  const workload = cluster === undefined ? {} : { workload: cluster.workload };
  return { container, pod: { namespace, name: podName, ...(uid === undefined ? {} : { uid }), ...workload, labels } };
}

function processOf(event: FindingEvent, context: FindingContext): FindingProcess {
  const { subject } = event;
  return {
    ...pidOf(subject),
    hostPid: subject.hostPid,
    ...(event.kind === 'process' ? programOf(event, context) : executableOf(subject, context)),
    ...userOf(subject),
    ...(subject.startNs === 0n ? {} : { startTime: formatTime(subject.startNs, context.epochNs) }),
    tty: event.kind === 'process' && event.flags.tty,
  };
}

/** No process has id 0 in its namespace: it is what the kernel left empty. */
function pidOf({ pid }: { readonly pid: number }): { pid?: number } {
  return pid === 0 ? {} : { pid };
}

/** User and group of a process that the kernel could not describe are 0 as well, which would say root. */
function userOf({ pid, uid, hostUid, gid }: EventProcess): Pick<FindingProcess, 'uid' | 'hostUid' | 'gid'> {
  return pid === 0 ? {} : { uid, ...(hostUid === uid ? {} : { hostUid }), gid };
}

function programOf(event: ProcessEvent, context: FindingContext): Partial<FindingProcess> {
  const own = context.executable(event.subject.executable);
  const executable = event.path.length > 0 ? textOfBytes(event.path) : own;
  const origin = ORIGINS[event.origin];
  return {
    ...(executable === undefined ? {} : { executable }),
    ...(event.flags.script && own !== undefined ? { interpreter: own } : {}),
    ...(origin === undefined ? {} : { origin }),
    ...(event.args.length > 0 ? { args: event.args.map(textOfBytes) } : {}),
  };
}

function executableOf(subject: Pick<EventProcess, 'executable'>, context: FindingContext): { executable?: string } {
  const executable = context.executable(subject.executable);
  return executable === undefined ? {} : { executable };
}

function relativesOf(event: ProcessEvent, context: FindingContext): { parent: FindingRelative; ancestors?: readonly { executable: string }[] } {
  const ancestors = event.ancestors.map((id) => ({ executable: context.executable(id) ?? 'unknown' }));
  return { parent: relativeOf(event.parent, context), ...(ancestors.length > 0 ? { ancestors } : {}) };
}

function relativeOf(parent: EventParent, context: FindingContext): FindingRelative {
  return { ...pidOf(parent), ...executableOf(parent, context) };
}

function objectOf(event: FindingEvent, context: FindingContext): FindingObject {
  switch (event.kind) {
    case 'process':
      return { kind: 'process' };
    case 'revocation':
      return {
        kind: 'revocation',
        ...(event.by.hostPid === 0 ? {} : { by: { ...relativeOf(event.by, context), hostPid: event.by.hostPid } }),
        signal: event.signal === 0 ? 'trace' : 'SIGCONT',
        stoppedAgain: event.restopped ? 'AtOnce' : 'AtNextCall',
      };
  }
}

const NOTES: readonly (readonly [keyof ProcessEventFlags, string])[] = [
  ['argsTruncated', 'ArgumentsTruncated'],
  ['pathUnknown', 'PathUnknown'],
  ['unknownSubject', 'SubjectUnknown'],
  ['unbound', 'ContainerUnbound'],
  ['late', 'JudgedLate'],
  ['scriptUnknown', 'ScriptUnknown'],
];

function notesOf(event: FindingEvent, context: FindingContext): { notes?: readonly string[] } {
  const flags = event.kind === 'process' ? NOTES.filter(([flag]) => event.flags[flag]).map(([, note]) => note) : [];
  const notes = context.rulesOf === undefined && event.kind === 'process' ? [...flags, 'GenerationUnknown'] : flags;
  return notes.length > 0 ? { notes } : {};
}
