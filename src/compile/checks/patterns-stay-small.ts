import type { Fault } from '../../contract/diagnostic';
import type { Policy } from '../../contract/policy';
import { fitsOnePolicy, questionsOf } from '../automaton/path-tables';

/** No single policy may fill the tables of a node: patterns with many stars multiply each other. */
export function patternsStaySmall({ rules }: Policy): readonly Fault[] {
  const questions = rules.map(({ process }, index) => questionsOf(process, index));
  if (fitsOnePolicy(questions.flat())) return [];
  const culprit = rules.findIndex((_, index) => !fitsOnePolicy(questions.slice(0, index + 1).flat()));
  return [{ path: ['spec', 'rules', culprit], message: 'The patterns up to this rule are too many, or multiply each other', hint: 'use fewer stars in one pattern, or make two policies' }];
}
