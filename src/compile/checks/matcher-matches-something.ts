import type { Fault } from '../../contract/diagnostic';
import type { Policy, ProcessMatch } from '../../contract/policy';

const FIELDS = ['executable', 'notExecutable', 'origin', 'ancestors', 'notAncestors'] as const satisfies readonly (keyof ProcessMatch)[];

/** Empty means nothing: a matcher says at least one thing, and no list in it is empty. */
export function matcherMatchesSomething({ rules }: Policy): readonly Fault[] {
  return rules.flatMap(({ process }, index) => {
    const path = ['spec', 'rules', index, 'process'];
    const given = FIELDS.filter((field) => process[field] !== undefined);
    if (given.length === 0) return [{ path, message: 'An empty matcher matches nothing', hint: `allowed: ${FIELDS.join(', ')}` }];
    return given.filter((field) => process[field]?.length === 0).map((field) => ({ path: [...path, field], message: 'An empty list matches nothing' }));
  });
}
