import type { RuleSet } from '../../compile/tables';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';
import type { CgroupId, ContainerMarks } from './sensor';

export interface Binding {
  readonly cgroup: CgroupId;
  /** The rules that select the container. */
  readonly scope: RuleSet;
}

export interface ScopeParts {
  readonly memory: Pick<KernelMemory, 'containers' | 'control' | 'plans'>;
  /** Asks the kernel; 0: no container. */
  readonly indexOf: (cgroup: CgroupId) => number;
}

export interface MarkParts {
  readonly memory: Pick<KernelMemory, 'containers'>;
  readonly indexOf: ScopeParts['indexOf'];
}

/** `gone`: there is no such container (any more). `changed`: other rules hold for it than before. */
export type Bound = 'gone' | 'changed' | 'same';

/** Declares a container's name and image known. Hooks may end it, and begin another in its place, at any moment. */
export function bindContainer({ memory, indexOf }: ScopeParts, { cgroup, scope }: Binding): Bound {
  const index = indexOf(cgroup);
  if (index === 0) return 'gone';
  const { containers } = memory;
  const { flags } = layout.container.offset;
  const { bound } = layout.containerFlag;
  const changed = putScope(memory, { index, scope });
  const before = containers.load32(index, flags);
  // After the scope: a bound container without one would be covered by nothing of its own.
  containers.or32(index, flags, bound);
  // Its entry goes before its place does: still there, so it was this container. Else the next one is unbound, and its scope is not read.
  if (indexOf(cgroup) !== index) {
    containers.clear32(index, flags, bound);
    return 'gone';
  }
  return changed || (before & bound) === 0 ? 'changed' : 'same';
}

/** Gives a container its marks. One that has gone has none. */
export function markContainer({ memory: { containers }, indexOf }: MarkParts, cgroup: CgroupId, marks: ContainerMarks): void {
  const index = indexOf(cgroup);
  if (index === 0) return;
  const { flags } = layout.container.offset;
  const { armed, protected: spared } = layout.containerFlag;
  const wanted = (marks.armed ? armed : 0) | (marks.protected ? spared : 0);
  containers.clear32(index, flags, (armed | spared) & ~wanted);
  containers.or32(index, flags, wanted);
  // Its place may be another's by now, which begins without marks.
  if (indexOf(cgroup) !== index) containers.clear32(index, flags, armed | spared);
}

interface PlacedScope {
  readonly index: number;
  readonly scope: RuleSet;
}

/** Puts a scope into the slot in force; what is published meanwhile asks for its own. True: it differs from the one before. */
function putScope({ containers, control, plans }: ScopeParts['memory'], { index, scope }: PlacedScope): boolean {
  const { offset } = layout.container;
  const generation = control.load32(0, layout.control.offset.generation);
  if (generation === 0) return false;
  const slot = generation & 1;
  const version = plans.load32(slot, layout.plan.offset.version);
  const current = containers.ruleSet(index, offset.scope + layout.ruleSet.bytes * slot);
  const valid = containers.load32(index, offset.scopeVersion + 4 * slot) === version;
  if (valid && current.every((word, at) => word === scope[at])) return false;
  current.set(scope);
  containers.store32(index, offset.scopeVersion + 4 * slot, version);
  return true;
}
