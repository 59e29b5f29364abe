import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../support/checkout';

const SHIPPED = join(CHECKOUT, 'policies');
export const POLICY_FILE = 'foreign-programs.yaml';

/** The shipped policies, in force instead of only telling, and for containers of one name: no other one of the machine is acted on. */
export function enforcedPolicies(container: string): Readonly<Record<string, string>> {
  return Object.fromEntries(readdirSync(SHIPPED).map((file) => [file, enforced(readFileSync(join(SHIPPED, file), 'utf8'), container)]));
}

function enforced(text: string, container: string): string {
  return changed(changed(text, 'mode: Audit', 'mode: Enforce'), 'target: {all: true}', `target: {containers: [${container}]}`);
}

function changed(text: string, from: string, to: string): string {
  if (text.split(from).length !== 2) throw new Error(`A shipped policy does not have "${from}" once`);
  return text.replace(from, to);
}

/** The lines of one rule as the file has them, without their common indent. */
export function linesOfRule(text: string, rule: string): readonly string[] {
  const lines = text.split('\n');
  const from = lines.indexOf(`    - name: ${rule}`);
  const length = lines.slice(from + 1).findIndex((line) => !line.startsWith('      '));
  if (from < 0 || length < 1) throw new Error(`The policy has no rule "${rule}"`);
  return lines.slice(from, from + 1 + length).map((line) => line.slice(4));
}
