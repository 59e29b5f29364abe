/** Every object that the charts render, as a real API server takes it: known kind, known fields, admitted. */
import { join } from 'node:path';
import { rendered, RENDERED_FOR, SWITCHES, template } from '../cluster/support/chart';
import { HARNESS } from '../cluster/support/place';
import type { Outcome } from '../support/command';
import { openSession, type Session } from '../support/session';
import { startApi, type Api } from './support/api';

jest.setTimeout(60_000);

let session: Session;
let api: Api;

beforeAll(async () => {
  session = openSession();
  api = await startApi(session);
  for (const args of [...[RENDERED_FOR, 'stasis-drill'].map((name) => ['create', 'namespace', name]), ['apply', '-f', join(HARNESS, 'config/prometheus-kinds.yaml')], ['wait', '--for=condition=Established', '--timeout=30s', 'crd', '--all']]) {
    const { code, stderr } = await api.kubectl(args);
    if (code !== 0) throw new Error(stderr);
  }
}, 180_000);

afterAll(() => session.close(), 30_000);

/** A server that is asked says more than schemas do: CEL of admission policies and of kinds is compiled. */
function ask(objects: string): Promise<Outcome> {
  return api.kubectl(['create', '--dry-run=server', '--validate=strict', '--output=name', '-f', '-'], objects);
}

it.each(SWITCHES.map((values) => [values]))('the objects of charts/stasis with %j', async (values) => {
  // Our kinds are there already, from crds/, of which the chart's are copies, and so is the namespace of the drill.
  const objects = (await rendered('stasis', ...values)).filter(({ kind, metadata }) => kind !== 'CustomResourceDefinition' && `${kind}/${metadata.name}` !== 'Namespace/stasis-drill');
  const { stdout, stderr } = await ask(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('Warning: would violate PodSecurity'))).toEqual([]);
  expect(stdout.trim().split('\n')).toHaveLength(objects.length);
});

it('the kinds of charts/stasis', async () => {
  const kinds = (await rendered('stasis')).filter(({ kind }) => kind === 'CustomResourceDefinition');
  const { code, stdout, stderr } = await api.kubectl(['apply', '--dry-run=server', '--validate=strict', '--server-side', '--force-conflicts', '--output=name', '-f', '-'], JSON.stringify({ apiVersion: 'v1', kind: 'List', items: kinds }));
  expect({ code, stderr, count: stdout.trim().split('\n').length }).toEqual({ code: 0, stderr: '', count: 6 });
});

it('the policies of charts/stasis-policies', async () => {
  const { stdout, stderr } = await ask((await template('stasis-policies', [])).stdout);
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toHaveLength(3);
});

it.each([
  ['DaemonSet', 'maxSurge:', 'mostSurge:'],
  ['ServiceMonitor', 'sourceLabels:', 'labels:'],
  ['PrometheusRule', 'alert:', 'alarm:'],
  ['ValidatingAdmissionPolicy', 'failurePolicy: Fail', 'failurePolicy: Hope'],
])('a mistake in a %s would be seen', async (kind, good, bad) => {
  const { stdout } = await template('stasis', ['monitoring.serviceMonitor.enabled=true', 'monitoring.prometheusRule.enabled=true']);
  const object = stdout.split('\n---\n').find((text) => text.includes(`\nkind: ${kind}\n`) && text.includes(good)) ?? '';
  expect((await ask(object)).code).toBe(0);
  expect((await ask(object.replace(good, bad))).code).toBe(1);
});
