import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../support/command';
import { openSession, type Session } from '../support/session';
import { startApiServer, type ApiServer } from './support/api-server';
import { countWrites } from './support/audit';
import { BIN } from './support/place';

let session: Session;
let server: ApiServer;

beforeAll(async () => {
  session = openSession();
  server = await startApiServer(session);
}, 120_000);

afterAll(() => session.close(), 30_000);

const kubectl = (...args: readonly string[]): ReturnType<typeof run> => run(join(BIN, 'kubectl'), ['--kubeconfig', server.kubeconfig, ...args], { accept: [0, 1] });

describe('an API server alone', () => {
  it('takes objects and pods, and logs who wrote them', async () => {
    await kubectl('create', 'configmap', 'one');
    await kubectl('run', 'pod', '--image=e2e.local/base:1');
    const byUs = await countWrites(server.auditLog, {}, ({ user }) => user === 'admin');
    expect(byUs).toEqual(expect.arrayContaining(['configmaps', 'pods'].map((resource) => ({ user: 'admin', verb: 'create', resource, count: 1 }))));
  });

  it('makes tokens of service accounts, which may do nothing', async () => {
    await kubectl('create', 'serviceaccount', 'nobody');
    const token = (await kubectl('create', 'token', 'nobody')).stdout.trim();
    const whoami = ['--kubeconfig', '/dev/null', '--server', server.url, '--insecure-skip-tls-verify', '--token', token];
    expect((await run(join(BIN, 'kubectl'), [...whoami, 'auth', 'whoami', '--output=jsonpath={.status.userInfo.username}'])).stdout).toBe('system:serviceaccount:default:nobody');
    expect((await run(join(BIN, 'kubectl'), [...whoami, 'get', 'pods'], { accept: [1] })).stderr).toContain('forbidden');
  });

  it('refuses privileged pods in a namespace without labels', async () => {
    expect((await kubectl('run', 'intruder', '--image=e2e.local/base:1', '--privileged')).stderr).toContain('violates PodSecurity "baseline:latest"');
  });

  it('leaves nothing when it is closed', async () => {
    const pids = (['etcd', 'kube-apiserver'] as const).map(server.pid);
    await server.close();
    expect(existsSync(dirname(server.kubeconfig))).toBe(false);
    expect(pids.filter((pid) => existsSync(`/proc/${pid}/exe`))).toEqual([]);
  });
});
