/**
 * Why rules that select a container began late: it was found in a runtime's list alone (`Listed`), or the runtime's API
 * had not told yet what they select by (`Unanswered`). Each is a metric.
 */
export type StartupGap = 'Listed' | 'Unanswered';

/** The same in words. */
export const STARTUP_GAPS: Readonly<Record<StartupGap, string>> = {
  Listed: 'a container was found in its runtime\'s list alone: what it ran until now was not judged',
  Unanswered: 'a container began before containerd told what rules select it by',
};
