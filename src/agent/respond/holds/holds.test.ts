import fc from 'fast-check';
import { noHolds, stepHolds, type HoldState, type HoldStep } from './holds';
import { HOLD_GRACE_NS, HOLD_NS, MAX_ASKS, REFUSAL_STANDS_NS, type Held, type HoldCommand, type HoldEvent } from './types';

const SECOND = 1_000_000_000n;

function aHold(change: Partial<Held> = {}): Held {
  return { id: 'b.0.1', hostPid: 10, cgroup: 7n, podUid: 'pod-a', policy: 'shop/web', rule: 'foreign', sinceNs: 0n, ...change };
}

function permits(armed: readonly string[], refused: Readonly<Record<string, string>> = {}): HoldEvent {
  return { kind: 'permits', armed: new Set(armed), refused: new Map(Object.entries(refused)) };
}

function after(events: readonly HoldEvent[], nowNs = 0n): HoldStep {
  return events.reduce<HoldStep>(({ state }, event) => stepHolds(state, event, nowNs), { state: noHolds(), commands: [] });
}

describe('a held offender', () => {
  it('is asked for once, and others of its pod ride along', () => {
    const first = stepHolds(noHolds(), { kind: 'held', hold: aHold() }, 0n);
    expect(first.commands).toEqual([{ kind: 'ask', ask: { id: 'b.0.1', podUid: 'pod-a', policy: 'shop/web', rule: 'foreign', sinceNs: 0n, deadlineNs: HOLD_NS } }]);
    const second = stepHolds(first.state, { kind: 'held', hold: aHold({ id: 'b.0.2', hostPid: 11 }) }, 0n);
    expect(second.commands).toEqual([]);
    const granted = stepHolds(second.state, permits(['pod-a']), 0n);
    expect(granted.commands.map((command) => command.kind === 'answer' && [command.hold.hostPid, command.granted])).toEqual([[10, true], [11, true]]);
    expect([...granted.state.asks.values()]).toEqual([]);
  });

  it('gets its fallback when the operator refuses, and who comes next in its pod at once, for a while', () => {
    const refused = after([{ kind: 'held', hold: aHold() }, permits([], { 'b.0.1': 'BudgetUsed' })]);
    expect(refused.commands).toEqual([{ kind: 'answer', hold: aHold(), granted: false, reason: 'BudgetUsed' }]);
    const next = aHold({ id: 'b.0.2', hostPid: 12 });
    expect(stepHolds(refused.state, { kind: 'held', hold: next }, SECOND).commands).toEqual([{ kind: 'answer', hold: next, granted: false, reason: 'BudgetUsed' }]);
    expect(stepHolds(refused.state, { kind: 'held', hold: { ...next, sinceNs: REFUSAL_STANDS_NS } }, REFUSAL_STANDS_NS).commands).toMatchObject([{ kind: 'ask' }]);
  });

  it('is not answered by what was said to an earlier request', () => {
    const { commands } = after([{ kind: 'held', hold: aHold() }, permits([], { 'b.0.0': 'BudgetUsed' })]);
    expect(commands).toEqual([]);
  });

  it('is frozen when its container is contained for another reason', () => {
    expect(after([{ kind: 'held', hold: aHold() }, { kind: 'contained', cgroup: 7n }]).commands).toMatchObject([{ kind: 'answer', granted: true }]);
  });

  it.each(['Audit', 'Off'] as const)('gets its fallback when the mode becomes %s', (mode) => {
    expect(after([{ kind: 'held', hold: aHold() }, { kind: 'rules', mode, inForce: () => true }]).commands).toMatchObject([{ kind: 'answer', granted: false, reason: 'NotEnforced' }]);
  });

  it('gets its fallback when its rule is no longer there, others wait on', () => {
    const other = aHold({ id: 'b.0.2', hostPid: 11, rule: 'shell' });
    const { commands, state } = after([{ kind: 'held', hold: aHold() }, { kind: 'held', hold: other }, { kind: 'rules', mode: 'Enforce', inForce: (_, rule) => rule === 'shell' }]);
    expect(commands).toMatchObject([{ kind: 'answer', hold: { hostPid: 10 }, granted: false }]);
    expect([...state.holds.keys()]).toEqual([11]);
    expect(state.asks.size).toBe(1);
  });

  it('is told about when nobody answered, and its request goes', () => {
    const { state } = after([{ kind: 'held', hold: aHold() }]);
    const late = stepHolds(state, { kind: 'time' }, HOLD_NS + HOLD_GRACE_NS);
    expect(late.commands).toEqual([{ kind: 'expired', hold: aHold(), reason: 'NoAnswer' }]);
    expect(late.state.asks.size).toBe(0);
  });

  it('without a pod is refused at once', () => {
    expect(after([{ kind: 'held', hold: aHold({ podUid: undefined }) }]).commands).toMatchObject([{ granted: false, reason: 'NoPod' }]);
  });
});

