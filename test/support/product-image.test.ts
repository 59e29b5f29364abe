import { shippedEntries } from './product-image';

const paths = (product: 'operator' | 'agent'): readonly string[] => shippedEntries(product).map(({ path }) => path);

it('the operator has nothing of the kernel half', () => {
  expect(paths('operator')).toEqual(['opt/stasis/dist/library.mjs', 'opt/stasis/dist/stasis.cjs', 'opt/stasis/package.json', 'usr/local/bin/node']);
});

it('the agent has the addon with what it is linked to, its self-test and the library of policies', () => {
  expect(paths('agent')).toEqual(expect.arrayContaining([...paths('operator'), 'opt/stasis/build/Release/stasis.node', 'opt/stasis/bin/self-test', 'opt/stasis/policies/foreign-programs.yaml']));
  expect(paths('agent').filter((path) => /lib(bpf|elf|z)\.so/.test(path))).toHaveLength(3);
});
