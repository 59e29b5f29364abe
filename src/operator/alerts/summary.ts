import type { AlertRule } from '../../contract/alert';
import { cutText } from '../../contract/bounds';
import { printable } from '../../contract/printable';
import { severityRank } from '../../contract/severity';

const LONGEST = 256;

const ORIGINS: Readonly<Record<string, string>> = {
  Written: 'written after start',
  Modified: 'changed since its image',
  Volume: 'on a volume',
  Memory: 'in memory',
  Deleted: 'its file is gone',
};

/** The worst that happened, in one line. */
export function summaryOf(rules: readonly AlertRule[]): string {
  const [worst] = [...rules].sort((left, right) => severityRank(right.severity) - severityRank(left.severity));
  return worst === undefined ? '' : cutText(printable(whatHappened(worst)), LONGEST);
}

function whatHappened({ policy, rule, message, samples = [] }: AlertRule): string {
  const sample = samples.at(-1);
  if (sample?.executable === undefined) return message ?? `rule ${rule} of policy ${policy}`;
  const origin = ORIGINS[sample.origin ?? ''];
  const who = sample.parent?.split('/').at(-1);
  return `${who === undefined ? 'a process' : who} started ${sample.executable}${origin === undefined ? '' : ` (${origin})`}`;
}
