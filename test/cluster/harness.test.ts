import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { run } from '../support/command';
import { waitFor } from '../support/wait';
import { countWrites } from './support/audit';
import { clusterUp, crictl, daemonPid, helm, innode, kubectl, openNamespace, type CgroupView, type Namespace } from './support/cluster';
import { AUDIT_LOG, CGROUP_ROOT, HARNESS, NODE } from './support/place';

jest.setTimeout(30_000); // a busy machine starts programs late

const FORBIDDEN = { accept: [1] };

let view: CgroupView;
let apps: Namespace;
let agents: Namespace;

beforeAll(async () => {
  view = await clusterUp();
  apps = await openNamespace('apps');
  agents = await openNamespace('agents', ['pod-security.kubernetes.io/enforce=privileged']);
  await apps.kubectl(['apply', '--filename', object('web'), '--filename', object('client')]);
  await apps.kubectl(['wait', '--for=condition=Ready', 'pod/client', '--timeout=60s'], { timeout: 70_000 });
  await apps.kubectl(['rollout', 'status', 'deployment/web', '--timeout=60s'], { timeout: 70_000 });
}, 180_000);

afterAll(async () => {
  await kubectl(['delete', '--ignore-not-found', '--filename', object('widgets'), '--filename', object('no-evil')]);
  await apps.close();
  await agents.close();
}, 60_000);

function object(name: string): string {
  return join(__dirname, 'objects', `${name}.yaml`);
}

/** Runs a command in the client pod and returns what it printed. */
async function inClient(...command: readonly string[]): Promise<string> {
  return (await apps.kubectl(['exec', 'client', '--', ...command])).stdout;
}

describe('workloads', () => {
  it('run with the restricted security context and the default seccomp profile', async () => {
    const { stdout } = await apps.kubectl(['exec', 'deployment/web', '--', 'grep', '-E', '^(Uid|CapBnd|Seccomp):', '/proc/self/status']);
    expect(stdout.replaceAll('\t', ' ')).toBe('Uid: 65534 65534 65534 65534\nCapBnd: 0000000000000000\nSeccomp: 2\n');
  });

  it('have logs', async () => {
    expect((await apps.kubectl(['logs', 'deployment/web'])).stdout).toBe('serving\n');
  });

  it('reach all pods of a Service through its address', async () => {
    const address = (await apps.kubectl(['get', 'service', 'web', '--output=jsonpath={.spec.clusterIP}'])).stdout;
    const answers = new Set<string>();
    await waitFor('an answer of each of the two pods', async () => answers.add(await inClient('wget', '-qO-', `http://${address}/`)).size === 2, { timeout: 20_000 });
  }, 30_000);

  it('reach a Service by its name', async () => {
    expect(await inClient('wget', '-qO-', `http://web.${apps.name}.svc.cluster.local/`)).toMatch(/^web-/);
  });

  it('list pods with their token, and may no more than their role says', async () => {
    expect(JSON.parse(await inClient('node', '/program/list.mjs'))).toEqual({ 'pods by address': 200, 'pods by name': 200, secrets: 403 });
  });

  it('are in the cgroup that their pod and container name, below a root that is not "/"', async () => {
    const pod = (await apps.kubectl(['get', 'pod', 'client', '--output=json'])).stdout;
    const { metadata, status } = JSON.parse(pod) as { metadata: { uid: string }; status: { containerStatuses: [{ containerID: string }] } };
    const container = status.containerStatuses[0].containerID.replace('containerd://', '');
    const path = `${CGROUP_ROOT}/kubepods/besteffort/pod${metadata.uid}/${container}`;
    const { info } = JSON.parse((await crictl(['inspect', container])).stdout) as { info: { pid: number } };
    const lines = readFileSync(`/proc/${info.pid}/cgroup`, 'utf8').split('\n');
    expect(lines).toContain(`0::${path}`);
    const mounted = await innode(['ls', join(view === 'v2' ? '/sys/fs/cgroup' : '/sys/fs/cgroup/unified', path)]);
    expect(mounted.stdout).toContain('cgroup.freeze');
  });
});

it('the node sees cgroups in the wanted view', async () => {
  const { stdout } = await innode(['stat', '--file-system', '--format=%T', '/sys/fs/cgroup']);
  expect(stdout.trim() === 'cgroup2fs' ? 'v2' : 'hybrid').toBe(view);
});

it('the node has no way out of this machine', async () => {
  expect((await innode(['ip', 'route'])).stdout).not.toContain('default');
});

it('helm installs a chart and changes it', async () => {
  const chart = ['upgrade', '--install', 'greeting', join(__dirname, 'objects/chart'), '--namespace', apps.name, '--wait'];
  await helm(chart);
  await helm([...chart, '--set', 'greeting=hi']);
  const { stdout } = await apps.kubectl(['get', 'configmap', 'greeting', '--output=jsonpath={.data.greeting} {.data.kubernetes}']);
  expect(stdout).toMatch(/^hi v1\.\d+\.\d+$/);
});

