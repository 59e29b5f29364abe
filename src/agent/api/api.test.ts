import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeSensor } from '../../../test/support/fake-sensor';
import type { Finding } from '../../contract/finding';
import { askAgent } from './control-client';
import { serveControl } from './control-server';
import { parseListen, serveHttp } from '../../http';
import { agentMetrics } from './metrics';
import { parseRequest, type ControlRequest } from './protocol';

let directory: string;
const closers: (() => void)[] = [];
beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'api-')), 'run');
});
afterEach(() => {
  closers.splice(0).forEach((close) => close());
  rmSync(join(directory, '..'), { recursive: true });
});

async function control(handler: (request: ControlRequest) => unknown): Promise<void> {
  const server = await serveControl(directory, handler);
  closers.push(() => server.close());
}

describe('the control socket', () => {
  it('answers, and is for root alone', async () => {
    await control((request) => ({ got: request }));
    await expect(askAgent(directory, { verb: 'thaw', container: 'web' })).resolves.toEqual({ ok: true, body: { got: { verb: 'thaw', container: 'web' } } });
    expect(statSync(join(directory, 'control.sock')).mode & 0o777).toBe(0o600);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });

  it('gives the handler’s refusal to the asker', async () => {
    await control(() => {
      throw new Error('no container "x" on this node');
    });
    await expect(askAgent(directory, { verb: 'status' })).resolves.toEqual({ ok: false, error: 'no container "x" on this node' });
  });

  it('takes over the socket that a killed agent left', async () => {
    await control(() => null);
    await control(() => 'second');
    await expect(askAgent(directory, { verb: 'status' })).resolves.toEqual({ ok: true, body: 'second' });
  });

  it('ends a connection that sends too much, and says what is wrong with a request', async () => {
    await control(() => null);
    const socket = connect(join(directory, 'control.sock'));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write('x'.repeat(1 << 20));
    await closed;
  });

  it.each([
    ['nonsense', 'the request is no JSON object'],
    ['{"verb":"dance"}', 'unknown verb "dance"; known are "status", "thaw"'],
    ['{"verb":"thaw"}', '"container" must be a text'],
  ])('refuses %s', (line, message) => {
    expect(parseRequest(line)).toBe(message);
  });

  it('says that no agent is there', async () => {
    await expect(askAgent(directory, { verb: 'status' })).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

describe('HTTP', () => {
  let ready = false;
  async function start(): Promise<string> {
    const sensor = new FakeSensor();
    sensor.grown['droppedFindings'] = 7;
    const metrics = agentMetrics({
      ...{ sensor, version: '1', generation: () => 4, policies: () => ({ count: 2, problems: 1 }), ready: () => ready },
      ...{ hooks: () => [{ hook: 'exec', proven: true }], dropped: () => ({ output: 3, enrichment: 0 }) },
    });
    metrics.fault('bundleMissing');
    metrics.gap('Listed');
    metrics.publishFailed();
    metrics.unreadable('findings');
    metrics.finding({ policy: 'p', rule: 'r', severity: 'High', action: 'Freeze', result: 'Done', receipt: { frozenNs: 700_000 } } as Finding);
    const server = await serveHttp({ host: '127.0.0.1', port: 0, metrics: () => metrics.registry.metrics(), readiness: () => ({ ready, reasons: ['because'] }) });
    closers.push(() => server.close());
    return `http://127.0.0.1:${server.port}`;
  }

  it('is ready only when the agent is', async () => {
    const url = await start();
    ready = false;
    const before = await fetch(`${url}/readyz`);
    expect([before.status, await before.json()]).toEqual([503, { ready: false, reasons: ['because'] }]);
    ready = true;
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/other`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(405);
  });

  it('answers although somebody holds more connections than may be', async () => {
    const url = new URL(await start());
    const sockets = Array.from({ length: 200 }, () => connect(Number(url.port), url.hostname).on('error', () => undefined));
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect((await fetch(`${url.href}healthz`)).status).toBe(200);
    sockets.forEach((socket) => socket.destroy());
  });

  it('exports what the kernel counts, freshly at each scrape', async () => {
    const url = await start();
    for (let scrape = 0; scrape < 2; scrape += 1) {
      const text = await (await fetch(`${url}/metrics`)).text();
      expect(text).toContain('stasis_dropped_total{ring="findings",reason="full"} 7');
      expect(text).toContain('stasis_dropped_total{ring="output",reason="slow_reader"} 3');
      expect(text).toContain('stasis_helper_errors_total{hook="exec",helper="signal",errno="3"} 2');
      expect(text).toContain('stasis_identity_faults_total{fault="bundleMissing"} 1');
      expect(text).toContain('stasis_generation 4');
      expect(text).toContain('stasis_startup_gaps_total{reason="Listed"} 1');
      expect(text).toContain('stasis_publish_failures_total 1');
      expect(text).toContain('stasis_dropped_total{ring="findings",reason="unreadable"} 1');
      expect(text).toContain('stasis_freeze_seconds_bucket{le="0.0005"} 0\nstasis_freeze_seconds_bucket{le="0.00075"} 1');
    }
  });
});

it.each([
  ['127.0.0.1:9753', { host: '127.0.0.1', port: 9753 }],
  [':80', { host: '::', port: 80 }],
  ['[::1]:1', { host: '::1', port: 1 }],
  ['localhost', undefined],
  ['::1:80', undefined],
  ['a:99999', undefined],
])('reads the address %s', (text, address) => {
  expect(parseListen(text)).toEqual(address);
});
