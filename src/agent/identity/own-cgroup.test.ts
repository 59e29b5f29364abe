import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownContainerCgroup } from './own-cgroup';

const CONTAINER = `kubepods/burstable/podb1d2c3e4-0000-4000-8000-000000000001/${'a'.repeat(64)}`;
const OTHER = `kubepods/burstable/podb1d2c3e4-0000-4000-8000-000000000002/${'b'.repeat(64)}`;

let unified: string;

beforeEach(() => {
  unified = mkdtempSync(join(tmpdir(), 'stasis-own-cgroup-'));
  for (const [path, processes] of [['', '1\n2\n'], [CONTAINER, '40\n41\n'], [OTHER, '4\n'], ['system.slice/cron.service', '7\n']] as const) {
    mkdirSync(join(unified, path), { recursive: true });
    writeFileSync(join(unified, path, 'cgroup.procs'), processes);
  }
});

afterEach(() => rmSync(unified, { recursive: true }));

const own = (pid: number, membership: string): string | undefined => ownContainerCgroup({ unified, freezer: undefined }, { pid, membership });

it('is told by the kernel where the process sees the whole hierarchy', () => {
  expect(own(41, `0::/${CONTAINER}\n`)).toBe(join(unified, CONTAINER));
});

it('is looked for in a cgroup namespace of its own', () => {
  expect(own(41, '0::/\n')).toBe(join(unified, CONTAINER));
});

it('is none for a process of the host', () => {
  expect(own(2, '0::/\n')).toBeUndefined();
  expect(own(7, '0::/system.slice/cron.service\n')).toBeUndefined();
  expect(own(7, '0::/\n')).toBeUndefined();
});

it('is none where nothing lists the process', () => {
  expect(own(99, '0::/\n')).toBeUndefined();
});
