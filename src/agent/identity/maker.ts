import { isAbsolute, join } from 'node:path';

/** What the command line of an OCI runtime says about the container that it is making. */
export interface MakerClaim {
  readonly bundle: string;
  /** Undefined when the command names no container. */
  readonly id: string | undefined;
  /** State directory given with --root. */
  readonly root: string | undefined;
}

/** Flags of runc, crun and youki that take no value; every other flag takes one. */
const SWITCHES = new Set([
  ...['debug', 'systemd-cgroup', 'no-pivot', 'no-new-keyring', 'no-subreaper', 'keep', 'detach', 'd'],
  ...['tcp-established', 'ext-unix-sk', 'shell-job', 'file-locks', 'auto-dedup', 'lazy-pages'],
]);
const MAKING = new Set(['create', 'run', 'restore']);

/**
 * Reads the command line of the process that made a container's cgroup (`runc … create --bundle B ID`).
 * Undefined when it is not such a command. `cwd` is the process's working directory: the bundle unless one is named.
 */
export function readMaker(argv: readonly string[], cwd: string): MakerClaim | undefined {
  const { flags, words } = splitArguments(argv.slice(1));
  const [command, id] = words;
  if (command === undefined || !MAKING.has(command)) return undefined;
  const bundle = flags.get('bundle') ?? flags.get('b') ?? '';
  return { bundle: isAbsolute(bundle) ? bundle : join(cwd, bundle), id, root: flags.get('root') };
}

function splitArguments(argv: readonly string[]): { readonly flags: ReadonlyMap<string, string>; readonly words: readonly string[] } {
  const flags = new Map<string, string>();
  const words: string[] = [];
  for (let i = 0; i < argv.length; i += 1) {
    const word = argv[i] ?? '';
    if (!word.startsWith('-') || word === '-') {
      words.push(word);
      continue;
    }
    const [name, inline] = splitFlag(word);
    if (inline === undefined && !SWITCHES.has(name)) i += 1;
    flags.set(name, inline ?? argv[i] ?? '');
  }
  return { flags, words };
}

function splitFlag(word: string): [string, string | undefined] {
  const text = word.replace(/^--?/, '');
  const equals = text.indexOf('=');
  return equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** containerd keeps bundles as <state>/io.containerd.runtime.v2.task/<namespace>/<id>; undefined for other paths. */
export function containerdBundle(bundle: string): { readonly namespace: string; readonly id: string } | undefined {
  const match = /\/io\.containerd\.runtime\.v[12]\.[a-z]+\/([^/]+)\/([^/]+)\/?$/.exec(bundle);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { namespace: match[1], id: match[2] };
}
