import { join } from 'node:path';
import { waitFor } from '../support/wait';
import { clusterUp, daemonPid, kubectl, openNamespace, restartDaemons, type Namespace } from './support/cluster';

// With the hybrid view only: a kubelet of the v2 view cannot start over its own cgroups (see harness/README.md).

jest.setTimeout(150_000);

let apps: Namespace;

beforeAll(async () => {
  expect(await clusterUp()).toBe('hybrid');
  apps = await openNamespace('restart');
  await apps.kubectl(['apply', '--filename', join(__dirname, 'objects/web.yaml')]);
  await apps.kubectl(['rollout', 'status', 'deployment/web', '--timeout=60s'], { timeout: 70_000 });
});

afterAll(() => apps.close());

/** What would be another one if a container had been started again. */
async function containers(): Promise<string> {
  return (await apps.kubectl(['get', 'pods', '--output=jsonpath={.items[*].status.containerStatuses[*].containerID}'])).stdout;
}

it.each(['etcd', 'kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'containerd', 'kubelet', 'kube-proxy', 'coredns'])(
  'a killed %s comes back and the containers go on',
  async (name) => {
    const before = { pid: daemonPid(name), containers: await containers() };
    process.kill(before.pid, 'SIGKILL');
    await restartDaemons();
    expect(daemonPid(name)).not.toBe(before.pid);
    expect(await containers()).toBe(before.containers);
    const enter = async (): Promise<boolean> => (await apps.kubectl(['exec', 'deployment/web', '--', 'true'], { accept: [0, 1] })).code === 0;
    await waitFor('the kubelet to know its pods', enter, { timeout: 20_000, interval: 200 });
    expect((await kubectl(['get', '--raw', '/readyz'])).stdout).toBe('ok');
  },
);
