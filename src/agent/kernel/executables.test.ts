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
    memory.executables.store32(id, layout.executable.offset.used, 1);
  }
  return memory as unknown as KernelMemory;
}

/** Keeps what was taken out of the ids and what was given back to the queue. */
class Calls {
  readonly removed: bigint[] = [];
  readonly freed: number[] = [];
  remove(_map: string, key: Buffer): number {
    this.removed.push(key.readBigUInt64LE(layout.executableKey.offset.cgroup));
    return 1;
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
  expect(calls).toEqual({ removed: [GONE], freed: [3] });
  expect(executables.get(3)).toBeUndefined();
  expect(executables.get(1)?.path).toBe('/a');
  expect(executables.sweep()).toBe(0);
});
