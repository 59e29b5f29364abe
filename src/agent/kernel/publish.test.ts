import { linkPlans } from '../config/plans';
import type { Tables } from '../../compile/tables';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';
import { nextGeneration, publish } from './publish';
import { Records } from './records';

const COUNT = 4;

function emptyMemory(): KernelMemory {
  const records = (bytes: number, count: number): Records => new Records(new ArrayBuffer(((bytes + 7) & ~7) * count), bytes);
  return {
    control: records(layout.control.bytes, 1),
    containers: records(layout.container.bytes, COUNT),
    contained: records(layout.containment.bytes, COUNT),
    executables: records(layout.executable.bytes, COUNT),
    plans: records(layout.plan.bytes, 2),
    matchSets: records(layout.matchSet.bytes, 2 * layout.limits.matchSets),
    dfas: records(layout.dfa.bytes, 2),
    pods: records(layout.pod.bytes, COUNT),
    ...{ containerCount: COUNT, executableCount: COUNT, podCount: COUNT },
  };
}

const { tables } = linkPlans([]);
const scope = BigUint64Array.from({ length: layout.limits.ruleWords }, () => 3n);
let memory: KernelMemory;

beforeEach(() => {
  memory = emptyMemory();
});

function generation(): number {
  return memory.control.load32(0, layout.control.offset.generation);
}

function enterExecutable(id: number, path: string): void {
  const { offset } = layout.executable;
  memory.executables.slice(id, offset.path, path.length).write(path);
  memory.executables.store32(id, offset.pathLength, path.length);
  memory.executables.store32(id, offset.id, id);
}

function enterContainer(index: number): void {
  memory.containers.store64(index, layout.container.offset.cgroup, BigInt(index));
  memory.containers.or32(index, layout.container.offset.flags, layout.containerFlag.bound);
}

function publishWith(parts: { readonly tables?: Tables; readonly onWait?: (wait: number) => void }): Promise<number> {
  let wait = 0;
  const waitForHooks = (): Promise<void> => {
    parts.onWait?.(++wait);
    return Promise.resolve();
  };
  return publish({ memory, waitForHooks }, { tables: parts.tables ?? tables, scopeOf: () => scope });
}

it('alternates the slots, and keeps the version of each even and rising', async () => {
  const { version } = layout.plan.offset;
  expect([await publishWith({}), await publishWith({}), await publishWith({})]).toEqual([1, 2, 3]);
  expect([memory.plans.load32(0, version), memory.plans.load32(1, version)]).toEqual([2, 4]);
});

it('touches nothing before the hooks that use the slot have returned, and fills it while its version is odd', async () => {
  const versions: number[] = [];
  await publishWith({ onWait: () => versions.push(memory.plans.load32(1, layout.plan.offset.version)) });
  expect(versions).toEqual([0, 2]);
});

it('completes executables and containers that hooks enter while it fills', async () => {
  await publishWith({
    onWait: (wait) => {
      enterExecutable(wait, '/bin/sh');
      enterContainer(wait);
    },
  });
  for (const id of [1, 2]) {
    expect(memory.executables.load32(id, layout.executable.offset.matchVersion + 4)).toBe(2);
    expect(memory.containers.load32(id, layout.container.offset.scopeVersion + 4)).toBe(2);
    expect([...memory.containers.ruleSet(id, layout.container.offset.scope + layout.ruleSet.bytes)]).toEqual([...scope]);
  }
});

it('leaves the generation before in force when it fails', async () => {
  await publishWith({});
  const tooMany = { ...tables, plan: { ...tables.plan, rules: 513 } };
  await expect(publishWith({ tables: tooMany })).rejects.toMatchObject({ code: 'tables' });
  const died = new Error('died');
  await expect(
    publishWith({
      onWait: (wait) => {
        if (wait === 2) throw died;
      },
    }),
  ).rejects.toBe(died);
  expect(generation()).toBe(1);
  expect(await publishWith({})).toBe(2);
});

it('never numbers a generation 0', () => {
  expect(nextGeneration(0xffff_ffff)).toBe(2);
  expect(nextGeneration(0)).toBe(1);
});

it('does not wait twice for the slot that the last flip put out of force', async () => {
  let waits = 0;
  const waitForHooks = (): Promise<void> => {
    waits++;
    return Promise.resolve();
  };
  let slotIsFree = (): void => undefined;
  const waited = new Promise<void>((resolve) => {
    slotIsFree = resolve;
  });
  const published = publish({ memory, waitForHooks, waited }, { tables, scopeOf: () => scope });
  await Promise.resolve();
  expect(memory.plans.load32(1, layout.plan.offset.version)).toBe(0); // untouched
  slotIsFree();
  await published;
  expect(waits).toBe(1);
});
