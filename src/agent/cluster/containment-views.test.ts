import type { Containment } from '../../contract/containment';
import type { NodeSpec } from '../../contract/node';
import { ContainmentViews } from './containment-views';
import { UNTOLD } from './node-state';

const SPEC: NodeSpec = { ...UNTOLD, settings: { ...UNTOLD.settings, protected: { namespaces: ['kube-*'], priorityClasses: ['system-*'] }, allowedActions: { namespacedPolicies: [], clusterPolicies: [], people: ['Freeze'] } } };

function containment(namespace: string): Containment {
  return {
    ...{ apiVersion: 'stasis.dev/v1alpha1', kind: 'Containment', metadata: { name: 'c', namespace, uid: 'c-uid' } },
    spec: { podRef: { name: 'web', uid: 'pod-uid' }, nodeName: 'n1', containers: ['app'], actions: ['Freeze'], requestedBy: 'alice' },
  };
}

function views({ held = false, priorityClass }: { readonly held?: boolean; readonly priorityClass?: string } = {}): ContainmentViews {
  return new ContainmentViews({ spec: () => SPEC, isHeldBy: () => held, priorityClassOf: () => priorityClass });
}

it('lets a person freeze where nothing is protected', () => {
  expect(views().of(containment('shop')).containers).toEqual(['app']);
  expect(views({ priorityClass: 'high' }).refusalOf(containment('shop'))).toBeUndefined();
});

it.each([
  ['a protected namespace', 'kube-system', undefined],
  ['a pod of a protected priority class', 'shop', 'system-node-critical'],
])('refuses a person the freeze of %s, and says why', (_, namespace, priorityClass) => {
  const refusing = views(priorityClass === undefined ? {} : { priorityClass });
  expect(refusing.of(containment(namespace)).containers).toEqual([]);
  expect(refusing.refusalOf(containment(namespace))).toMatchObject({ action: 'Freeze', reason: 'Protected' });
});

it('goes on holding what it held before the namespace was protected', () => {
  expect(views({ held: true }).of(containment('kube-system')).containers).toEqual(['app']);
  expect(views({ held: true }).refusalOf(containment('kube-system'))).toBeUndefined();
});
