import { readContainment } from './containment';

const CONTAINMENT = {
  apiVersion: 'stasis.dev/v1alpha1',
  kind: 'Containment',
  metadata: { name: 'web-5f0c1d2e', namespace: 'shop', uid: 'u', somethingNewer: 1 },
  spec: { podRef: { name: 'web', uid: '5f0c1d2e' }, nodeName: 'n1', containers: ['app'], actions: ['Freeze'], somethingNewer: true },
};

describe('an object from an API server', () => {
  it('is taken with fields that are newer than this version', () => {
    expect(readContainment(CONTAINMENT)).toEqual({ ok: true, object: CONTAINMENT });
  });

  it.each([
    ['a word that is newer', { ...CONTAINMENT, spec: { ...CONTAINMENT.spec, actions: ['Isolate'] } }, 'spec.actions.0: must be equal to one of the allowed values'],
    ['a field that is missing', { ...CONTAINMENT, spec: { ...CONTAINMENT.spec, nodeName: undefined } }, "spec: must have required property 'nodeName'"],
    ['another kind', { ...CONTAINMENT, kind: 'Pod' }, 'kind: must be equal to one of the allowed values'],
    ['nothing', undefined, 'nothing: must be object'],
    ['text', 'x', '"x": must be object'],
  ])('with %s is not, and the problem names the place', (_, value, problem) => {
    expect(readContainment(value)).toEqual({ ok: false, problem });
  });
});
