import { Executables } from './executables';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';
import { Records } from './records';

const LIVE = 7n;
const GONE = 8n;

function memoryWith(executables: readonly { readonly id: number; readonly cgroup: bigint; readonly path: string }[]): KernelMemory {
  const records = (bytes: number): Records => new Records(new ArrayBuffer(((bytes + 7) & ~7) * 4), bytes);
  const memory = { executables: records(layout.executable.bytes), containers: records(layout.container.bytes), containerCount: 4, executableCount: 4 };
  memory.containers.store64(1, layout.container.offset.cgroup, LIVE);
  for (const { id, cgroup, path } of executables) {
    memory.executables.store64(id, layout.executable.offset.key + layout.executableKey.offset.cgroup, cgroup);
    memory.executables.slice(id, layout.executable.offset.path, path.length).write(path);
    memory.executables.store32(id, layout.executable.offset.pathLength, path.length);
    memory.executables.store32(id, layout.executable.offset.id, id);
  }
  return memory as unknown as KernelMemory;
}

/** Keeps what was taken out of the ids and what was given back to the queue. */
class Calls {
  /** Values of the table of processes */
  processes: Buffer = Buffer.alloc(0);
  readonly removed: bigint[] = [];
  readonly freed: number[] = [];
  remove(_map: string, key: Buffer): number {
    this.removed.push(key.readBigUInt64LE(layout.executableKey.offset.cgroup));
    return 1;
  }
  entries(): { readonly count: number; readonly keys: Buffer; readonly values: Buffer } {
    return { count: 0, keys: Buffer.alloc(0), values: this.processes };
  }
  update(_map: string, _keys: Buffer, values: Buffer): void {
    this.freed.push(values.readUInt32LE());
  }
}

it('reads path and origin of an id in use', () => {
  const executables = new Executables(new Calls(), memoryWith([{ id: 2, cgroup: LIVE, path: '/bin/sh' }]));
  expect(executables.get(2)).toEqual({ path: '/bin/sh', origin: 0 });
  expect([executables.get(0), executables.get(1), executables.get(4), executables.get(-1)]).toEqual([undefined, undefined, undefined, undefined]);
});

it('gives back the ids of a container that is gone, one sweep later, and no others', () => {
  const calls = new Calls();
  const executables = new Executables(calls, memoryWith([{ id: 1, cgroup: LIVE, path: '/a' }, { id: 3, cgroup: GONE, path: '/b' }]));
  expect(executables.sweep()).toBe(0);
  expect(executables.get(3)?.path).toBe('/b');
  expect(executables.sweep()).toBe(1);
  expect([calls.removed, calls.freed]).toEqual([[GONE], [3 + 4]]);
  expect(executables.get(3)).toBeUndefined();
  expect(executables.get(1)?.path).toBe('/a');
  expect(executables.sweep()).toBe(0);
});

/** One process, whose program has the first id and whose ancestors have the others. */
function processRemembering(program: number, ...ancestors: number[]): Buffer {
  const { bytes, offset } = layout.process;
  const value = Buffer.alloc(bytes);
  value.writeUInt32LE(program, offset.executable);
  value.writeUInt32LE(ancestors.length, offset.ancestorCount);
  ancestors.forEach((id, at) => value.writeUInt32LE(id, offset.ancestors + 4 * at));
  return value;
}

it('gives a container that has few ids left those back that no process remembers, one sweep after hooks can no longer find them', () => {
  const calls = new Calls();
  const memory = memoryWith([{ id: 1, cgroup: LIVE, path: '/a' }, { id: 2, cgroup: LIVE, path: '/b' }, { id: 3, cgroup: LIVE, path: '/c' }]);
  const executables = new Executables(calls, memory);
  const owned = (): number => memory.containers.load32(1, layout.container.offset.executables);
  calls.processes = processRemembering(1, 2);
  memory.containers.store32(1, layout.container.offset.executables, 383);
  expect([executables.sweep(), executables.sweep(), calls.removed]).toEqual([0, 0, []]);

  memory.containers.store32(1, layout.container.offset.executables, 384);
  expect([executables.sweep(), calls.removed, calls.freed]).toEqual([0, [LIVE], []]);
  calls.processes = processRemembering(3, 2); // a hook that had found it before
  expect([executables.sweep(), calls.freed, owned()]).toEqual([0, [], 384]);
  calls.processes = processRemembering(2);
  expect([executables.sweep(), calls.freed, owned()]).toEqual([2, [1 + 4, 3 + 4], 382]);
  expect([executables.get(3), executables.get(2)?.path]).toEqual([undefined, '/b']);
});

it('does not take the next owner of a place for the one before', () => {
  const memory = memoryWith([{ id: 3, cgroup: LIVE, path: '/new' }]);
  memory.executables.store32(3, layout.executable.offset.id, 7);
  const executables = new Executables(new Calls(), memory);
  expect([executables.get(3), executables.get(7)?.path]).toEqual([undefined, '/new']);
});
