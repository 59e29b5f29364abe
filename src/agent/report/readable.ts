import { printable } from '../../contract/printable';
import { REPEATS_AFTER, type Finding, type FindingReceipt, type FindingSeverity } from '../../contract/finding';

const COLOURS: Readonly<Record<FindingSeverity, string>> = { Critical: '\x1b[1;31m', High: '\x1b[31m', Medium: '\x1b[33m', Low: '\x1b[36m' };
const MAX_ARGUMENTS = 120;

/** One finding as one line for a person, and a second one with the receipt of a Freeze. Pure; nothing from the workload reaches the terminal unescaped. */
export function readableLine(finding: Finding, colour: boolean): string {
  const severity = finding.severity.toUpperCase().padEnd(8);
  const parts = [
    `${finding.policy}/${finding.rule}`,
    `in ${whereOf(finding)}:`,
    whatOf(finding),
    `-> ${outcomeOf(finding)}`,
  ];
  if (finding.alsoMatched !== undefined) parts.push(`(also ${finding.alsoMatched.map((other) => `${other.policy}/${other.rule}`).join(', ')})`);
  if (finding.repeats > 0) parts.push(`(and ${finding.repeats} equal ones ${finding.notes?.includes(REPEATS_AFTER) === true ? 'after it' : 'before'})`);
  const shown = colour ? `${COLOURS[finding.severity]}${severity}\x1b[0m` : severity;
  const line = `${finding.time.slice(11, 23)} ${shown} ${printable(parts.join(' '))}`;
  return finding.receipt === undefined ? line : `${line}\n${RECEIPT_INDENT}${printable(receiptText(finding.receipt))}`;
}

/** Below the text of the finding. */
const RECEIPT_INDENT = ' '.repeat(22);

function receiptText({ stoppedNs, callsAfter, offenderCalls, revocations, revokedNs, freezer }: FindingReceipt): string {
  const revoked = revocations === 0 ? '' : `, stop revoked ${revocations} times (ran at most ${(revokedNs / 1e3).toFixed(0)} µs)`;
  return `receipt: offender stopped after ${(stoppedNs / 1e3).toFixed(1)} µs, ${offenderCalls} system calls of its own and ${callsAfter} of its container after the hit${revoked}; freezer says ${freezer}`;
}

function whereOf(finding: Finding): string {
  const { container, pod } = finding;
  if (container === undefined) return 'an unknown container';
  const name = container.name === container.id ? container.id.slice(0, 12) : container.name;
  return pod === undefined ? name : `${pod.namespace}/${pod.name}/${name}`;
}

function whatOf(finding: Finding): string {
  const { process, object } = finding;
  if (object.kind === 'process') return startedOf(finding);
  if (object.kind === 'privilege') return `${process.executable ?? 'an unknown program'} (pid ${process.hostPid}) left its container's cgroup`;
  return `${object.signal === 'SIGCONT' ? 'SIGCONT to' : 'trace of'} stopped process ${process.hostPid} by ${object.by?.executable ?? object.by?.hostPid ?? 'somebody unseen'}`;
}

function startedOf({ process, parent }: Finding): string {
  const shown = (process.args ?? []).slice(1).join(' ');
  const args = shown.length > MAX_ARGUMENTS ? `${shown.slice(0, MAX_ARGUMENTS)}…` : shown;
  const origin = process.origin === undefined ? '' : ` (${process.origin})`;
  const by = parent?.executable === undefined ? '' : `, started by ${parent.executable}`;
  return `${[process.executable ?? 'an unknown program', args].filter((text) => text !== '').join(' ')}${origin}${by}`;
}

function outcomeOf(finding: Finding): string {
  const { action, result, latency } = finding;
  if (result === 'WouldHave') return `would have: ${action}`;
  if (result === 'Refused') return `${action} refused: ${finding.reason ?? 'unknown reason'}`;
  if (result === 'Failed') return `${action} failed: ${finding.error ?? 'unknown error'}`;
  if (action === 'Alert') return 'alert only';
  if (action === 'Kill') return 'killed';
  return latency?.frozenNs === undefined ? 'stopped, freezing' : `frozen in ${(latency.frozenNs / 1e6).toFixed(1)} ms`;
}
