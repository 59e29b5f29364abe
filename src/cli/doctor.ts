import { findHierarchies } from '../agent/identity/hierarchy';
import { readSmallText } from '../agent/files';
import { abilities } from './doctor/actions';
import type { Check, Health } from './doctor/check';
import { freezerCheck } from './doctor/freezer';
import { hostChecks } from './doctor/host';
import { kernelChecks } from './doctor/kernel';
import { EXIT, oneOf, parseFlags, UsageError, type Verb } from './verb';

const HELP = `usage: stasis doctor [options]

Finds out what this machine can do, by doing it: freezes a process of its own, loads the programs under pins of its own,
lets every hook see a harmless hit, and removes everything again. A running agent is not disturbed. Needs root.
Exit 0: everything that enforcement needs works; 1: something is missing.

  --output text|json  (default "text"; json: one object with the actions and all checks)`;

export const doctorVerb: Verb = {
  summary: 'what this machine can do, with proof',
  help: HELP,
  run: async (argv, terminal) => {
    const { values, positionals } = parseFlags(argv, { output: { type: 'string', default: 'text' } });
    if (positionals.length > 0) throw new UsageError(`unexpected "${positionals.join(' ')}"`);
    const output = oneOf('output', values.output, ['text', 'json']);
    const checks = await allChecks();
    const able = checks.every((check) => check.health !== 'missing');
    terminal.out(output === 'json' ? JSON.stringify({ able, actions: abilities(checks), checks }) : report(checks, able));
    return able ? EXIT.ok : EXIT.input;
  },
};

async function allChecks(): Promise<readonly Check[]> {
  const host = hostChecks();
  const found = findHierarchies(readSmallText('/proc/self/mountinfo', 4 << 20) ?? '');
  // Below the floor nothing is loaded, and without a default hierarchy there is nothing to load for.
  if (!found.ok || host.some((check) => check.health === 'missing')) return host;
  return [...host, await freezerCheck(found.hierarchies), ...(await kernelChecks(found.hierarchies))];
}

const MARKS: Readonly<Record<Health, string>> = { ok: 'ok      ', degraded: 'degraded', missing: 'MISSING ' };

function report(checks: readonly Check[], able: boolean): string {
  const width = Math.max(...checks.map((check) => check.name.length));
  const lines = checks.flatMap((check) => [
    `${MARKS[check.health]}  ${check.name.padEnd(width)}  ${check.meaning}`,
    `${' '.repeat(width + 12)}proof: ${check.proof}`,
    ...(check.remedy === undefined ? [] : [`${' '.repeat(width + 12)}to get more: ${check.remedy}`]),
  ]);
  const actions = abilities(checks).map(({ action, able: can, why }) => `${action.padEnd(6)}  ${can ? 'can' : 'cannot'}: ${why}`);
  return [...lines, '', ...actions, '', able ? 'This machine can enforce.' : 'This machine cannot enforce: something is missing.'].join('\n');
}
