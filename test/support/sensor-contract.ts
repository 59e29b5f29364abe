import type { CgroupId, Sensor } from '../../src/agent/kernel/sensor';
import { linkPlans } from '../../src/agent/config/plans';

/** What the contract needs of an implementation. */
export interface SensorUnderTest {
  readonly sensor: Sensor;
  /** A cgroup that exists and that the sensor does not know. */
  newCgroup(): CgroupId;
  close(): Promise<void>;
}

const NOBODY = 0xffff_ffff_ffff_fffen;

/** What everything above the seam relies on; the fake and the real one pass the same. */
export function itKeepsTheSensorContract(open: () => Promise<SensorUnderTest>): void {
  let under: SensorUnderTest;
  const { tables } = linkPlans([]);
  const scope = BigUint64Array.of(0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n);
  const stateOf = (cgroup: CgroupId) => under.sensor.containers().find((container) => container.cgroup === cgroup);

  beforeAll(async () => {
    under = await open();
  });
  afterAll(() => under.close());

  it('adopts a cgroup once, under one index, unbound', () => {
    const cgroup = under.newCgroup();
    expect(under.sensor.has(cgroup)).toBe(false);
    const index = under.sensor.adopt(cgroup);
    expect(under.sensor.has(cgroup)).toBe(true);
    expect(index).toBeGreaterThan(0);
    expect(under.sensor.adopt(cgroup)).toBe(index);
    expect(stateOf(cgroup)).toMatchObject({ index, bound: false, contained: false });
    expect(under.sensor.containers().filter((container) => container.cgroup === cgroup)).toHaveLength(1);
  });

  it('binds what it adopted', () => {
    const cgroup = under.newCgroup();
    under.sensor.adopt(cgroup);
    under.sensor.bind(cgroup, scope);
    expect(stateOf(cgroup)).toMatchObject({ bound: true });
  });

  it('refuses to bind, freeze, thaw or watch a cgroup that it does not know', () => {
    const { sensor } = under;
    expect(() => sensor.bind(NOBODY, scope)).toThrow();
    expect(() => sensor.freeze(NOBODY)).toThrow();
    expect(() => sensor.thaw(NOBODY)).toThrow();
    expect(() => sensor.watchFreezer(NOBODY, { version: 2, directory: '/sys/fs/cgroup' })).toThrow();
  });

  it('asks for the scope of every bound container before new rules are in force', async () => {
    const cgroup = under.newCgroup();
    under.sensor.adopt(cgroup);
    under.sensor.bind(cgroup, scope);
    const asked = new Set<CgroupId>();
    await under.sensor.publish(tables, (one) => {
      asked.add(one);
      return scope;
    });
    expect(asked.has(cgroup)).toBe(true);
  });

  it('numbers generations rising, also when two are published at once', async () => {
    const publish = (): Promise<number> => under.sensor.publish(tables, () => scope);
    const before = await publish();
    expect(await Promise.all([publish(), publish()])).toEqual([before + 1, before + 2]);
  });

  it('says of a container whether it is contained', () => {
    const cgroup = under.newCgroup();
    under.sensor.adopt(cgroup);
    under.sensor.freeze(cgroup);
    expect(stateOf(cgroup)).toMatchObject({ contained: true });
    under.sensor.freeze(cgroup);
    under.sensor.thaw(cgroup);
    expect(stateOf(cgroup)).toMatchObject({ contained: false });
    under.sensor.thaw(cgroup);
  });

  it('knows no executable of id 0, and ignores the answer to a hold that is over', () => {
    expect(under.sensor.executable(0)).toBeUndefined();
    under.sensor.answerHold(0x7fff_fff0, true);
  });

  it('can be closed twice', () => {
    under.sensor.close();
    under.sensor.close();
  });
}
