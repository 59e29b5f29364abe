import type { Fault } from '../../contract/diagnostic';
import type { Policy } from '../../contract/policy';
import { globFaults } from './glob-faults';

const FIELDS = ['containers', 'images', 'namespaces'] as const;

/** Every pattern of the target can be matched. */
export function namesAreGlobs({ target }: Policy): readonly Fault[] {
  return FIELDS.flatMap((field) => globFaults(target[field] ?? [], 'name', ['spec', 'target', field]));
}
