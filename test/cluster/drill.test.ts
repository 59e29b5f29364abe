import { openSession, type Session } from '../support/session';
import type { Outcome } from '../support/command';
import { clusterUp, helm, kubectl } from './support/cluster';
import { HOME, importProduct, install, remove, removeKinds } from './support/product';

// `helm test`: the drill in a real cluster.

jest.setTimeout(240_000);

let session: Session;

beforeAll(async () => {
  await clusterUp();
  await removeKinds(); // of an installation before
  session = openSession();
  await importProduct(session);
  await install();
}, 240_000);

afterAll(async () => {
  await remove();
  await removeKinds();
  await session.close();
}, 300_000);

function helmTest(accept: readonly number[] = [0]): Promise<Outcome> {
  return helm(['test', 'stasis', '--namespace', HOME, '--timeout', '200s'], { accept, timeout: 220_000 });
}

async function leftOvers(): Promise<readonly string[]> {
  const objects = await kubectl(['get', 'pods,serviceaccounts,roles,rolebindings,securitypolicies,containments', '--all-namespaces', '--output=jsonpath={range .items[*]}{.kind}/{.metadata.namespace}/{.metadata.name}{"\\n"}{end}']);
  const namespaces = await kubectl(['get', 'namespaces', '--output=jsonpath={range .items[?(@.status.phase=="Active")]}namespace/{.metadata.name}{"\\n"}{end}']);
  return `${objects.stdout}\n${namespaces.stdout}`.split('\n').filter((line) => line.includes('drill') && !line.startsWith('ServiceAccount/stasis-drill/'));
}

it('proves on this cluster: hook, stop, freeze, receipt, alert, thaw; and leaves nothing', async () => {
  const { stdout, stderr } = await helmTest();
  const told = `${stdout}\n${stderr}`;
  expect(told).toMatch(/Phase: +Succeeded/);
  expect(told).toMatch(/hook +judged at \S+, the foreign program stopped after [\d.]+ µs/);
  expect(told).toMatch(/freeze +all of the container after [\d.]+ ms \(Direct\); the freezer reads "v[12] \w+"/);
  expect(told).toMatch(/receipt +0 system calls of the foreign program/);
  expect(told).toMatch(/alert +pod-stasis-drill: Critical, Contained/);
  expect(told).toMatch(/witness +the kubelet gets no answer/);
  expect(told).toMatch(/thaw +the Containment is deleted, and the canary answers again/);
  expect(await leftOvers()).toEqual([]);
});

it('can be had again at once', async () => {
  expect((await helmTest()).stdout).toMatch(/Phase: +Succeeded/);
});

it('fails where nothing is stopped, and says why', async () => {
  await kubectl(['patch', 'configmap', 'stasis', '--namespace', HOME, '--type=merge', '--patch', '{"data":{"mode":"Audit"}}']);
  const { stdout, stderr } = await helmTest([1]);
  expect(`${stdout}\n${stderr}`).toContain('The drill failed: rules only tell here and stop nothing (Audit)');
  expect(await leftOvers()).toEqual([]);
});
