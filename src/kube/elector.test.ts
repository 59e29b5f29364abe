import fc from 'fast-check';
import { ManualClock } from '../../test/support/manual-clock';
import type { Clock, Timer } from '../clock';
import { ELECTOR_TIMES, LeaseElector, type ElectorTimes, type LeaseRecord, type LeaseStore, type StoredLease } from './elector';

async function turns(): Promise<void> {
  for (let turn = 0; turn < 30; turn++) await Promise.resolve();
}

/** A Lease as the API server keeps it: versions, conflicts; calls take time, fail, or are stored without an answer. */
class SimulatedLease {
  stored: StoredLease | undefined;
  writes = 0;

  constructor(
    private readonly world: ManualClock,
    /** How a call goes: milliseconds there, milliseconds back, and whether it arrives. */
    private readonly weather: () => { there: number; back: number; lost: 'no' | 'request' | 'answer' },
  ) {}

  /** Calls end with an error after half of the renew deadline of their caller's clock. */
  store(own: Clock, times: ElectorTimes = ELECTOR_TIMES): LeaseStore {
    return {
      read: () => this.call(own, times, () => this.stored),
      write: (record, previous) => this.call(own, times, () => this.replace(record, previous)),
    };
  }

  private replace(record: LeaseRecord, previous: StoredLease | undefined): StoredLease {
    if (previous?.version !== this.stored?.version) throw new Error('conflict');
    this.writes++;
    this.stored = { version: String(this.writes), record };
    return this.stored;
  }

  private call<T>(own: Clock, times: ElectorTimes, act: () => T): Promise<T> {
    const { there, back, lost } = this.weather();
    return new Promise((resolve, reject) => {
      own.after(times.renew / 2, () => reject(new Error('deadline')));
      if (lost === 'request') return;
      this.world.after(there, () => {
        try {
          const answer = act();
          if (lost !== 'answer') this.world.after(back, () => own.after(0, () => resolve(answer)));
        } catch (error) {
          this.world.after(back, () => own.after(0, () => reject(error instanceof Error ? error : new Error(String(error)))));
        }
      });
    });
  }
}

const CALM = (): { there: number; back: number; lost: 'no' } => ({ there: 2, back: 2, lost: 'no' });

/** The clock of one machine: runs at its own rate, and its timers stand still while its process is paused. */
class MachineClock implements Clock {
  private pausedUntil = 0;
  private readonly zero = Math.floor(Math.random() * 1e6);

  constructor(private readonly world: ManualClock, private readonly rate: number, private readonly offsetMs: number) {}

  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, this.worldMs() + milliseconds);
  }

  private get paused(): boolean {
    return this.worldMs() < this.pausedUntil;
  }

  bootNs(): bigint {
    return BigInt(Math.floor((this.zero + this.worldMs() * this.rate) * 1e6));
  }

  epochNs(): bigint {
    return this.world.epochNs() + BigInt(this.offsetMs) * 1_000_000n;
  }

  after(milliseconds: number, run: () => void): Timer {
    let timer: Timer = { cancel: () => undefined };
    const due = (): void => {
      if (this.paused) timer = this.world.after(this.pausedUntil - this.worldMs(), due);
      else run();
    };
    timer = this.world.after(milliseconds / this.rate, due);
    return { cancel: () => timer.cancel() };
  }

  every(): Timer {
    throw new Error('not used by electors');
  }

  private worldMs(): number {
    return Number(this.world.bootNs() / 1000n) / 1000;
  }
}

function candidate(lease: SimulatedLease, clock: Clock, identity: string): { elector: LeaseElector; log: string[] } {
  const log: string[] = [];
  const elector = new LeaseElector({
    clock,
    store: lease.store(clock),
    identity,
    onElected: () => log.push('elected'),
    onLost: () => log.push('lost'),
    onError: () => log.push('error'),
  });
  elector.start();
  return { elector, log };
}

async function pass(world: ManualClock, milliseconds: number, look: () => void = () => undefined): Promise<void> {
  for (let at = 0; at < milliseconds; at += 100) {
    world.advance(100);
    await turns();
    look();
  }
}

