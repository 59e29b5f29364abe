import type { Fault } from '../../contract/diagnostic';
import type { FieldPath } from '../../contract/schema';
import { parseGlob } from '../glob';
import type { GlobKind } from '../glob';

const MAX_SHOWN = 80;

/** What is wrong with the patterns of one list. */
export function globFaults(patterns: readonly string[], kind: GlobKind, path: FieldPath): readonly Fault[] {
  return patterns.flatMap((pattern, index) => {
    const glob = parseGlob(pattern, kind);
    if (glob.ok) return [];
    const hint = glob.hint === undefined ? {} : { hint: glob.hint };
    return [{ path: [...path, index], message: `Bad pattern ${JSON.stringify(pattern.slice(0, MAX_SHOWN))}: ${glob.problem}`, ...hint }];
  });
}
