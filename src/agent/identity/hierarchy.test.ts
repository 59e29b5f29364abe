import { findHierarchies, parseMembership } from './hierarchy';

const HYBRID = [
  '31 23 0:28 / /sys/fs/cgroup rw,relatime - tmpfs tmpfs rw,mode=755',
  '37 31 0:34 / /sys/fs/cgroup/freezer rw,relatime - cgroup cgroup rw,freezer',
  '41 31 0:38 / /sys/fs/cgroup/unified rw,relatime - cgroup2 cgroup2 rw',
].join('\n');

it('finds the default hierarchy and the v1 freezer on a hybrid host', () => {
  expect(findHierarchies(HYBRID)).toEqual({ ok: true, hierarchies: { unified: '/sys/fs/cgroup/unified', freezer: '/sys/fs/cgroup/freezer' } });
});

it('finds no v1 freezer on a v2 host', () => {
  expect(findHierarchies('29 23 0:26 / /sys/fs/cgroup rw,nosuid - cgroup2 cgroup2 rw,nsdelegate')).toEqual({ ok: true, hierarchies: { unified: '/sys/fs/cgroup', freezer: undefined } });
});

it('refuses a pure v1 host and says what to do', () => {
  const found = findHierarchies('37 31 0:34 / /sys/fs/cgroup/freezer rw,relatime - cgroup cgroup rw,freezer');
  expect(found).toEqual({ ok: false, reason: expect.stringContaining('cgroup v1 only') as string });
});

it('takes no bind mount of a part of the hierarchy for the whole', () => {
  expect(findHierarchies('29 23 0:26 /docker/abc /sys/fs/cgroup rw - cgroup2 cgroup2 rw').ok).toBe(false);
});

it('takes the host\'s hierarchy, mounted into a container with a cgroup namespace of its own, for the whole', () => {
  const mount = (root: string): string => `29 23 0:26 ${root} /sys/fs/cgroup rw - cgroup2 cgroup2 rw`;
  expect(findHierarchies(mount('/../../../..'))).toMatchObject({ hierarchies: { unified: '/sys/fs/cgroup' } });
  expect(findHierarchies(mount('/../../system.slice')).ok).toBe(false);
});

it('undoes the octal escapes of mount points', () => {
  expect(findHierarchies('29 23 0:26 / /mnt/c\\040g rw - cgroup2 cgroup2 rw')).toMatchObject({ hierarchies: { unified: '/mnt/c g' } });
});

it('reads the memberships of a process, names with colons included', () => {
  const membership = parseMembership('9:name=systemd:/a\n6:cpu,cpuacct:/b:c\n0::/d\nrubbish\n');
  expect([...membership]).toEqual([
    ['name=systemd', '/a'],
    ['cpu', '/b:c'],
    ['cpuacct', '/b:c'],
    ['', '/d'],
  ]);
});
