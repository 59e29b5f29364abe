import { Weaknesses } from './weaknesses';

const MINUTE_NS = 60_000_000_000n;
const LAYERS = 'containers have a root that is not overlayfs: rules on the origins Image, Modified and Written match nothing there';

function aSensor(counters: Record<string, number>): ConstructorParameters<typeof Weaknesses>[0] {
  return {
    counters: () => counters,
    programs: () => [],
    reflex: () => ({ realTime: true, unreachable: 0, droppedReceipts: 0, failedFreezerWrites: 0, failedSignals: 0, failedMapCalls: 0 }),
  };
}

test('a counter that grows is told once, in words, and is a reason for ten minutes', () => {
  const counters = { noLayers: 3, execs: 0 };
  const weaknesses = new Weaknesses(aSensor(counters));
  expect(weaknesses.look(0n)).toEqual([]); // of an agent before this one
  counters.noLayers += 2;
  counters.execs += 1;
  expect(weaknesses.look(MINUTE_NS)).toEqual([`2 × ${LAYERS}`]);
  expect(weaknesses.look(11n * MINUTE_NS)).toEqual([]);
  expect(weaknesses.reasons()).toEqual([LAYERS]);
  weaknesses.look(11n * MINUTE_NS + 1n);
  expect(weaknesses.reasons()).toEqual([]);
});
