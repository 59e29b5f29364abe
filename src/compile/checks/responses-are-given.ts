import type { Fault } from '../../contract/diagnostic';
import type { Policy } from '../../contract/policy';

/** A rule says what is done; doing nothing but tell is `Alert`. */
export function responsesAreGiven({ rules }: Policy): readonly Fault[] {
  return rules.flatMap(({ respond }, index) => (respond.length > 0 ? [] : [{ path: ['spec', 'rules', index, 'respond'], message: 'An empty list does nothing', hint: 'allowed: Alert, Kill, Freeze' }]));
}
