import { podsToArm } from '../respond/holds/arming';
import type { NodeSpec } from '../../contract/node';
import type { SpecVersion } from './node-state';

export interface ArmingOptions {
  /** Gives every container the marks that it has now. */
  readonly mark: () => void;
  readonly waitForHooks: () => Promise<void>;
  /** UIDs of pods in which a rule began a containment that holds. */
  readonly frozenByRules: () => ReadonlySet<string>;
  /** What the spec that was followed last says of permits is in force. */
  readonly onFollowed: () => void;
}

type Permits = NodeSpec['permits'];

/** Arms pods as the operator permits it: whoever is not armed any more has been so for the last time before anybody else is. */
export class Arming {
  private armed: ReadonlySet<string> = new Set();
  private wanted: { readonly permits: Permits; readonly version: SpecVersion } | undefined;
  private running = false;
  private due = false;
  private inForce: SpecVersion | undefined;

  constructor(private readonly options: ArmingOptions) {}

  isArmed(podUid: string): boolean {
    return this.armed.has(podUid);
  }

  get pods(): ReadonlySet<string> {
    return this.armed;
  }

  /** The spec whose permits are in force; undefined: none yet. */
  get followed(): SpecVersion | undefined {
    return this.inForce;
  }

  /** Takes over permits; never those of an older generation of the same object. */
  follow(permits: Permits, version: SpecVersion): void {
    const last = this.wanted?.version;
    if (last?.uid === version.uid && version.generation < last.generation) return;
    this.wanted = { permits, version };
    this.begin();
  }

  /** Who is frozen changed: what holds instead of something else may hold now. */
  look(): void {
    this.begin();
  }

  private begin(): void {
    this.due = true;
    if (!this.running) void this.run();
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.due && this.wanted !== undefined) {
      this.due = false;
      const { permits = [], version } = this.wanted;
      const given = permits.map(({ podUID, revoked = false, insteadOf }) => ({ podUid: podUID, revoked, ...(insteadOf === undefined ? {} : { insteadOf }) }));
      const first = podsToArm(given, this.options.frozenByRules());
      this.put([...this.armed].filter((uid) => first.has(uid)));
      await this.options.waitForHooks();
      this.put(podsToArm(given, this.options.frozenByRules()));
      this.inForce = version;
      this.options.onFollowed();
    }
    this.running = false;
  }

  private put(pods: Iterable<string>): void {
    this.armed = new Set(pods);
    this.options.mark();
  }
}
