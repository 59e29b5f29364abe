import { runAutomaton, scopeOf } from '../../src/compile';
import type { Linked } from '../../src/compile';
import { ORIGINS } from '../../src/compile/tables';
import type { MatchSet, RuleSet } from '../../src/compile/tables';
import type { JudgedFile, Operation, Verdict } from './reference-evaluator';

const ALL = (1n << 64n) - 1n;

/** What the kernel does with the linked tables (native/bpf/match.bpf.h), word by word. */
export function evaluateTables(linked: Linked, operation: Operation): Verdict {
  const { plan } = linked.tables;
  const scope = operation.container === undefined ? plan.scopeUnbound : scopeOf(linked, operation.container);
  const matched = scope.map((word, index) => word & matchedWord(linked, operation, index));
  const names = linked.rules.flatMap((rules, id) => (has(matched, id) ? rules.map(({ policy, rule }) => `${policy}: ${rule}`) : []));
  return { matched: names.sort(), kill: meets(matched, plan.kill), freeze: meets(matched, plan.freeze) };
}

function matchedWord(linked: Linked, { file, interpreter, lineage }: Operation, word: number): bigint {
  const { plan } = linked.tables;
  const files = interpreter === undefined ? [file] : [file, interpreter];
  let executable = at(plan.executableAny, word);
  let origin = 0n;
  let exempt = 0n;
  for (const one of files) {
    executable |= executableWord(linked, one, word);
    exempt |= exempts(one) ? at(setsOf(linked, one).notExecutable, word) : 0n;
    origin |= at(plan.origin[ORIGINS.indexOf(one.origin)] ?? new BigUint64Array(8), word);
  }
  let ancestors = lineage.complete ? at(plan.ancestorsAny, word) : ALL;
  let notAncestors = 0n;
  for (const one of lineage.complete ? lineage.programs : []) {
    ancestors |= at(setsOf(linked, one).ancestors, word);
    notAncestors |= exempts(one) ? at(setsOf(linked, one).notAncestors, word) : 0n;
  }
  return origin & executable & ~(at(plan.hasNotExecutable, word) & exempt) & ancestors & ~(at(plan.hasNotAncestors, word) & notAncestors);
}

/** Rules whose `executable` the file satisfies, by its path or by the one through which it was seen. */
function executableWord(linked: Linked, file: JudgedFile, word: number): bigint {
  const { path, alias } = file;
  if (path === undefined) return ALL;
  return at(setsOf(linked, file).executable, word) | (alias === undefined ? 0n : at(setsOf(linked, { ...file, path: alias }).executable, word));
}

function exempts({ origin, onRootMount, path }: JudgedFile): boolean {
  return path !== undefined && origin === 'Image' && onRootMount;
}

function setsOf({ tables }: Linked, { path }: JudgedFile): MatchSet {
  const index = path === undefined ? 0 : runAutomaton(tables.automaton, Buffer.from(path, 'utf8'));
  const sets = tables.matchSets[index];
  if (sets === undefined) throw new Error(`There is no match set ${index}`);
  return sets;
}

function at(set: RuleSet, word: number): bigint {
  return set[word] ?? 0n;
}

function has(set: RuleSet, id: number): boolean {
  return ((at(set, id >> 6) >> BigInt(id & 63)) & 1n) === 1n;
}

function meets(set: RuleSet, other: RuleSet): boolean {
  return set.some((word, index) => (word & at(other, index)) !== 0n);
}
