import type { Origin } from '../../../src/compile/tables';
import { build } from './compile';

/** One way to start a program, by what it is called in `programs/evade.c` or as a whole command, and what is to come of it. */
export interface Attempt {
  readonly title: string;
  readonly command: readonly string[];
}

export interface Caught extends Attempt {
  readonly origin: Origin;
}

export interface KnownGap extends Attempt {
  readonly reason: string;
}

/** Path of the program that goes these ways. */
export function buildEvade(): Promise<string> {
  return build('programs/evade.c', { parts: ['evade-naming.c', 'evade-mounting.c', 'evade-moving.c'] });
}

export function evade(title: string, ...command: readonly string[]): Attempt {
  return { title, command: ['/bin/evade', ...command] };
}

function written(title: string, ...command: readonly string[]): Caught {
  return { ...evade(title, ...command), origin: 'Written' };
}

/** Each starts a script that the hook cannot tell any more, so it counts as every script. */
export const UNKNOWN_SCRIPTS: readonly Attempt[] = [
  evade('with 5,000 files that the exec closes on top of it', 'script-under', '5000'),
  evade('with a request in flight, for which the exec lets it go', 'script-request', '/bin/interp'),
  evade('with a request in flight, and an interpreter whose loader is opened for the exec as well', 'script-request', '/bin/dynamic'),
  evade('with a request in flight, and such a loader in an overlay on the container\'s overlay', 'script-request-deeper', '/bin/dynamic'),
];

/** As these, where the kernel lets a user namespace have handlers (since 6.7); else the way cannot be gone. */
export const OWN_HANDLERS: readonly Attempt[] = [
  evade('for whose format the container has a handler of its own', 'handler', '/tmp/inner'),
  evade('for whose format the container has a handler of its own, as the interpreter of a script of the image', 'handler', '/lib/tool-of-tmp'),
];

const BUSYBOX = '/bin/busybox';

/** Against a rule that lists every origin but Image. */
export const CAUGHT: readonly Caught[] = [
  written('a dropped program', 'plain', '/tmp/x'),
  written('a dropped program named as one of the image', 'rename', '/bin/nothing'),
  written('a dropped program through a symbolic link', 'symlink'),
  written('a dropped program through a hard link', 'hard-link'),
  written('a hard link to a program of the image', 'hard-link', '/bin/nothing'), // overlayfs gives it an inode of its own
  written('a dropped program through a bind mount', 'bind', '/etc/data'),
  written('a dropped program bound over one of the image', 'bind', '/bin/nothing'),
  written('a dropped program bound over one of the image in a mount namespace of its own', 'bind-elsewhere', '/bin/nothing'),
  written('a dropped program on a mount that is nowhere', 'detached'),
  written('a dropped program by /proc/self/root', 'proc-root'),
  written('a dropped program by a relative path', 'relative'),
  written('a dropped program by /proc/self/fd', 'descriptor'),
  written('a dropped program by its descriptor', 'execveat'),
  written('a dropped program in another root', 'chroot'),
  written('a renamed busybox', 'copy', BUSYBOX),
  written('a 32-bit program', 'copy', '/bin/nothing32'),
  written('a dropped program from a thread', 'thread'),
  written('a dropped program as a child', 'child'),
  written('a dropped program as a child that shares memory with its parent', 'vfork'),
  written('a dropped program as an orphan in a session of its own', 'orphan'),
  written('a dropped program in a cgroup below the container\'s', 'nested-cgroup'),
  written('a dropped program after leaving the container\'s cgroup', 'other-cgroup'),
  written('a dropped program of a child born into another cgroup', 'born-elsewhere'),
  written('a script', 'script', '/bin/interp'),
  written('a script through a symbolic link', 'script-symlink', '/bin/interp'),
  written('a script by /proc/self/fd', 'script-reopened', '/bin/interp'),
  written('a script by its descriptor', 'script-descriptor', '/bin/interp'),
  written('a script whose interpreter starts another interpreter, as env does', 'script', '/bin/link /bin/interp'),
  written('a script whose interpreter starts another as its child', 'script-argument', '/bin/link /bin/interp'),
  written('a script with an interpreter of its own', 'own-interpreter'),
  written('a script whose interpreter is started through the dynamic loader', 'script', '/bin/dynamic'),
  written('a script whose interpreter is a script of the image', 'script', '/lib/tool'),
  written('a script of the image whose interpreter is a dropped script', 'inner-script', '/lib/tool-of-tmp'),
  written('a script whose interpreter is a program of another architecture', 'script-foreign', '/lib/foreign'),
  written('a script that is started from under 4,000 files which the exec closes', 'script-under', '4000'),
  written('a program of the image under another name, taken out of the image', 'copy', '/bin/nothing'),
  { ...evade('a deleted program', 'deleted'), origin: 'Deleted' },
  { ...evade('a deleted script', 'script-deleted', '/bin/interp'), origin: 'Deleted' },
  { ...evade('a script in memory', 'script-memory', '/bin/interp'), origin: 'Memory' },
  { ...evade('a program that never had a name', 'never-named'), origin: 'Deleted' },
  { ...evade('a program in memory', 'memory', 'program'), origin: 'Memory' },
  { ...evade('a program in memory that is named as one of the image', 'memory', '/bin/nothing'), origin: 'Memory' },
  { ...evade('a program in memory by /proc/self/fd', 'memory-reopened', 'program'), origin: 'Memory' },
  { ...evade('a tmpfs file that is named as one in memory', 'tmpfs', 'memfd:x'), origin: 'Volume' },
  { ...evade('a program on a tmpfs', 'tmpfs', 'x'), origin: 'Volume' },
  { ...evade('a program on the container\'s own volume', 'plain', '/volume/x'), origin: 'Volume' },
  { ...evade('a program in a folder of another file system, as an emptyDir is', 'bound-folder', 'x'), origin: 'Volume' },
  { ...evade('a program in a root of its own on a tmpfs', 'pivot-tmpfs'), origin: 'Volume' },
  { ...evade('a program in the lower layer of an overlay of its own', 'pivot-overlay'), origin: 'Volume' },
  { ...evade('a program of the image whose mode was changed', 'chmod', '/bin/nothing'), origin: 'Modified' },
  { ...evade('a program of the image whose content was changed', 'append', '/bin/nothing'), origin: 'Modified' },
  { ...evade('a program of the image that was renamed', 'rename-image', '/tmp/x'), origin: 'Modified' },
];

