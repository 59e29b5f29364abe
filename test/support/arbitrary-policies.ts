import fc from 'fast-check';
import type { ContainerIdentity } from '../../src/compile';
import { ORIGINS } from '../../src/compile/tables';
import type { LabelSelector, Policy, ProcessMatch, Rule, Target } from '../../src/contract/policy';
import type { JudgedFile, Operation } from './reference-evaluator';

/** Few words, so that random patterns meet random paths. */
const WORDS = ['a', 'b', 'ab', 'ba', 'bin', 'sh', 'bash', 'é', 'usr'] as const;
const NAMESPACES = ['shop', 'shop-test', 'kube'] as const;
const KEYS = ['tier', 'app'] as const;
const VALUES = ['web', 'db'] as const;

const word = fc.constantFrom(...WORDS);
const segmentGlob = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: fc.array(fc.oneof(word, fc.constantFrom('*', '?')), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('').replace(/\*{2,}/gu, '*')) },
);

/** A valid path pattern. */
export const pathGlob: fc.Arbitrary<string> = fc
  .tuple(fc.boolean(), fc.array(fc.oneof({ weight: 6, arbitrary: segmentGlob }, { weight: 1, arbitrary: fc.constant('**') }), { minLength: 1, maxLength: 3 }))
  .map(([floating, segments]) => (floating && segments[0] !== '**' ? `**/${segments.join('/')}` : `/${segments.join('/')}`));

/** A path as the kernel resolves one. */
export const path: fc.Arbitrary<string> = fc.array(word, { minLength: 1, maxLength: 3 }).map((segments) => `/${segments.join('/')}`);

const FILLINGS = ['', 'a', 'b', '/', 'a/b', 'ab', 'é'] as const;

/** A path that a pattern accepts, or only just does not: its stars are filled at random, with slashes too. */
export function nearPath(glob: string): fc.Arbitrary<string> {
  const fillings = fc.infiniteStream(fc.constantFrom(...FILLINGS));
  return fillings.map((stream) => {
    const filled = glob.replace(/\*\*|\*|\?/gu, () => String(stream.next().value));
    return `/${filled.split('/').filter((segment) => segment !== '').join('/')}`;
  });
}

function list<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> {
  return fc.uniqueArray(value, { minLength: 1, maxLength: 2 });
}

function nonEmpty<Value extends object>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return value.filter((record) => Object.keys(record).length > 0);
}

const process: fc.Arbitrary<ProcessMatch> = nonEmpty(
  fc.record(
    {
      executable: list(pathGlob),
      notExecutable: list(pathGlob),
      origin: list(fc.constantFrom('Image', 'Modified', 'Written', 'Volume', 'Memory', 'Deleted')),
      ancestors: list(pathGlob),
      notAncestors: list(pathGlob),
    },
    { requiredKeys: [] },
  ),
);

const rule: fc.Arbitrary<Omit<Rule, 'name'>> = fc.record({
  severity: fc.constantFrom('Low', 'Medium', 'High', 'Critical'),
  tags: fc.constant([]),
  process,
  respond: list(fc.constantFrom('Alert', 'Kill', 'Freeze')),
});

const expression = fc.oneof(
  fc.record({ key: fc.constantFrom(...KEYS), operator: fc.constantFrom('In' as const, 'NotIn' as const), values: list(fc.constantFrom(...VALUES)) }),
  fc.record({ key: fc.constantFrom(...KEYS), operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const) }),
);
export const labels = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(...VALUES), { noNullPrototype: true });
export const selector: fc.Arbitrary<LabelSelector> = nonEmpty(fc.record({ matchLabels: nonEmpty(labels), matchExpressions: fc.array(expression, { minLength: 1, maxLength: 2 }) }, { requiredKeys: [] }));

const named = { containers: list(fc.constantFrom('app', 'a*', '*', 'db', 'side?ar')), images: list(fc.constantFrom('**/nginx:*', 'docker.io/**', 'docker.io/*/nginx:1', 'redis')), podSelector: selector };
const all: fc.Arbitrary<Target> = fc.constant({ all: true });
const namespacedTarget: fc.Arbitrary<Target> = fc.oneof({ weight: 2, arbitrary: all }, nonEmpty(fc.record(named, { requiredKeys: [] })));
const clusterTarget: fc.Arbitrary<Target> = fc.oneof({ weight: 2, arbitrary: all }, nonEmpty(fc.record({ ...named, namespaces: list(fc.constantFrom('shop', 'shop*', 'kube')), namespaceSelector: selector, nodeSelector: selector }, { requiredKeys: [] })));

/** Policies with different names that pass every check, but for patterns that multiply each other now and then. */
export const policies: fc.Arbitrary<Policy[]> = fc
  .array(
    fc.record({ mode: fc.constantFrom('Audit' as const, 'Enforce' as const), namespace: fc.option(fc.constantFrom(...NAMESPACES), { freq: 1 }), inside: namespacedTarget, across: clusterTarget, rules: fc.array(rule, { minLength: 1, maxLength: 3 }) }),
    { maxLength: 4 },
  )
  .map((drafts) =>
    drafts.map(({ mode, namespace, inside, across, rules }, index): Policy => {
      const common = { name: `policy-${index}`, mode, rules: rules.map((draft, at) => ({ ...draft, name: `rule-${at}` })) };
      return namespace === null ? { kind: 'ClusterSecurityPolicy', target: across, ...common } : { kind: 'SecurityPolicy', namespace, target: inside, ...common };
    }),
  );

const container: fc.Arbitrary<ContainerIdentity> = fc.record(
  {
    name: fc.constantFrom('app', 'db', 'a', 'sidecar'),
    image: fc.constantFrom('docker.io/library/nginx:1', 'nginx:2', 'redis'),
    pod: fc.record({ namespace: fc.constantFrom(...NAMESPACES), labels, namespaceLabels: labels }, { requiredKeys: ['namespace', 'labels'] }),
  },
  { requiredKeys: ['name'] },
);

const file: fc.Arbitrary<JudgedFile> = fc.record({
  path: fc.oneof({ weight: 9, arbitrary: path }, { weight: 1, arbitrary: fc.constant(undefined) }),
  origin: fc.constantFrom(...ORIGINS),
  onRootMount: fc.boolean(),
});
const ancestor = fc.record({ path, origin: fc.constantFrom('Image' as const, 'Image' as const, 'Written' as const), onRootMount: fc.boolean() });

/** A program that is started in some container. */
export const operation: fc.Arbitrary<Operation> = fc.record(
  {
    container: fc.oneof({ weight: 9, arbitrary: container }, { weight: 1, arbitrary: fc.constant(undefined) }),
    file,
    interpreter: file,
    lineage: fc.record({ complete: fc.boolean(), programs: fc.array(ancestor, { maxLength: 3 }) }),
  },
  { requiredKeys: ['container', 'file', 'lineage'] },
);
