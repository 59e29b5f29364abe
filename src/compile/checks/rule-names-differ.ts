import type { Fault } from '../../contract/diagnostic';
import type { Policy } from '../../contract/policy';

/** Findings name a rule by its name, so a policy has each name once. */
export function ruleNamesDiffer({ rules }: Policy): readonly Fault[] {
  if (rules.length === 0) return [{ path: ['spec', 'rules'], message: 'A policy without rules does nothing' }];
  return rules.flatMap(({ name }, index) => {
    const first = rules.findIndex((rule) => rule.name === name);
    if (first === index) return [];
    return [{ path: ['spec', 'rules', index, 'name'], message: `Rule name "${name}" is used twice`, hint: `rule ${first + 1} has it too` }];
  });
}
