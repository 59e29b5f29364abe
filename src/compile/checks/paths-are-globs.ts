import type { Fault } from '../../contract/diagnostic';
import type { Policy, Rule } from '../../contract/policy';
import { PATH_FIELDS } from '../automaton/path-tables';
import { globFaults } from './glob-faults';

/** Every path pattern is one that the kernel can match exactly. */
export function pathsAreGlobs({ rules }: Policy): readonly Fault[] {
  return rules.flatMap(ruleFaults);
}

function ruleFaults({ process }: Rule, index: number): readonly Fault[] {
  return PATH_FIELDS.flatMap((field) => globFaults(process[field] ?? [], 'path', ['spec', 'rules', index, 'process', field]));
}
