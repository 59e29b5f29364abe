import type { Clock } from '../clock';
import type { Call } from '../kube/transport';
import { switchOff, type SwitchedOff } from './switch-off';

const AT_ONCE: Clock = {
  bootNs: () => 0n,
  epochNs: () => 0n,
  after: (_, run) => {
    setImmediate(run);
    return { cancel: () => undefined };
  },
  every: () => ({ cancel: () => undefined }),
};

interface NodeAnswer {
  readonly name: string;
  /** Of the spec; default Off. */
  readonly told?: string;
  /** Undefined: no agent ever spoke for it. */
  readonly status?: { readonly mode: string; readonly observedGeneration: number };
}

/** Runs it against what the API server answers at each look (the last one for ever); returns what it asked too. */
async function run(looks: readonly (readonly NodeAnswer[])[], containments: readonly object[] = []): Promise<SwitchedOff & { readonly calls: readonly Call[] }> {
  const calls: Call[] = [];
  let look = 0;
  const json = (call: Call): Promise<unknown> => {
    calls.push(call);
    if (call.method !== 'GET') return Promise.resolve({});
    if (call.url.includes('/containments')) return Promise.resolve({ metadata: {}, items: containments });
    const nodes = looks[Math.min(look++, looks.length - 1)] ?? [];
    return Promise.resolve({ metadata: {}, items: nodes.map(({ name, told = 'Off', status }) => ({ metadata: { name, resourceVersion: '1', generation: 3 }, spec: { mode: told }, status })) });
  };
  const outcome = await switchOff({ clock: AT_ONCE, transport: { json }, namespace: 'home', installation: 'stasis', patienceMs: 5000, say: () => undefined });
  return { ...outcome, calls };
}

const OFF = { mode: 'Off', observedGeneration: 3 };

it('sets the mode first, and waits until every node says that it is off', async () => {
  const { silent, calls } = await run([[{ name: 'a', status: { mode: 'Enforce', observedGeneration: 2 } }], [{ name: 'a', status: OFF }]]);
  expect(calls[0]).toMatchObject({ method: 'PATCH', url: '/api/v1/namespaces/home/configmaps/stasis', body: '{"data":{"mode":"Off"}}' });
  expect(calls.filter(({ method, url }) => method === 'GET' && url.includes('securitynodes'))).toHaveLength(2);
  expect(silent).toEqual([]);
});

it('tells the nodes itself that no operator told', async () => {
  const on = { mode: 'Enforce', observedGeneration: 3 };
  const { calls } = await run([[{ name: 'a', told: 'Enforce', status: on }, { name: 'b', status: on }], [{ name: 'a', status: OFF }, { name: 'b', status: OFF }]]);
  const patches = calls.filter(({ method, url }) => method === 'PATCH' && url.includes('securitynodes'));
  expect(patches.map(({ url, body }) => [url, body])).toEqual([['/apis/stasis.dev/v1alpha1/securitynodes/a', '{"spec":{"mode":"Off"}}']]);
});

it('takes no answer from before the mode was set', async () => {
  expect((await run([[{ name: 'a', status: { mode: 'Off', observedGeneration: 2 } }]])).silent).toEqual(['a']);
});

it('names the nodes that do not answer in time', async () => {
  expect((await run([[{ name: 'a', status: OFF }, { name: 'b', status: { mode: 'Enforce', observedGeneration: 3 } }]])).silent).toEqual(['b']);
});

it('waits for no node that an agent never spoke for', async () => {
  expect((await run([[{ name: 'kwok' }]])).silent).toEqual([]);
});

it('takes its own finalizer off what is left, and no other', async () => {
  const held = { metadata: { namespace: 'shop', name: 'web', resourceVersion: '7', finalizers: ['other/one', 'stasis.dev/thaw'] } };
  const free = { metadata: { namespace: 'shop', name: 'api', resourceVersion: '8' } };
  const { released, calls } = await run([[]], [held, free]);
  expect(released).toEqual(['shop/web']);
  const patches = calls.filter(({ method, url }) => method === 'PATCH' && url.includes('containments'));
  expect(patches.map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual([{ metadata: { resourceVersion: '7', finalizers: ['other/one'] } }]);
});
