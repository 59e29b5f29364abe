import { writeFileSync } from 'node:fs';
import { statusOf } from '../../src/kube/failure';
import type { Attempt } from '../../src/kube/transport';
import { openBench, type Bench } from './support/bench';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
  await bench.client(); // the client library is translated once
}, 120_000);

afterAll(() => bench.close(), 60_000);

afterEach(async () => {
  bench.proxy.fault = () => undefined;
  writeFileSync(bench.tokenFile, await bench.token());
});

describe('the client', () => {
  it('sends 50 calls of typed APIs and of its own over one connection', async () => {
    const kube = await bench.client();
    const core = kube.api('CoreV1Api');
    const before = bench.proxy.connections;
    for (let at = 0; at < 25; at++) {
      expect((await core.readNamespace({ name: 'default' })).metadata?.name).toBe('default');
      await kube.transport.json({ method: 'GET', url: '/api/v1/namespaces/default' });
    }
    expect(bench.proxy.connections - before).toBe(1);
  });

  it('uses a token that was rotated on file for the next call', async () => {
    const kube = await bench.client();
    const get = (): Promise<unknown> => kube.transport.json({ method: 'GET', url: '/api/v1/namespaces' });
    await get();
    writeFileSync(bench.tokenFile, 'rotated away');
    await expect(get()).rejects.toMatchObject({ code: 401 });
    writeFileSync(bench.tokenFile, `${await bench.token()}\n`);
    await get();
  });

  it('counts each attempt by verb, resource and code', async () => {
    const attempts: Attempt[] = [];
    const kube = await bench.client({ observe: (attempt) => attempts.push(attempt), deadline: 400 });
    const core = kube.api('CoreV1Api');
    await core.listNamespacedPod({ namespace: 'default' });
    await core.readNamespace({ name: 'default' });
    await core.createNamespacedConfigMap({ namespace: 'default', body: { metadata: { name: 'x' } } });
    await core.deleteNamespacedConfigMap({ namespace: 'default', name: 'x' });
    await expect(core.readNamespacedPodStatus({ namespace: 'default', name: 'none' })).rejects.toMatchObject({ code: 404 });
    writeFileSync(bench.tokenFile, 'invalid');
    await expect(core.listNode()).rejects.toMatchObject({ code: 401 });
    bench.proxy.fault = () => ({ kind: 'drop' });
    await expect(core.listNode()).rejects.toThrow();
    bench.proxy.fault = () => ({ kind: 'silent', begun: false });
    await expect(core.listNode()).rejects.toThrow('no answer to GET /api/v1/nodes within 400 ms');
    expect(attempts.map(({ verb, resource, code }) => `${verb} ${resource} ${code}`)).toEqual([
      'list pods 200', 'get namespaces 200', 'create configmaps 201', 'delete configmaps 200', 'get pods/status 404', 'list nodes 401', 'list nodes connection', 'list nodes deadline',
    ]);
    expect(attempts.at(-1)?.seconds).toBeGreaterThanOrEqual(0.39);
  });

  it.each([
    ['before it answers', { kind: 'silent', begun: false }],
    ['in the middle of its answer', { kind: 'silent', begun: true }],
  ] as const)('gives up at its deadline when the server stops %s', async (_, fault) => {
    const kube = await bench.client({ deadline: 300 });
    bench.proxy.fault = () => fault;
    const began = Date.now();
    await expect(kube.transport.json({ method: 'GET', url: '/api/v1/nodes' })).rejects.toThrow('within 300 ms');
    expect(Date.now() - began).toBeLessThan(2000);
  });

  it('repeats a call that the server wants later, after the time that it asks for, three times at most', async () => {
    const kube = await bench.client();
    let refusals = 2;
    bench.proxy.fault = () => (refusals-- > 0 ? { kind: 'answer', status: 429, headers: { 'retry-after': '1' } } : undefined);
    const began = Date.now();
    await kube.api('CoreV1Api').readNamespace({ name: 'default' });
    expect(Date.now() - began).toBeGreaterThanOrEqual(2000);
    refusals = Infinity;
    const before = bench.proxy.seen.length;
    await expect(kube.api('CoreV1Api').readNamespace({ name: 'default' })).rejects.toMatchObject({ code: 429 });
    expect(bench.proxy.seen.length - before).toBe(4);
  }, 20_000);

  it('does not wait beyond the deadline of a call', async () => {
    const kube = await bench.client({ deadline: 1500 });
    bench.proxy.fault = () => ({ kind: 'answer', status: 503, headers: { 'retry-after': '3600' } });
    const began = Date.now();
    await expect(kube.transport.json({ method: 'GET', url: '/api/v1/nodes' })).rejects.toMatchObject({ code: 503, retryAfterMs: 60_000 });
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('applies on the server side, as the manager that it names', async () => {
    const kube = await bench.client();
    const url = '/api/v1/namespaces/default/configmaps/applied';
    const object = (value: string): object => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'applied' }, data: { key: value } });
    await kube.apply(url, object('1'), { manager: 'one' });
    await expect(kube.apply(url, object('2'), { manager: 'two' })).rejects.toMatchObject({ code: 409, message: expect.stringContaining('conflict with "one"') as string });
    expect(await kube.apply(url, object('2'), { manager: 'two', force: true })).toMatchObject({ data: { key: '2' } });
  });

  it('says in the server’s words why something was refused', async () => {
    const kube = await bench.client();
    const refused = kube.apply('/api/v1/namespaces/default/configmaps/No', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'No' } }, { manager: 'x' });
    await expect(refused).rejects.toThrow(/^the API server answered 422: ConfigMap "No" is invalid: metadata.name/);
    expect(await refused.catch(statusOf)).toBe(422);
  });
});
