import * as layout from './layout.gen';
import { Records } from './records';
import { bindContainer, type ScopeParts } from './scopes';

const CGROUP = 7n;
const INDEX = 1;
const { offset } = layout.container;
const scope = BigUint64Array.from({ length: layout.limits.ruleWords }, () => 3n);
let memory: ScopeParts['memory'];

beforeEach(() => {
  memory = {
    containers: new Records(new ArrayBuffer(layout.container.bytes * 2), layout.container.bytes),
    control: new Records(new ArrayBuffer(layout.control.bytes), layout.control.bytes),
    plans: new Records(new ArrayBuffer(layout.plan.bytes * 2), layout.plan.bytes),
  };
  memory.control.store32(0, layout.control.offset.generation, 1);
  memory.plans.store32(1, layout.plan.offset.version, 2);
  memory.containers.store64(INDEX, offset.cgroup, CGROUP);
});

function isBound(): boolean {
  return (memory.containers.load32(INDEX, offset.flags) & layout.containerFlag.bound) !== 0;
}

it('binds with the scope in the slot in force, and says whether that changed anything', () => {
  const parts = { memory, indexOf: () => INDEX };
  expect(bindContainer(parts, { cgroup: CGROUP, scope })).toBe('changed');
  expect(isBound()).toBe(true);
  expect([...memory.containers.ruleSet(INDEX, offset.scope + layout.ruleSet.bytes)]).toEqual([...scope]);
  expect(bindContainer(parts, { cgroup: CGROUP, scope })).toBe('same');
});

it('leaves unbound whoever took the place of a container that ended meanwhile', () => {
  let asked = 0;
  const indexOf = (): number => {
    if (++asked === 1) return INDEX;
    memory.containers.store64(INDEX, offset.cgroup, 8n);
    return 0;
  };
  expect(bindContainer({ memory, indexOf }, { cgroup: CGROUP, scope })).toBe('gone');
  expect(isBound()).toBe(false);
});

it('does nothing where there is no such container', () => {
  expect(bindContainer({ memory, indexOf: () => 0 }, { cgroup: CGROUP, scope })).toBe('gone');
  expect(isBound()).toBe(false);
});
