import { runAutomaton } from '../../compile/automaton/run';
import type { RuleSet, Tables } from '../../compile/tables';
import { checkTables, fillSlot } from './encode';
import { KernelError } from './kernel-error';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';
import type { CgroupId } from './sensor';

export interface PublishParts {
  readonly memory: KernelMemory;
  /** Resolves when every hook that runs now has returned. */
  readonly waitForHooks: () => Promise<void>;
  /** The wait of step 1 where it was begun after the last flip already; resolves when it is over. */
  readonly waited?: Promise<void> | undefined;
}

export interface Rules {
  readonly tables: Tables;
  readonly scopeOf: (cgroup: CgroupId) => RuleSet | undefined;
  /** Gives the pods that are declared their scopes of a slot that is not in force yet. */
  readonly completePods?: (slot: number, version: number) => void;
}

/** Scans that find new stale entries each time: a hook that leaves them is broken. */
const MAX_SCANS = 16;

/**
 * Fills the slot that is out of force and flips. One call at a time. A hook reads the generation once and uses its slot
 * throughout, so:
 *   1. wait: no hook reads the slot any more (it was in force until the last flip)
 *   2. version odd: hooks that meet a new executable leave this slot's part of it open
 *   3. fill the tables, version even, wait: every hook from here on completes what it enters for this slot too
 *   4. complete the executables, containers and pods that were entered before, until a scan finds none left
 *   5. flip the generation
 * A failure before 5 leaves the generation before in force.
 */
export async function publish({ memory, waitForHooks, waited }: PublishParts, rules: Rules): Promise<number> {
  checkTables(rules.tables);
  const next = nextGeneration(memory.control.load32(0, layout.control.offset.generation));
  const slot = next & 1;
  const { version: versionAt } = layout.plan.offset;
  await (waited ?? waitForHooks());
  const odd = (memory.plans.load32(slot, versionAt) | 1) >>> 0;
  memory.plans.store32(slot, versionAt, odd);
  fillSlot(memory, slot, rules.tables);
  const version = (odd + 1) >>> 0 || 2;
  memory.plans.store32(slot, versionAt, version);
  await waitForHooks();
  complete({ memory, slot, version, rules });
  rules.completePods?.(slot, version);
  memory.control.store32(0, layout.control.offset.generation, next);
  return next;
}

/** Alternates the low bit, which is the slot; 0 means that nothing is enforced. */
export function nextGeneration(generation: number): number {
  return (generation + 1) >>> 0 || 2;
}

interface Filling {
  readonly memory: KernelMemory;
  readonly slot: number;
  readonly version: number;
  readonly rules: Rules;
}

function complete(filling: Filling): void {
  for (let scan = 0; scan < MAX_SCANS; scan++) {
    if (completeExecutables(filling) + completeScopes(filling) === 0) return;
  }
  throw new KernelError({ code: 'stale', operation: 'complete the new rule tables' });
}

function completeExecutables({ memory: { executables, executableCount }, slot, version, rules }: Filling): number {
  const { offset } = layout.executable;
  let stale = 0;
  for (let place = 1; place < executableCount; place++) {
    if (executables.load32(place, offset.id) === 0 || executables.load32(place, offset.matchVersion + 4 * slot) === version) continue;
    stale++;
    const path = executables.slice(place, offset.path, executables.load32(place, offset.pathLength));
    executables.store32(place, offset.match + 4 * slot, runAutomaton(rules.tables.automaton, path));
    executables.store32(place, offset.matchVersion + 4 * slot, version);
  }
  return stale;
}

function completeScopes({ memory: { containers, containerCount }, slot, version, rules }: Filling): number {
  const { offset } = layout.container;
  let stale = 0;
  for (let index = 1; index < containerCount; index++) {
    const cgroup = containers.load64(index, offset.cgroup);
    if (cgroup === 0n || (containers.load32(index, offset.flags) & layout.containerFlag.bound) === 0) continue;
    if (containers.load32(index, offset.scopeVersion + 4 * slot) === version) continue;
    stale++;
    containers.ruleSet(index, offset.scope + layout.ruleSet.bytes * slot).set(scopeOf(index, { memory: { containers }, rules, cgroup }));
    containers.store32(index, offset.scopeVersion + 4 * slot, version);
  }
  return stale;
}

interface Scoping {
  readonly memory: Pick<KernelMemory, 'containers'>;
  readonly rules: Rules;
  readonly cgroup: CgroupId;
}

/** A container that was bound before and that nobody knows now is covered as an unbound one. */
function scopeOf(index: number, { memory, rules, cgroup }: Scoping): RuleSet {
  const flags = memory.containers.load32(index, layout.container.offset.flags);
  if ((flags & layout.containerFlag.selftest) !== 0) return new BigUint64Array(layout.limits.ruleWords);
  return rules.scopeOf(cgroup) ?? rules.tables.plan.scopeUnbound;
}
