import type { ReflexState, Sensor } from './kernel/sensor';

/** Kernel counters whose growth means that something is weaker than promised, and what. */
const WATCHED: Readonly<Record<string, string>> = {
  droppedFindings: 'findings were lost, the ring was full; enforcement was not affected',
  droppedLifecycle: 'news of containers was lost',
  processesFull: 'processes found no room in the table: conditions on them count as fulfilled',
  processesShare: 'processes were beyond the share of their container: conditions on them count as fulfilled',
  executablesFull: 'programs found no room in the table: as ancestors they are unknown, and conditions on them count as fulfilled',
  executablesShare: 'programs were beyond the share of their container: as ancestors they are unknown, and conditions on them count as fulfilled',
  scriptUnknown: 'scripts could not be told: conditions on them count as fulfilled',
  containersFull: 'containers found no room in the table: they are not covered',
  podsFull: 'pods found no room in the table: rules that select a whole pod begin when a container of it is bound',
  cgroupsFull: 'cgroups found no room in the table: processes inside keep their container; a nested cgroup is judged by its processes\' entries',
  noLayers: 'containers have a root that is not overlayfs: rules on the origins Image, Modified and Written match nothing there',
  stoppedFull: 'stopped processes found no room in the table',
  holdsFull: 'held processes found no room in the table',
  staleMatch: 'programs were judged by sets of another generation',
  helperErrorsLost: 'errors of kernel helpers were not counted',
  startupGap: 'containers ran before they were bound',
};

/** How long growth is worth a reason. */
const REMEMBERED_NS = 600_000_000_000n;

type Watched = Pick<Sensor, 'counters' | 'programs' | 'reflex'>;

/** Notices what grew that should not, and remembers it for ten minutes. */
export class Weaknesses {
  private last: ReadonlyMap<string, number>;
  private readonly seen = new Map<string, bigint>();

  constructor(private readonly sensor: Watched) {
    this.last = numbersOf(sensor);
  }

  /** Looks again; returns what is new since the last look, in words. */
  look(nowNs: bigint): readonly string[] {
    const current = numbersOf(this.sensor);
    const grown = [...current].filter(([what, count]) => count > (this.last.get(what) ?? 0));
    const news = grown.map(([what, count]) => `${count - (this.last.get(what) ?? 0)} × ${what}`);
    for (const [what] of grown) this.seen.set(what, nowNs);
    for (const [what, when] of this.seen) if (nowNs - when > REMEMBERED_NS) this.seen.delete(what);
    this.last = current;
    return news;
  }

  /** What was noticed within the last ten minutes. */
  reasons(): readonly string[] {
    return [...this.seen.keys()];
  }
}

function numbersOf(sensor: Watched): ReadonlyMap<string, number> {
  const counters = sensor.counters();
  const numbers = new Map(Object.entries(WATCHED).map(([name, meaning]) => [meaning, counters[name] ?? 0]));
  for (const { name, recursionMisses } of sensor.programs()) numbers.set(`the kernel skipped runs of ${name}`, Number(recursionMisses));
  for (const [meaning, count] of reflexNumbers(sensor.reflex())) numbers.set(meaning, count);
  return numbers;
}

function reflexNumbers(state: ReflexState): readonly (readonly [string, number])[] {
  return [
    ['contained containers whose freezer cannot be written', state.unreachable],
    ['receipts were lost', state.droppedReceipts],
    ['freezers refused a write', state.failedFreezerWrites],
    ['signals could not be sent', state.failedSignals],
    ['tables of the kernel could not be written', state.failedMapCalls],
  ];
}