describe('agents', () => {
  it('run privileged with the host\'s processes and the kernel\'s places where the namespace allows it', async () => {
    await agents.kubectl(['apply', '--filename', object('privileged')]);
    await agents.kubectl(['rollout', 'status', 'daemonset/privileged', '--timeout=60s'], { timeout: 70_000 });
    const script = `test -r /sys/kernel/btf/vmlinux && test -S /run/containerd/containerd.sock && mkdir /sys/fs/bpf/made && tr '\\0' ' ' < /proc/${daemonPid('kubelet')}/cmdline`;
    const { stdout } = await agents.kubectl(['exec', 'daemonset/privileged', '--', 'sh', '-c', script]);
    expect(stdout).toContain('/bin/kubelet --config');
    expect((await innode(['ls', '/sys/fs/bpf'])).stdout).toContain('made');
    expect((await run('ls', ['/sys/fs/bpf'])).stdout).not.toContain('made');
  }, 90_000);

  it('may write cgroups and see the host\'s processes without being privileged', async () => {
    await agents.kubectl(['apply', '--filename', object('capabilities')]);
    await agents.kubectl(['wait', '--for=condition=Ready', 'pod/capabilities', '--timeout=60s'], { timeout: 70_000 });
    const unified = view === 'v2' ? '/host/cgroup' : '/host/cgroup/unified';
    const script = `mkdir ${unified}${CGROUP_ROOT}/made && rmdir ${unified}${CGROUP_ROOT}/made && readlink /proc/${daemonPid('kubelet')}/exe && touch /x`;
    const { stdout, stderr } = await agents.kubectl(['exec', 'capabilities', '--', 'sh', '-c', script], FORBIDDEN);
    expect(stdout).toContain('/bin/kubelet');
    expect(stderr).toContain('Read-only file system');
  }, 90_000);

  it('are refused when privileged in a namespace without labels', async () => {
    const { stderr } = await apps.kubectl(['run', 'intruder', '--image=e2e.local/base:1', '--privileged'], FORBIDDEN);
    expect(stderr).toContain('violates PodSecurity "baseline:latest": privileged');
  });
});

describe('the API server', () => {
  beforeAll(async () => {
    await kubectl(['apply', '--filename', object('widgets'), '--filename', object('no-evil')]);
    await kubectl(['wait', '--for=condition=Established', 'crd/widgets.e2e.local', '--timeout=20s']);
  }, 30_000);

  const widget = (spec: string): string => `{apiVersion: e2e.local/v1, kind: Widget, metadata: {name: widget}, spec: ${spec}}`;
  const applyWidget = (spec: string, accept: readonly number[]): ReturnType<typeof kubectl> =>
    apps.kubectl(['apply', '--filename', '-'], { input: widget(spec), accept });

  it('refuses what a CEL rule forbids, and names the field', async () => {
    expect((await applyWidget('{min: 3, max: 2}', [1])).stderr).toContain('spec.min: Invalid value: min exceeds max');
  });

  it('refuses a change that a CEL rule forbids, and selects by a field', async () => {
    await waitFor('the kind', async () => (await applyWidget('{min: 1, max: 2}', [0, 1])).code === 0, { timeout: 10_000 });
    expect((await applyWidget('{min: 1, max: 2, mode: Enforce}', [1])).stderr).toContain('mode is immutable');
    expect((await apps.kubectl(['get', 'widgets', '--field-selector=spec.mode=Audit', '--output=name'])).stdout).toBe('widget.e2e.local/widget\n');
    expect((await apps.kubectl(['get', 'widgets', '--field-selector=spec.mode=Enforce', '--output=name'])).stdout).toBe('');
  }, 20_000);

  it('denies what a ValidatingAdmissionPolicy denies', async () => {
    const refused = async (): Promise<boolean> => {
      const { stderr } = await apps.kubectl(['create', 'configmap', `evil-${Date.now()}`], { accept: [0, 1] });
      return stderr.includes('no evil configmaps');
    };
    await waitFor('the policy to be in force', refused, { timeout: 20_000, interval: 200 });
  }, 30_000);

  it('has Flux\'s Alert, which takes the plural "alerts"', async () => {
    const { stdout } = await kubectl(['api-resources', '--no-headers', '--api-group=notification.toolkit.fluxcd.io']);
    expect(stdout.split(/\s+/).filter((word) => word !== '')).toEqual(['alerts', 'notification.toolkit.fluxcd.io/v1beta3', 'true', 'Alert']);
  });

  it('logs each write once, by whom and of what', async () => {
    const from = Date.now();
    for (const name of ['a', 'b', 'c']) await apps.kubectl(['create', 'configmap', name]);
    await apps.kubectl(['label', 'configmap', 'a', 'b', 'colour=red']);
    await apps.kubectl(['delete', 'configmap', 'c']);
    await apps.kubectl(['get', 'configmaps']);
    await sleep(200); // a line is written after its answer
    const window = { from, to: Date.now() };
    const expected = [
      { user: 'admin', verb: 'create', resource: 'configmaps', count: 3 },
      { user: 'admin', verb: 'patch', resource: 'configmaps', count: 2 },
      { user: 'admin', verb: 'delete', resource: 'configmaps', count: 1 },
    ];
    expect(await countWrites(AUDIT_LOG, window, ({ user, namespace }) => user === 'admin' && namespace === apps.name)).toEqual(expected);
    expect(await countWrites(AUDIT_LOG, { from: window.to })).not.toContainEqual(expect.objectContaining({ user: 'admin' }));
  }, 30_000);
});

describe('nodes that run nothing', () => {
  afterAll(() => run(join(HARNESS, 'kwok.sh'), ['stop']), 60_000);

  it('are Ready beside the real one and take pods', async () => {
    await run(join(HARNESS, 'kwok.sh'), ['3'], { timeout: 90_000 });
    await run(join(HARNESS, 'kwok.sh'), ['2'], { timeout: 90_000 });
    const { stdout } = await kubectl(['get', 'nodes', '--output=name']);
    expect(stdout.trim().split('\n').sort()).toEqual(['node/kwok-1', 'node/kwok-2', `node/${NODE}`]);
    const overrides = JSON.stringify({ spec: { nodeName: 'kwok-1' } });
    await apps.kubectl(['run', 'nowhere', '--image=e2e.local/base:1', `--overrides=${overrides}`]);
    await apps.kubectl(['wait', '--for=condition=Ready', 'pod/nowhere', '--timeout=30s'], { timeout: 40_000 });
  }, 200_000);
});
