import { compileFile, linkPlans } from '../../../src/agent/config/plans';
import type { ContainerFacts } from '../../../src/agent/identity/facts';
import type { ProcessEvent } from '../../../src/agent/kernel/events';
import type { LinkedRules } from '../../../src/agent/rules';
import { rulesOf } from './run';

/** Of a container of which no more than its name is known. */
export function factsOf(name: string): ContainerFacts {
  return { id: name, name, image: undefined, runtime: 'unknown', pod: undefined, sandbox: false, containerdNamespace: undefined, sandboxId: undefined };
}

/** Links policies; fails on any diagnostic. */
export function linkPolicies(yaml: string): LinkedRules {
  const { plans, diagnostics } = compileFile('test.yaml', yaml);
  const linked = linkPlans(plans);
  const problems = [...diagnostics.map(({ message }) => message), ...linked.problems];
  if (problems.length > 0) throw new Error(`The policies of the test are wrong: ${problems.join('; ')}`);
  return linked;
}

/** Names of the rules that a finding names, sorted. */
export function namesOf(linked: LinkedRules, event: ProcessEvent): readonly string[] {
  return rulesOf(event).flatMap((id) => linked.rulesOf(id).map(({ rule }) => rule)).sort();
}
