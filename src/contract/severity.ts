import type { Severity } from './policy';

/** From the least bad to the worst. */
export const SEVERITIES = ['Low', 'Medium', 'High', 'Critical'] as const satisfies readonly Severity[];

/** Rises with how bad it is. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** The worst of them; undefined for none. */
export function worstSeverity(severities: readonly Severity[]): Severity | undefined {
  return [...severities].sort((left, right) => severityRank(right) - severityRank(left))[0];
}
