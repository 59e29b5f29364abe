import type { SecurityPolicy } from '../../contract/resources.gen';

export type Condition = NonNullable<NonNullable<SecurityPolicy['status']>['conditions']>[number];

/** What a condition says, before it has a time. */
export interface Said {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
}

const LONGEST_MESSAGE = 1024;

/** Conditions of a generation; the time of one whose status stays is kept. */
export function conditionsOf(said: readonly Said[], { generation, now, before }: { readonly generation: number; readonly now: string; readonly before: readonly Condition[] }): readonly Condition[] {
  return said.map(({ type, status, reason, message }) => {
    const known = before.find((condition) => condition.type === type && condition.status === status);
    return { type, status, observedGeneration: generation, lastTransitionTime: known?.lastTransitionTime ?? now, reason, message: message.slice(0, LONGEST_MESSAGE) };
  });
}
