/** What the kernel half can fail with; the same words as `enum class Code` in native/addon/failure.hh. */
export const KERNEL_ERROR_CODES = [
  'addon', // the addon cannot be loaded, or is of another build than this program
  'argument',
  'attach',
  'bpffs',
  'closed',
  'freezer',
  'grace-period',
  'held', // another agent runs: `detail` is its process id
  'host', // the host's namespaces cannot be seen
  'insecure', // another user owns, or may write to, a place that the agent has to itself: `detail` says which of the two
  'iterator',
  'layout', // pinned state has another layout than this version knows
  'load',
  'map',
  'newer-layout', // pinned by a newer version: nothing was changed
  'pin',
  'ring',
  'stale', // the tables could not be made complete: the generation before stays in force
  'tables', // linked tables exceed the kernel's
  'unknown-cgroup',
  'unknown-map',
] as const;
export type KernelErrorCode = (typeof KERNEL_ERROR_CODES)[number];

export interface KernelErrorFacts {
  readonly code: KernelErrorCode;
  /** What was tried, as an infinitive: "thaw cgroup 5". */
  readonly operation: string;
  /** Why, in words; '' when the code says it. */
  readonly reason?: string;
  /** The kernel's error number, 0: none. */
  readonly errno?: number;
  /** What libbpf, the verifier or the lock file said. */
  readonly detail?: string;
}

/** The one error of src/agent/kernel. */
export class KernelError extends Error {
  override readonly name = 'KernelError';
  readonly code: KernelErrorCode;
  readonly operation: string;
  readonly errno: number;
  readonly detail: string;

  constructor({ code, operation, reason = '', errno = 0, detail = '' }: KernelErrorFacts) {
    super(messageOf({ code, operation, reason, detail }));
    this.code = code;
    this.operation = operation;
    this.errno = errno;
    this.detail = detail;
  }
}

type MessageFacts = Required<Omit<KernelErrorFacts, 'errno'>>;

function messageOf({ code, operation, reason, detail }: MessageFacts): string {
  if (code === 'held' && detail !== '') return `Another agent runs on this machine: process ${detail}`;
  if (code === 'newer-layout') return `Cannot ${operation}: a newer version made them; nothing was changed`;
  const said = [reason, lastLine(detail)].filter((part) => part !== '');
  return `Cannot ${operation}${said.length > 0 ? `: ${said.join('; ')}` : ''}`;
}

/** Verifier logs are long; the whole of it is in `detail`. */
function lastLine(detail: string): string {
  return detail.trim().split('\n').pop() ?? '';
}

/** Makes a KernelError of what the addon threw; anything else is a fault of the program and is passed on. */
export function toKernelError(error: unknown): unknown {
  if (!(typeof error === 'object' && error !== null && 'code' in error && 'operation' in error)) return error;
  const { code, operation, reason, errno, detail } = error as Record<string, unknown>;
  const known = KERNEL_ERROR_CODES.find((one) => one === code);
  if (known === undefined) return error;
  return new KernelError({ code: known, operation: String(operation), reason: String(reason), errno: Number(errno), detail: String(detail) });
}