/** The same rule. */
export const NOT_HIT: readonly Attempt[] = [
  evade('a program of the image', 'image', '/bin/nothing'),
  evade('a program of the image through a new symbolic link', 'image-symlink', '/bin/nothing'),
  { title: 'a program of the image through a symbolic link of the image', command: ['/bin/true'] },
  { title: 'a script of the image', command: ['/lib/tool'] },
  { title: 'a script of the image through a symbolic link', command: ['/usr/bin/tool'] },
  { title: 'a script of the image whose interpreter is a script of the image', command: ['/lib/tool-of-tool'] },
  evade('a program of the image for another architecture', 'image-foreign', '/lib/foreign'),
  evade('a script of the image that reads files which are not of the image', 'with-data', '/lib/tool-data'),
];

export const KNOWN_GAPS: readonly KnownGap[] = [
  { ...evade('a dropped program that is bound over the loader of a program of the image', 'bind-loader', '/bin/dynamic'), reason: 'the kernel starts a program of the image; what it maps is seen by file rules' },
  { ...evade('a dropped program that the dynamic loader starts', 'loader', '/bin/dynamic'), reason: 'the kernel starts the loader, a program of the image; what it maps is seen by file rules' },
  { ...evade('a script that an interpreter of the image is told to run', 'script-by-hand', '/bin/interp'), reason: 'the kernel starts the interpreter, a program of the image; what it reads is seen by file rules' },
];

/** Against a rule that exempts /bin/allowed and /bin/evade by `notExecutable`. */
export const NOT_EXEMPT: readonly Attempt[] = [
  evade('a dropped program renamed to it', 'rename', '/bin/allowed'),
  evade('another program of the image renamed to it', 'rename-image', '/bin/allowed'),
  evade('another program of the image bound over it', 'bind-image'),
  evade('another program of the image bound over it in a mount namespace of its own', 'bind-image-elsewhere'),
  evade('a dropped program bound over it', 'bind', '/bin/allowed'),
  evade('a dropped program of its name in another root', 'chroot'),
  evade('a program of the image of its name in another root', 'chroot-alias'),
  evade('a dropped program of its name in a root on a tmpfs', 'pivot-tmpfs'),
  evade('a dropped program of its name in an overlay of its own', 'pivot-overlay'),
  evade('a hard link to it', 'hard-link', '/bin/allowed'),
  evade('itself, its mode changed', 'chmod', '/bin/allowed'),
];
export const EXEMPT: readonly Attempt[] = [
  evade('itself', 'image', '/bin/allowed'),
  evade('itself through a symbolic link', 'image-symlink', '/bin/allowed'),
];
