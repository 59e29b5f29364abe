import { kubectl } from './cluster';
import type { Bearer, Call } from './requests';

/** A resource of the API server, also a subresource, as "pods/status". */
export interface Resource {
  /** As in a rule of RBAC: "core" or the group. */
  readonly group: string;
  readonly name: string;
  /** Below which its objects are, without a namespace: /api/v1 or /apis/GROUP/VERSION. */
  readonly base: string;
  readonly namespaced: boolean;
}

export const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection'] as const;
export type Verb = (typeof VERBS)[number];

interface Discovered {
  readonly resources: readonly { readonly name: string; readonly namespaced: boolean }[];
}

/** Everything that the API server serves, of each group its preferred version. */
export async function resources(): Promise<readonly Resource[]> {
  const raw = async <T>(path: string): Promise<T> => JSON.parse((await kubectl(['get', '--raw', path])).stdout) as T;
  const { groups } = await raw<{ readonly groups: readonly { readonly name: string; readonly preferredVersion: { readonly groupVersion: string } }[] }>('/apis');
  const places = [{ group: 'core', base: '/api/v1' }, ...groups.map(({ name, preferredVersion }) => ({ group: name, base: `/apis/${preferredVersion.groupVersion}` }))];
  const all: Resource[] = [];
  for (const { group, base } of places) for (const { name, namespaced } of (await raw<Discovered>(base)).resources) all.push({ group, base, name, namespaced });
  return all;
}

const METHODS: Readonly<Record<Verb, Call['method']>> = { get: 'GET', list: 'GET', watch: 'GET', create: 'POST', update: 'PUT', patch: 'PATCH', delete: 'DELETE', deletecollection: 'DELETE' };
/** Those of whole collections. Of a subresource, "create" names the object. */
const WHOLE: ReadonlySet<Verb> = new Set(['list', 'watch', 'create', 'deletecollection']);

/** The request that is this verb on that resource; nothing for verbs that a resource cannot have. The object is there no more than its namespace needs to be. */
export function callOf(verb: Verb, { base, name, namespaced }: Resource, namespace: string): Call | undefined {
  const [plural = '', ...sub] = name.split('/');
  const whole = WHOLE.has(verb) && sub.length === 0;
  if (sub.length > 0 && WHOLE.has(verb) && verb !== 'create') return undefined;
  const collection = `${base}${namespaced ? `/namespaces/${namespace}` : ''}/${plural}`;
  const path = [collection, ...(whole ? [] : ['not-there', ...sub])].join('/');
  return { method: METHODS[verb], path: verb === 'watch' ? `${path}?watch=true` : path, ...(['create', 'update', 'patch'].includes(verb) ? { body: {} } : {}) };
}

/** Whether the right is there; what the request itself comes to does not matter. Admission and validation come after it. */
export async function mayAsk(bearer: Bearer, call: Call): Promise<boolean> {
  const { code, message } = await bearer.ask(call);
  if (code === 401) throw new Error(`the token is not taken: ${message}`);
  return code !== 403 || !/ cannot \w+ resource /.test(message);
}
