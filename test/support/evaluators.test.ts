import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { compile, link, runAutomaton } from '../../src/compile';
import type { Labels, Linked } from '../../src/compile';
import { pathTables } from '../../src/compile/automaton/path-tables';
import { policyName } from '../../src/contract/policy';
import type { Policy } from '../../src/contract/policy';
import { labels, nearPath, operation, path, pathGlob, policies } from './arbitrary-policies';
import { evaluate, pathMatches } from './reference-evaluator';
import { evaluateTables } from './tables-evaluator';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Of everything in it: comparing half a million cells one by one takes seconds. */
function fingerprint(linked: Linked): string {
  return sha256(JSON.stringify(linked, (_, value: unknown) => (ArrayBuffer.isView(value) ? Buffer.from(value.buffer).toString('base64') : value)));
}

/** The policies that are in the tables: patterns that multiply each other keep a policy out, whole. */
function linkPolicies(list: readonly Policy[], nodeLabels?: Labels): { readonly linked: Linked; readonly inForce: readonly Policy[] } {
  const compiled = list.flatMap((policy) => {
    const { plan, diagnostics } = compile(policy, { hash: sha256 });
    expect(diagnostics.filter(({ message }) => !message.includes('multiply each other'))).toEqual([]);
    return plan === undefined ? [] : [{ policy, plan }];
  });
  const linked = link(compiled.map(({ plan }) => ({ plan })), nodeLabels);
  expect(linked.rejected.filter(({ reason }) => reason !== 'TooManyPatterns')).toEqual([]);
  const out = new Set(linked.rejected.map(({ policy }) => policyName(policy)));
  return { linked, inForce: compiled.map(({ policy }) => policy).filter((policy) => !out.has(policyName(policy))) };
}

describe('tables', () => {
  it('give the verdicts of the reference evaluator for random policies and operations', () => {
    let matches = 0;
    fc.assert(
      fc.property(policies, fc.array(operation, { minLength: 50, maxLength: 100 }), fc.option(labels, { nil: undefined, freq: 4 }), (list, operations, nodeLabels) => {
        const { linked, inForce } = linkPolicies(list, nodeLabels);
        for (const one of operations) {
          const expected = evaluate(inForce, one, nodeLabels);
          matches += expected.matched.length;
          expect(evaluateTables(linked, one)).toEqual(expected);
        }
      }),
      { numRuns: 100, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true },
    );
    expect(matches).toBeGreaterThan(500);
  });

  it('are the same in whatever order the policies come', () => {
    fc.assert(
      fc.property(policies, (list) => {
        expect(fingerprint(linkPolicies([...list].reverse()).linked)).toBe(fingerprint(linkPolicies(list).linked));
      }),
      { numRuns: 20 },
    );
  });
});

describe('automaton', () => {
  it('accepts exactly the paths that satisfy a pattern', () => {
    const cases = pathGlob.chain((glob) => fc.tuple(fc.constant([glob]), fc.array(nearPath(glob), { minLength: 10, maxLength: 10 })));
    fc.assert(fc.property(cases, ([globs, paths]) => comparePatterns(globs, paths)), { numRuns: 1000 });
  });

  it('tells which of many patterns a path satisfies', () => {
    const several = fc.uniqueArray(pathGlob, { minLength: 2, maxLength: 10 });
    const cases = several.chain((globs) => fc.tuple(fc.constant(globs), fc.tuple(...globs.map(nearPath), path, path)));
    fc.assert(fc.property(cases, ([globs, paths]) => comparePatterns(globs, paths)), { numRuns: 300 });
  });
});

function comparePatterns(globs: readonly string[], paths: readonly string[]): void {
  const tables = pathTables(globs.map((pattern, rule) => ({ pattern, field: 'executable', rule })));
  if (tables === undefined) return;
  for (const one of paths) {
    const word = tables.matchSets[runAutomaton(tables.automaton, Buffer.from(one, 'utf8'))]?.executable[0] ?? 0n;
    const expected = globs.reduce((bits, glob, rule) => (pathMatches(glob, one) ? bits | (1n << BigInt(rule)) : bits), 0n);
    expect({ one, satisfied: word }).toEqual({ one, satisfied: expected });
  }
}