describe('the elector', () => {
  it('creates the lease and leads, and renews every 2 seconds', async () => {
    const world = new ManualClock();
    const lease = new SimulatedLease(world, CALM);
    const { elector, log } = candidate(lease, world, 'a');
    await pass(world, 20_000);
    expect([log, elector.isLeader()]).toEqual([['elected'], true]);
    expect(lease.stored?.record).toMatchObject({ holder: 'a', leaseSeconds: 15, transitions: 0 });
    expect(lease.stored?.record.renewed).toMatch(/^2023-11-14T22:13:\d\d\.\d{6}Z$/);
    expect(lease.writes).toBeGreaterThanOrEqual(9);
    expect(lease.writes).toBeLessThanOrEqual(11);
    await stop(world, elector);
  });

  it('leaves the lease to its holder, and takes it 15 seconds after it saw the last change', async () => {
    const world = new ManualClock();
    const lease = new SimulatedLease(world, CALM);
    const a = candidate(lease, world, 'a');
    await pass(world, 5000);
    const b = candidate(lease, world, 'b');
    await pass(world, 30_000);
    expect(b.log).toEqual([]);
    const dead = lease.stored;
    await stop(world, a.elector, false);
    lease.stored = dead; // as if the holder had died instead
    await pass(world, 14_000);
    expect(b.log).toEqual([]);
    await pass(world, 6000);
    expect(b.log).toEqual(['elected']);
    expect(lease.stored?.record.transitions).toBe(1);
    await stop(world, b.elector);
  });

  it('loses 10 seconds after it sent the last renewal that succeeded', async () => {
    const world = new ManualClock();
    let lost: 'no' | 'request' = 'no';
    const lease = new SimulatedLease(world, () => ({ there: 2, back: 2, lost }));
    const { elector, log } = candidate(lease, world, 'a');
    await pass(world, 5000);
    lost = 'request';
    await pass(world, 7900);
    expect(elector.isLeader()).toBe(true);
    await pass(world, 2200);
    expect([elector.isLeader(), log.filter((word) => word !== 'error')]).toEqual([false, ['elected', 'lost']]);
    await stop(world, elector);
  });

  it('is a candidate again after a loss', async () => {
    const world = new ManualClock();
    let lost: 'no' | 'request' = 'no';
    const lease = new SimulatedLease(world, () => ({ there: 2, back: 2, lost }));
    const { elector, log } = candidate(lease, world, 'a');
    await pass(world, 5000);
    lost = 'request';
    await pass(world, 20_000);
    lost = 'no';
    await pass(world, 12_000);
    expect(log.filter((word) => word !== 'error')).toEqual(['elected', 'lost', 'elected']);
    await stop(world, elector);
  });

  it('loses at once when it reads another holder', async () => {
    const world = new ManualClock();
    const lease = new SimulatedLease(world, CALM);
    const { elector, log } = candidate(lease, world, 'a');
    await pass(world, 5000);
    if (lease.stored !== undefined) lease.stored = { version: 'x', record: { ...lease.stored.record, holder: 'by hand' } };
    await pass(world, 4500);
    expect(log).toEqual(['elected', 'error', 'lost']); // the conflict of its renewal, then what it read
    await stop(world, elector);
  });

  it('releases at its end, so that the next one leads within its retries', async () => {
    const world = new ManualClock();
    const lease = new SimulatedLease(world, CALM);
    const a = candidate(lease, world, 'a');
    await pass(world, 3000);
    const b = candidate(lease, world, 'b');
    await pass(world, 6000);
    await stop(world, a.elector);
    expect(a.log).toEqual(['elected', 'lost']);
    expect(lease.stored?.record).toMatchObject({ holder: '', leaseSeconds: 1 });
    await pass(world, 4500);
    expect(b.log).toEqual(['elected']);
    await stop(world, b.elector);
  });

  it('refuses times that allow two leaders', () => {
    const times = (lease: number, renew: number, retry: number): (() => LeaseElector) => () =>
      new LeaseElector({ clock: new ManualClock(), store: {} as LeaseStore, identity: 'a', onElected: () => undefined, onLost: () => undefined, times: { lease, renew, retry } });
    expect(times(10, 10, 2)).toThrow('lease > renew');
    expect(times(15, 10, 9)).toThrow('lease > renew');
    expect(times(15, 10, 0)).toThrow('lease > renew');
    expect(times(15, 10, 2)).not.toThrow();
  });
});

describe('two electors', () => {
  it('never lead both, whatever is lost, late or paused, and whatever their clocks say', async () => {
    const chance = fc.integer({ min: 0, max: 99 });
    const calls = fc.array(fc.record({ there: fc.nat(6000), back: fc.nat(6000), chance }), { minLength: 40, maxLength: 40 });
    const pauses = fc.array(fc.record({ at: fc.nat(120_000), who: fc.nat(1), length: fc.nat(40_000) }), { maxLength: 6 });
    const rates = fc.tuple(fc.double({ min: 0.85, max: 1.18, noNaN: true }), fc.double({ min: 0.85, max: 1.18, noNaN: true }));
    let elections = 0;
    await fc.assert(
      fc.asyncProperty(calls, pauses, rates, async (weather, stops, rate) => {
        const world = new ManualClock();
        let call = 0;
        const lease = new SimulatedLease(world, () => {
          const next = weather[call++ % weather.length] ?? { there: 0, back: 0, chance: 99 };
          if (next.chance < 60) return { there: next.there / 100, back: next.back / 100, lost: 'no' };
          return { ...next, lost: next.chance < 70 ? 'request' : next.chance < 80 ? 'answer' : 'no' };
        });
        const machines = [new MachineClock(world, rate[0], -3_600_000), new MachineClock(world, rate[1], 7_200_000)] as const;
        const both = machines.map((clock, at) => candidate(lease, clock, `candidate-${at}`));
        for (const { at, who, length } of stops) world.after(at, () => machines[who === 0 ? 0 : 1].pause(length));
        await pass(world, 130_000, () => {
          const leading = both.filter(({ elector }) => elector.isLeader()); // also of one that is paused: it may go on right now
          if (leading.length > 1) throw new Error(`two leaders at ${world.bootNs()} ns`);
        });
        elections += both.flatMap(({ log }) => log).filter((word) => word === 'elected').length;
      }),
      { numRuns: 60 },
    );
    expect(elections).toBeGreaterThan(120); // it changed hands, else nothing was tried
  }, 120_000);
});

/** Stops while time goes on; without `release` nobody answers the release. */
async function stop(world: ManualClock, elector: LeaseElector, release = true): Promise<void> {
  const state = { ended: false };
  const stopping = elector.stop().then(() => (state.ended = true));
  for (let step = 0; step < 200 && !state.ended; step++) await pass(world, 100);
  if (release) await stopping;
}
