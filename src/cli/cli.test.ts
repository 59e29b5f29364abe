import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveControl } from '../agent/api/control-server';
import type { AgentStatus, ControlRequest } from '../agent/api/protocol';
import { agentOptions } from './agent';
import { main } from './main';
import { UsageError } from './verb';

let directory: string;
let out: string[];
let err: string[];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'cli-'));
  [out, err] = [[], []];
});
afterEach(() => rmSync(directory, { recursive: true }));

const run = (...argv: readonly string[]): Promise<number> => main(argv, { out: (line) => void out.push(line), err: (line) => void err.push(line) });

const POLICY = `apiVersion: stasis.dev/v1alpha1
kind: ClusterSecurityPolicy
metadata: {name: web}
spec: {target: {all: true}, rules: [{name: foreign, severity: High, process: {origin: [Memory]}}]}
`;

describe('every verb', () => {
  it('is listed, and has help that names its flags', async () => {
    expect(await run('--help')).toBe(0);
    const verbs = [...(out[0] ?? '').matchAll(/^ {2}([a-z]+) /gm)].map((match) => match[1] ?? '');
    expect(verbs).toEqual(['agent', 'operator', 'policy', 'status', 'thaw', 'doctor', 'drill', 'uninstall', 'version']);
    for (const verb of verbs) {
      out = [];
      expect(await run(verb, '--help')).toBe(0);
      expect(out[0]).toMatch(new RegExp(`^usage: stasis ${verb}`));
    }
  });

  it.each([['status'], ['thaw', 'x'], ['doctor'], ['drill'], ['uninstall'], ['version'], ['agent'], ['policy', 'check', 'x']])('%s refuses an unknown flag with exit 1', async (...argv) => {
    expect(await run(...argv, '--nonsense')).toBe(1);
    expect(err[0]).toContain('--nonsense');
  });

  it('that does not exist is an error', async () => {
    expect(await run('explode')).toBe(1);
    expect(await run()).toBe(1);
    expect(await run('toString')).toBe(1);
  });
});

describe('policy check', () => {
  it('accepts right files and folders', async () => {
    writeFileSync(join(directory, 'a.yaml'), POLICY);
    expect(await run('policy', 'check', directory)).toBe(0);
    expect(out).toEqual(['1 policy in 1 file: all right']);
  });

  it('names file, line, column and field of a mistake, and exits 1', async () => {
    const path = join(directory, 'a.yaml');
    writeFileSync(path, POLICY.replace('High', 'Hihg'));
    expect(await run('policy', 'check', path)).toBe(1);
    expect(out[0]).toMatch(/a\.yaml:4:\d+: spec\.rules\[0\]\.severity: .*"Hihg".*"High"/);
    out = [];
    expect(await run('policy', 'check', path, '--output', 'json')).toBe(1);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({ file: path, line: 4, field: 'spec.rules[0].severity' });
  });

  it('says that a file does not exist', async () => {
    expect(await run('policy', 'check', join(directory, 'none'))).toBe(1);
    expect(err[0]).toContain('no such file');
  });
});

describe('with an agent', () => {
  const FROZEN = { since: '2026-11-24T03:16:37.123456789Z', byPerson: false, finding: 'b.0.1', policy: 'shop/web', rule: 'foreign' };
  const status: AgentStatus = {
    ...{ pid: 7, version: '1', node: 'n', startedAt: 't', ready: false, reasons: ['hooks not proven: exec'], generation: 3, unprovenHooks: ['exec'] },
    policies: { count: 2, hash: '', problems: [] },
    containers: [{ id: 'c'.repeat(64), name: 'app', image: 'web:1', runtime: 'containerd', pod: 'shop/web', cgroup: '/x', bound: true, contained: true, frozen: FROZEN, processes: 4, freezer: 'v2' }],
  };
  let close: () => void;
  let asked: ControlRequest[];

  beforeEach(async () => {
    asked = [];
    mkdirSync(join(directory, 'run'));
    const server = await serveControl(join(directory, 'run'), (request) => {
      asked.push(request);
      if (request.verb === 'status') return status;
      if (request.container !== 'web') throw new Error('no container "x" on this node');
      return { id: 'abc', name: 'web' };
    });
    close = (): void => server.close();
  });
  afterEach(() => close());

  it('shows its state and containers, and exits 1 when it is not ready', async () => {
    expect(await run('status', '--run-dir', join(directory, 'run'))).toBe(1);
    expect(out[0]).toContain('NOT READY\n           hooks not proven: exec');
    expect(out[0]).toMatch(/^c{20} {3}shop\/web\/app {3}web:1 {3}Frozen {3}4$/m);
  });

  it('shows since when and why a container is frozen, and the command that lets it go on', async () => {
    await run('status', '--run-dir', join(directory, 'run'));
    expect(out[0]).toContain('frozen     shop/web/app since 2026-11-24T03:16:37.123456789Z, by policy shop/web, rule foreign (finding b.0.1)');
    expect(out[0]).toContain(`to let it go on: stasis thaw ${'c'.repeat(64)} --run-dir ${join(directory, 'run')}`);
  });

  it('thaws', async () => {
    expect(await run('thaw', 'web', '--run-dir', join(directory, 'run'))).toBe(0);
    expect([asked, out]).toEqual([[{ verb: 'thaw', container: 'web' }], ['thawed web (abc)']]);
  });

  it('passes on the agent’s refusal with exit 2', async () => {
    expect(await run('thaw', 'x', '--run-dir', join(directory, 'run'))).toBe(2);
    expect(err).toEqual(['stasis thaw: no container "x" on this node']);
  });
});

it('says that no agent runs, and exits 2', async () => {
  expect(await run('status', '--run-dir', directory)).toBe(2);
  expect(err[0]).toContain('no agent runs here');
});

describe('agent flags', () => {
  it('have the defaults that the help names', () => {
    expect(agentOptions(['--node', 'n1'])).toMatchObject({
      ...{ policies: undefined, output: 'text', listen: { host: '127.0.0.1', port: 9753 }, startup: 'Open', node: 'n1', freezesPerMinute: 10 },
      ...{ runDirectory: '/run/stasis', pinRoot: '/sys/fs/bpf/stasis', containerdSocket: '/run/containerd/containerd.sock', runcRoots: ['/run/runc', '/run/containerd/runc'] },
    });
  });

  it('can switch things off and repeat places', () => {
    const options = agentOptions(['--listen', 'off', '--containerd-socket', 'off', '--runc-root', '/a', '--runc-root', '/b', '--startup', 'wait']);
    expect(options).toMatchObject({ listen: undefined, containerdSocket: undefined, runcRoots: ['/a', '/b'], startup: 'Wait' });
  });

  it.each([['--startup', 'open'], ['--freezes-per-minute', '10'], ['--policies', '/x']])('refuse %s %s in a cluster, where it is said elsewhere', (...argv) => {
    expect(() => agentOptions(['--cluster', ...argv])).toThrow('exclude each other');
  });

  it.each([['--startup', 'maybe'], ['--listen', 'here'], ['--freezes-per-minute', '-1'], ['--freezes-per-minute', 'x'], ['--runtime', '/none'], ['--log-level', 'loud'], ['--output', 'xml']])('refuse %s %s', (...argv) => {
    expect(() => agentOptions(argv)).toThrow(UsageError);
  });
});
