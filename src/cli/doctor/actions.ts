import type { Check } from './check';

/** Whether this machine can carry out an action of a rule, and why. */
export interface Ability {
  readonly action: 'Kill' | 'Freeze' | 'Block';
  readonly able: boolean;
  readonly why: string;
}

/** What makes a freeze weaker, but not impossible. */
const WEAKENS_FREEZE = ['signalling another task', 'real-time scheduling'];

/** What the checks mean for the actions of rules. */
export function abilities(checks: readonly Check[]): readonly Ability[] {
  const missing = checks.filter((check) => check.health === 'missing').map((check) => check.name);
  const kill = ability('Kill', { lacking: missing.filter((name) => name !== 'freezer'), proven: 'the programs load and every hook saw a harmless hit' });
  const weaker = checks.filter((check) => check.health === 'degraded' && WEAKENS_FREEZE.includes(check.name)).map((check) => check.meaning);
  const freeze = ability('Freeze', { lacking: missing, proven: ['the same, and a frozen process was read back as frozen', ...weaker].join('; ') });
  return [kill, freeze, block(checks)];
}

function ability(action: Ability['action'], { lacking, proven }: { readonly lacking: readonly string[]; readonly proven: string }): Ability {
  return lacking.length === 0 ? { action, able: true, why: proven } : { action, able: false, why: `missing: ${lacking.join(', ')}` };
}

function block(checks: readonly Check[]): Ability {
  const hooks = checks.find((check) => check.name === 'bpf among security modules')?.health === 'ok';
  return { action: 'Block', able: false, why: `this version refuses rules that ask for it; the kernel ${hooks ? 'has' : 'lacks'} the hooks that a later one needs` };
}
