import { Arming } from './arming';

const OBJECT = 'object-1';
let marked: (readonly string[])[];
let frozen: Set<string>;
let followed: number;
let hooks: (() => void)[];
let arming: Arming;

beforeEach(() => {
  [marked, frozen, followed, hooks] = [[], new Set(), 0, []];
  arming = new Arming({
    mark: () => void marked.push([...arming.pods]),
    waitForHooks: () => new Promise((resolve) => void hooks.push(resolve)),
    frozenByRules: () => frozen,
    onFollowed: () => void (followed += 1),
  });
});

function permits(...uids: readonly string[]): { readonly podUID: string }[] {
  return uids.map((podUID) => ({ podUID }));
}

/** The hooks that run return. */
async function hooksReturn(): Promise<void> {
  hooks.splice(0).forEach((resolve) => resolve());
  await Promise.resolve();
  await Promise.resolve();
}

it('takes the mark from whoever has no permit, waits for hooks, then arms', async () => {
  arming.follow(permits('a'), { uid: OBJECT, generation: 1 });
  await hooksReturn();
  arming.follow(permits('b'), { uid: OBJECT, generation: 2 });
  expect(marked).toEqual([[], ['a'], []]);
  expect(arming.followed).toEqual({ uid: OBJECT, generation: 1 });
  await hooksReturn();
  expect(marked.at(-1)).toEqual(['b']);
  expect([arming.followed, followed]).toEqual([{ uid: OBJECT, generation: 2 }, 2]);
});

it('does not go back to an older generation of the same object', async () => {
  arming.follow(permits('a'), { uid: OBJECT, generation: 7 });
  arming.follow(permits('b'), { uid: OBJECT, generation: 6 });
  await hooksReturn();
  expect([...arming.pods]).toEqual(['a']);
});

it('begins anew with an object that was made anew, whose generations begin at 1', async () => {
  arming.follow(permits('a'), { uid: OBJECT, generation: 18 });
  await hooksReturn();
  arming.follow(permits('b'), { uid: 'object-2', generation: 1 });
  await hooksReturn();
  expect([...arming.pods]).toEqual(['b']);
  expect(arming.followed).toEqual({ uid: 'object-2', generation: 1 });
});

it('takes over what comes at the very moment when the one before is in force', async () => {
  const second = { permits: permits('b'), version: { uid: OBJECT, generation: 2 } };
  const followSecond = (): void => {
    if (arming.followed?.generation === 1) arming.follow(second.permits, second.version);
  };
  arming = new Arming({ mark: () => undefined, waitForHooks: () => Promise.resolve(), frozenByRules: () => frozen, onFollowed: () => queueMicrotask(followSecond) });
  arming.follow(permits('a'), { uid: OBJECT, generation: 1 });
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  expect([...arming.pods]).toEqual(['b']);
});
