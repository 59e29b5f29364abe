import { factsFromBundle } from './bundle';

const ORIGIN = { id: 'abc', runtime: 'containerd', containerdNamespace: 'k8s.io' } as const;

it('reads name, image and pod from the annotations of the CRI plugin', () => {
  const annotations = {
    'io.kubernetes.cri.container-type': 'container',
    'io.kubernetes.cri.container-name': 'app',
    'io.kubernetes.cri.image-name': 'docker.io/shop/web:1.4',
    'io.kubernetes.cri.sandbox-id': 'box',
    'io.kubernetes.cri.sandbox-name': 'web-7c9',
    'io.kubernetes.cri.sandbox-namespace': 'shop',
    'io.kubernetes.cri.sandbox-uid': 'u-1',
  };
  expect(factsFromBundle(JSON.stringify({ annotations }), ORIGIN)).toEqual({
    id: 'abc',
    name: 'app',
    image: 'docker.io/shop/web:1.4',
    runtime: 'containerd',
    pod: { namespace: 'shop', name: 'web-7c9', uid: 'u-1', labels: {} },
    sandbox: false,
    containerdNamespace: 'k8s.io',
    sandboxId: 'box',
  });
});

it('names a container without annotations by its id', () => {
  expect(factsFromBundle('{"ociVersion":"1.0.2"}', ORIGIN)).toMatchObject({ name: 'abc', image: undefined, pod: undefined });
});

it.each([['no json'], ['[]'], ['null'], ['{"annotations'], ['']])('does not take %j for a bundle', (text) => {
  expect(factsFromBundle(text, ORIGIN)).toBeUndefined();
});

it('ignores annotations that are no text or are very long', () => {
  const annotations = { 'io.kubernetes.cri.container-name': 7, 'io.kubernetes.cri.image-name': 'x'.repeat(5000) };
  expect(factsFromBundle(JSON.stringify({ annotations }), ORIGIN)).toMatchObject({ name: 'abc', image: undefined });
});
