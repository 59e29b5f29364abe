import type { Fault } from '../../contract/diagnostic';
import type { Policy } from '../../contract/policy';
import type { Check } from './check';
import { matcherMatchesSomething } from './matcher-matches-something';
import { namesAreGlobs } from './names-are-globs';
import { pathsAreGlobs } from './paths-are-globs';
import { patternsStaySmall } from './patterns-stay-small';
import { responsesAreGiven } from './responses-are-given';
import { ruleNamesDiffer } from './rule-names-differ';
import { selectorsAreSound } from './selectors-are-sound';
import { targetSaysWho } from './target-says-who';

/** What the linker relies on; it asks again, whoever made the plan. In the order in which faults are told. */
const SOUNDNESS: readonly Check[] = [targetSaysWho, selectorsAreSound, namesAreGlobs, ruleNamesDiffer, matcherMatchesSomething, pathsAreGlobs, responsesAreGiven];

/** What is wrong with a policy that has the right shape. */
export function faultsOf(policy: Policy): readonly Fault[] {
  const faults = soundnessFaults(policy);
  return faults.length > 0 ? faults : patternsStaySmall(policy);
}

/** The part of it that a plan from elsewhere must pass too. */
export function soundnessFaults(policy: Policy): readonly Fault[] {
  return SOUNDNESS.flatMap((check) => check(policy));
}
