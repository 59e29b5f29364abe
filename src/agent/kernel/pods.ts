import type { RuleSet } from '../../compile/tables';
import type { NativeKernel } from './binding';
import * as layout from './layout.gen';
import type { KernelMemory } from './memory';
import type { PodCover } from './sensor';

type Native = Pick<NativeKernel, 'entries' | 'update' | 'remove'>;
type Memory = Pick<KernelMemory, 'pods' | 'podCount' | 'control' | 'plans'>;

const { bytes: KEY_BYTES } = layout.podKey;
const { bytes: SET_BYTES } = layout.ruleSet;

/**
 * The pods that the kernel is told of before their cgroups exist. Places are written in place while hooks read them; one that was given back
 * is taken again last, long after whoever found it by its number has returned.
 */
export class Pods {
  private readonly places = new Map<string, number>();
  private readonly free: number[];

  constructor(private readonly native: Native, private readonly memory: Memory) {
    const { count, keys, values } = native.entries('pod_ids');
    for (let at = 0; at < count; at++) this.places.set(keys.toString('hex', at * KEY_BYTES, (at + 1) * KEY_BYTES), values.readUInt32LE(at * 4));
    const taken = new Set(this.places.values());
    this.free = Array.from({ length: memory.podCount - 1 }, (_, index) => index + 1).filter((index) => !taken.has(index));
  }

  /** Tells exactly of these, by UID; other pods are forgotten. Returns how many found no room. A UID of another form belongs to no cgroup. */
  declare(covers: ReadonlyMap<string, PodCover>): number {
    const wanted = new Map([...covers].flatMap(([uid, cover]) => keyOf(uid).map((key) => [key.toString('hex'), { key, cover }] as const)));
    for (const name of [...this.places.keys()]) if (!wanted.has(name)) this.forget(name);
    return [...wanted].filter(([name, { key, cover }]) => !this.put(name, key, cover)).length;
  }

  /** Gives every pod its scope of a slot that is not in force yet; one that nobody knows is covered as an unbound container of no pod. */
  complete(filling: { readonly slot: number; readonly version: number; readonly scopes: ReadonlyMap<string, RuleSet>; readonly unbound: RuleSet }): void {
    const { slot, version, scopes, unbound } = filling;
    const byKey = new Map([...scopes].flatMap(([uid, scope]) => keyOf(uid).map((key) => [key.toString('hex'), scope] as const)));
    for (const [name, index] of this.places) this.fill(index, { slot, version, scope: byKey.get(name) ?? unbound });
  }

  private put(name: string, key: Buffer, { scope, marks }: PodCover): boolean {
    const known = this.places.get(name);
    const index = known ?? this.free.shift();
    if (index === undefined) return false;
    const { pods } = this.memory;
    const { flags, key: keyAt } = layout.pod.offset;
    const { armed, protected: spared } = layout.containerFlag;
    const wanted = (marks.armed ? armed : 0) | (marks.protected ? spared : 0);
    if (known === undefined) pods.slice(index, 0, layout.pod.bytes).fill(0);
    pods.store32(index, flags, wanted);
    this.fillInForce(index, scope);
    if (known !== undefined) return true;
    key.copy(pods.slice(index, keyAt, KEY_BYTES));
    const value = Buffer.alloc(4);
    value.writeUInt32LE(index);
    this.native.update('pod_ids', key, value);
    this.places.set(name, index);
    return true;
  }

  private forget(name: string): void {
    const index = this.places.get(name);
    if (index === undefined) return;
    this.native.remove('pod_ids', Buffer.from(name, 'hex'));
    this.places.delete(name);
    this.free.push(index);
  }

  /** What is published meanwhile gives every pod its own. */
  private fillInForce(index: number, scope: RuleSet): void {
    const { control, plans } = this.memory;
    const generation = control.load32(0, layout.control.offset.generation);
    if (generation === 0) return;
    const slot = generation & 1;
    this.fill(index, { slot, version: plans.load32(slot, layout.plan.offset.version), scope });
  }

  private fill(index: number, { slot, version, scope }: { readonly slot: number; readonly version: number; readonly scope: RuleSet }): void {
    const { pods } = this.memory;
    const { scope: scopeAt, scopeVersion } = layout.pod.offset;
    pods.ruleSet(index, scopeAt + SET_BYTES * slot).set(scope);
    pods.store32(index, scopeVersion + 4 * slot, version);
  }
}

/** The key of a UID's 32 hexadecimal digits, with dashes or, as those of static pods, without; none for any other text. */
function keyOf(uid: string): readonly Buffer[] {
  const digits = uid.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/.test(digits)) return [];
  const key = Buffer.alloc(KEY_BYTES);
  key.writeBigUInt64LE(BigInt(`0x${digits.slice(0, 16)}`), 0);
  key.writeBigUInt64LE(BigInt(`0x${digits.slice(16)}`), 8);
  return [key];
}
