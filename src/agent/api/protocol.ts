/** The control socket's language: one JSON object per line, one answer per request, in order. */

/** What the agent is asked. `container` is an id, a unique start of one (6 characters or more), a name, or `namespace/pod/name`. */
export type ControlRequest = { readonly verb: 'status' } | { readonly verb: 'thaw'; readonly container: string };

export type ControlAnswer<Body = unknown> = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly error: string };

/** Since when, and by what, a container is frozen. */
export interface FrozenStatus {
  /** RFC 3339: the time of the hit. */
  readonly since: string;
  /** A person wanted it. */
  readonly byPerson: boolean;
  /** Id of the finding, its policy and rule; absent when they are not known any more. */
  readonly finding?: string;
  readonly policy?: string;
  readonly rule?: string;
}

export interface ContainerStatus {
  readonly id: string;
  readonly name: string;
  readonly image: string | undefined;
  readonly runtime: string;
  readonly pod: string | undefined;
  readonly cgroup: string;
  readonly bound: boolean;
  readonly contained: boolean;
  /** Of one that is contained. */
  readonly frozen?: FrozenStatus;
  readonly processes: number;
  readonly freezer: string | undefined;
}

export interface AgentStatus {
  readonly pid: number;
  readonly version: string;
  readonly node: string;
  readonly startedAt: string;
  readonly ready: boolean;
  /** Why it is not ready, or what is weaker than it should be. */
  readonly reasons: readonly string[];
  readonly generation: number;
  readonly policies: { readonly count: number; readonly hash: string; readonly problems: readonly string[] };
  readonly unprovenHooks: readonly string[];
  readonly containers: readonly ContainerStatus[];
}

/** File name of the socket below the run directory. */
export const CONTROL_SOCKET = 'control.sock';
/** Longer requests end the connection. */
export const MAX_REQUEST_BYTES = 16 << 10;

/** Reads one request; a text says what is wrong with it. */
export function parseRequest(line: string): ControlRequest | string {
  const request = parseObject(line);
  if (request === undefined) return 'the request is no JSON object';
  switch (request['verb']) {
    case 'status':
      return { verb: 'status' };
    case 'thaw':
      return parseThaw(request);
    default:
      return `unknown verb ${JSON.stringify(request['verb'])}; known are "status", "thaw"`;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function parseThaw({ container }: Fields): ControlRequest | string {
  return typeof container === 'string' && container !== '' ? { verb: 'thaw', container } : '"container" must be a text';
}

function parseObject(line: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
