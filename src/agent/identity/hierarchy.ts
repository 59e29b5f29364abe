/** Where the cgroup hierarchies of this machine are mounted. */
export interface Hierarchies {
  /** Mount point of the default (v2) hierarchy: cgroup ids are inode numbers of its directories. */
  readonly unified: string;
  /** Mount point of the v1 freezer hierarchy on hybrid hosts: what runtimes read and write there. */
  readonly freezer: string | undefined;
}

export type HierarchiesOrReason = { readonly ok: true; readonly hierarchies: Hierarchies } | { readonly ok: false; readonly reason: string };

interface Mount {
  readonly root: string;
  readonly point: string;
  readonly type: string;
  readonly options: readonly string[];
}

const PURE_V1 = 'this host has cgroup v1 only; mount the v2 hierarchy beside it (hybrid) or boot with systemd.unified_cgroup_hierarchy=1';

/** Reads the text of /proc/self/mountinfo. Hosts without a default hierarchy (pure v1) are refused with a reason. */
export function findHierarchies(mountinfo: string): HierarchiesOrReason {
  const mounts = mountinfo.split('\n').flatMap(parseMount);
  // A bind of a sub-directory (root not "/") would hide the ids above it. In a cgroup namespace what is above it reads "/..".
  const unified = mounts.find((mount) => mount.type === 'cgroup2' && /^(\/|(\/\.\.)+)$/.test(mount.root));
  const freezer = mounts.find((mount) => mount.type === 'cgroup' && mount.options.includes('freezer'));
  if (unified !== undefined) return { ok: true, hierarchies: { unified: unified.point, freezer: freezer?.point } };
  if (mounts.some((mount) => mount.type === 'cgroup')) return { ok: false, reason: PURE_V1 };
  return { ok: false, reason: 'no cgroup hierarchy is mounted; mount cgroup2 on "/sys/fs/cgroup"' };
}

function parseMount(line: string): Mount[] {
  const [before, after] = line.split(' - ');
  if (before === undefined || after === undefined) return [];
  const fields = before.split(' ');
  const [type, , options] = after.split(' ');
  const root = fields[3];
  const point = fields[4];
  if (root === undefined || point === undefined || type === undefined) return [];
  return [{ root: unescape(root), point: unescape(point), type, options: (options ?? '').split(',') }];
}

/** The kernel writes space, tab, newline and backslash as three octal digits. */
function unescape(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));
}

/** A process's cgroup paths from the text of /proc/PID/cgroup; '' is the default hierarchy. */
export function parseMembership(text: string): ReadonlyMap<string, string> {
  const membership = new Map<string, string>();
  for (const line of text.split('\n')) {
    const match = /^\d+:([^:]*):(\/.*)$/.exec(line);
    if (match === null) continue;
    for (const controller of (match[1] ?? '').split(',')) membership.set(controller, match[2] ?? '/');
  }
  return membership;
}
