import type { ApiObject } from '../../kube/watch-stream';
import { fullImage } from '../plans/selection';
import { Latest } from './latest';
import type { KeptPod } from './objects';
import { isOfItsPod } from './own-containment';
import { workloadOf } from './workload';

function object(version: string, uid = 'a'): ApiObject {
  return { metadata: { name: 'x', uid, resourceVersion: version } };
}

describe('what is known of an object', () => {
  const copies = new Map<string, ApiObject>();
  let latest: Latest<ApiObject>;
  beforeEach(() => {
    copies.clear();
    latest = new Latest(copies);
  });

  it('is what was written here until the copy has caught up, then the copy', () => {
    copies.set('x', object('9'));
    latest.wrote('x', object('10'));
    expect(latest.get('x')?.metadata.resourceVersion).toBe('10');
    copies.set('x', object('11'));
    expect(latest.get('x')?.metadata.resourceVersion).toBe('11');
  });

  it('is nothing once it was deleted here, but another one of the name is there', () => {
    copies.set('x', object('9'));
    latest.deleted('x', 'a');
    expect(latest.get('x')).toBeUndefined();
    copies.set('x', object('12', 'b'));
    expect(latest.get('x')?.metadata.uid).toBe('b');
  });

  it('is nothing when the copies say that what was written here is gone', () => {
    latest.wrote('x', object('10'));
    latest.forget('x', 'a');
    expect(latest.get('x')).toBeUndefined();
  });
});

describe('the workload of a pod', () => {
  it.each([
    [{ name: 'bare', labels: {} }, 'Pod/bare'],
    [{ name: 'web-5d-x', labels: { 'pod-template-hash': '5d' }, owner: { kind: 'ReplicaSet', name: 'web-5d' } }, 'Deployment/web'],
    [{ name: 'rs-x', labels: {}, owner: { kind: 'ReplicaSet', name: 'rs' } }, 'ReplicaSet/rs'],
    [{ name: 'db-0', labels: {}, owner: { kind: 'StatefulSet', name: 'db' } }, 'StatefulSet/db'],
    [{ name: 'b-29399999-x', labels: {}, owner: { kind: 'Job', name: 'b-29399999' } }, 'CronJob/b'],
    [{ name: 'once-x', labels: {}, owner: { kind: 'Job', name: 'once-7' } }, 'Job/once-7'],
    [{ name: 'x', labels: {}, owner: { kind: 'Foo bar', name: 'y' } }, 'Pod/x'],
    [{ name: 'x', labels: {}, owner: { kind: 'Foo', name: 'y\nz' } }, 'Pod/x'],
    [{ name: 'x', labels: {}, owner: { kind: 'Foo', name: 'y'.repeat(254) } }, 'Pod/x'],
  ])('of %j is %s', (pod, workload) => {
    expect(workloadOf(pod)).toBe(workload);
  });
});

it('a Containment is of its pod in its namespace and on its node alone', () => {
  const pod = { metadata: { name: 'web', namespace: 'shop', uid: 'u', resourceVersion: '1' }, node: 'n1' } as KeptPod;
  expect(isOfItsPod('shop', { nodeName: 'n1' }, pod)).toBe(true);
  expect(isOfItsPod('evil', { nodeName: 'n1' }, pod)).toBe(false);
  expect(isOfItsPod('shop', { nodeName: 'n2' }, pod)).toBe(false);
  expect(isOfItsPod('shop', { nodeName: 'n1' }, undefined)).toBe(false);
});

it.each([
  ['nginx', 'docker.io/library/nginx:latest'],
  ['shop/web:1', 'docker.io/shop/web:1'],
  ['localhost/web', 'localhost/web:latest'],
  ['registry:5000/web@sha256:ab', 'registry:5000/web@sha256:ab'],
])('the image %s is %s to a runtime', (image, full) => {
  expect(fullImage(image)).toBe(full);
});