/** What the kernel would do, and what is expected of the reducer, over random histories. */
class World {
  state: HoldState = noHolds();
  now = 0n;
  armed = new Set<string>();
  enforced = true;
  readonly open = new Map<string, Held>();
  readonly quietUntil = new Map<string, bigint>();
  private sequence = 0;

  hold(pid: number): void {
    const hold = aHold({ id: `b.0.${(this.sequence += 1)}`, hostPid: pid, podUid: `pod-${pid % 5}`, cgroup: BigInt(pid % 7), sinceNs: this.now });
    // A process is held once at a time: the kernel's entry of the one before has gone.
    for (const [id, { hostPid }] of this.open) if (hostPid === pid) this.open.delete(id);
    this.open.set(hold.id, hold);
    this.step({ kind: 'held', hold });
  }

  step(event: HoldEvent): void {
    const { state, commands } = stepHolds(this.state, event, this.now);
    this.state = state;
    for (const command of commands) this.check(command, event);
  }

  restart(): void {
    this.state = stepHolds(noHolds(), permits([...this.armed]), this.now).state;
    this.open.clear(); // the reflex thread gave them their fallback
    this.quietUntil.clear();
  }

  private check(command: HoldCommand, event: HoldEvent): void {
    if (command.kind === 'ask') {
      expect(this.open.has(command.ask.id)).toBe(true);
      expect(this.quietUntil.get(command.ask.podUid) ?? 0n).toBeLessThanOrEqual(this.now);
      return;
    }
    const { hold } = command;
    if (!this.open.delete(hold.id)) throw new Error(`${hold.id} was answered twice, or was not held`);
    const granted = command.kind === 'answer' && command.granted;
    if (granted) expect(this.armed.has(hold.podUid ?? '') || event.kind === 'contained').toBe(true);
    else if (command.reason !== 'NotEnforced') this.quiet(hold.podUid ?? '');
  }

  /** Its request came to nothing: it may not ask again for a while, unless others of it still wait. */
  private quiet(pod: string): void {
    const waits = [...this.open.values()].some(({ podUid }) => podUid === pod);
    if (!waits && (this.quietUntil.get(pod) ?? 0n) <= this.now) this.quietUntil.set(pod, this.now + REFUSAL_STANDS_NS);
  }
}

const happenings: Readonly<Record<string, (world: World, pick: number) => void>> = {
  hold: (world, pick) => world.hold(pick % 30),
  holdAgain: (world, pick) => world.hold(pick % 30),
  arm: (world, pick) => {
    world.armed = new Set([...world.armed, `pod-${pick % 5}`]);
    world.step(permits([...world.armed]));
  },
  disarm: (world) => {
    world.armed = new Set();
    world.step(permits([]));
  },
  refuse: (world, pick) => world.step(permits([...world.armed], Object.fromEntries([...world.state.asks.values()].slice(0, pick % 3).map(({ id }) => [id, 'BudgetUsed'])))),
  contain: (world, pick) => world.step({ kind: 'contained', cgroup: BigInt(pick % 7) }),
  audit: (world) => world.step({ kind: 'rules', mode: 'Audit', inForce: () => true }),
  enforce: (world) => world.step({ kind: 'rules', mode: 'Enforce', inForce: () => true }),
  time: (world, pick) => {
    world.now += BigInt(pick % 32) * 100_000_000n;
    world.step({ kind: 'time' });
  },
  restart: (world) => world.restart(),
};

describe('holds', () => {
  it('are answered once or told to have expired, granted in armed or contained pods alone, and asked for by one request a pod', () => {
    const kinds = [...Object.keys(happenings), 'hold', 'hold', 'time', 'time'];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(1000)), { maxLength: 120, size: 'max' }), (happened) => {
        const world = new World();
        for (const [kind, pick] of happened) {
          happenings[kind]?.(world, pick);
          const pods = [...world.state.holds.values()].map(({ podUid }) => podUid);
          expect([...world.state.asks.keys()].sort()).toEqual([...new Set(pods)].sort());
          expect(world.state.asks.size).toBeLessThanOrEqual(MAX_ASKS);
          expect([...world.state.holds.values()].every(({ sinceNs }) => world.now < sinceNs + HOLD_NS + HOLD_GRACE_NS)).toBe(true);
        }
        world.now += 3n * SECOND;
        world.step({ kind: 'time' });
        expect(world.open.size).toBe(0);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 20_000 },
    );
  });

  it('of more pods than requests fit are refused', () => {
    let state = noHolds();
    for (let index = 0; index < MAX_ASKS; index++) ({ state } = stepHolds(state, { kind: 'held', hold: aHold({ id: `b.${index}`, hostPid: index, podUid: `pod-${index}` }) }, 0n));
    const { commands } = stepHolds(state, { kind: 'held', hold: aHold({ id: 'b.x', hostPid: 9999, podUid: 'one-more' }) }, 0n);
    expect(commands).toMatchObject([{ kind: 'answer', granted: false, reason: 'TooManyRequests' }]);
  });
});
