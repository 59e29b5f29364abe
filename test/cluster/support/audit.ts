import { createReadStream } from 'node:fs';

/** One answered request, of the line that the API server's audit log has for it. */
export interface AuditEvent {
  /** As "admin", "system:serviceaccount:NAMESPACE:NAME", "system:node:NAME". */
  readonly user: string;
  readonly userAgent: string;
  readonly verb: string;
  /** With its group and subresource, as "pods", "leases.coordination.k8s.io", "pods/status"; empty for paths that name none. */
  readonly resource: string;
  readonly namespace: string;
  readonly name: string;
  /** HTTP status of the answer. */
  readonly code: number;
  /** When it was received: milliseconds since 1970. */
  readonly time: number;
}

/** Milliseconds since 1970; `from` is inside, `to` is not. Default: everything. */
export interface Window {
  readonly from?: number;
  readonly to?: number;
}

const WRITES: ReadonlySet<string> = new Set(['create', 'update', 'patch', 'delete', 'deletecollection']);

export interface WriteCount {
  readonly user: string;
  readonly verb: string;
  readonly resource: string;
  readonly count: number;
}

/** Which requests were answered within the window, in the order of their answers. */
export async function readAudit(log: string, { from = 0, to = Infinity }: Window = {}): Promise<readonly AuditEvent[]> {
  const events: AuditEvent[] = [];
  for await (const line of completeLines(log)) {
    const event = eventOf(JSON.parse(line) as Line);
    if (event !== undefined && event.time >= from && event.time < to) events.push(event);
  }
  return events;
}

/** The last line may be half written while the server runs: it counts once it is followed by a newline. */
async function* completeLines(log: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(log, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Writes within the window by user, verb and resource, refused ones too; most first. `of` selects: default all. */
export async function countWrites(log: string, window: Window, of: (event: AuditEvent) => boolean = () => true): Promise<readonly WriteCount[]> {
  const counts = new Map<string, WriteCount>();
  for (const event of await readAudit(log, window)) {
    if (!WRITES.has(event.verb) || !of(event)) continue;
    const { user, verb, resource } = event;
    const key = JSON.stringify([user, verb, resource]);
    counts.set(key, { user, verb, resource, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

interface Line {
  readonly stage: string;
  readonly verb: string;
  readonly user: { readonly username: string };
  readonly userAgent?: string;
  readonly objectRef?: Readonly<Partial<Record<'resource' | 'subresource' | 'apiGroup' | 'namespace' | 'name', string>>>;
  readonly responseStatus?: { readonly code?: number };
  readonly requestReceivedTimestamp: string;
}

/** Nothing for a watch that began: it has a line of its own at its end. */
function eventOf(line: Line): AuditEvent | undefined {
  if (line.stage === 'ResponseStarted') return undefined;
  const { namespace = '', name = '', ...rest } = line.objectRef ?? {};
  return {
    user: line.user.username,
    userAgent: line.userAgent ?? '',
    verb: line.verb,
    resource: resourceOf(rest),
    namespace,
    name,
    code: line.responseStatus?.code ?? 0,
    time: Date.parse(line.requestReceivedTimestamp),
  };
}

function resourceOf({ resource = '', apiGroup, subresource }: NonNullable<Line['objectRef']>): string {
  return resource + (apiGroup === undefined ? '' : `.${apiGroup}`) + (subresource === undefined ? '' : `/${subresource}`);
}
