import { podsToArm } from '../respond/holds/arming';
import type { NodeSpec } from '../../contract/node';

export interface ArmingOptions {
  /** Gives every container the marks that it has now. */
  readonly mark: () => void;
  readonly waitForHooks: () => Promise<void>;
  /** UIDs of pods in which a rule began a containment that holds. */
  readonly frozenByRules: () => ReadonlySet<string>;
  /** The pods that are armed are these from now on, and what this generation says is in force. */
  readonly onFollowed: (generation: number) => void;
}

type Permits = NodeSpec['permits'];

/** Arms pods as the operator permits it: whoever is not armed any more has been so for the last time before anybody else is. */
export class Arming {
  private armed: ReadonlySet<string> = new Set();
  private wanted: { readonly permits: Permits; readonly generation: number } | undefined;
  private running: Promise<void> | undefined;
  private due = false;
  /** Generation of the spec whose permits are in force; 0: none yet. */
  generation = 0;

  constructor(private readonly options: ArmingOptions) {}

  isArmed(podUid: string): boolean {
    return this.armed.has(podUid);
  }

  get pods(): ReadonlySet<string> {
    return this.armed;
  }

  /** Takes over permits; never those of an older generation. */
  follow(permits: Permits, generation: number): void {
    if (this.wanted !== undefined && generation < this.wanted.generation) return;
    this.wanted = { permits, generation };
    this.begin();
  }

  /** Who is frozen changed: what holds instead of something else may hold now. */
  look(): void {
    this.begin();
  }

  private begin(): void {
    this.due = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
  }

  private async run(): Promise<void> {
    while (this.due && this.wanted !== undefined) {
      this.due = false;
      const { permits = [], generation } = this.wanted;
      const given = permits.map(({ podUID, revoked = false, insteadOf }) => ({ podUid: podUID, revoked, ...(insteadOf === undefined ? {} : { insteadOf }) }));
      const first = podsToArm(given, this.options.frozenByRules());
      this.put([...this.armed].filter((uid) => first.has(uid)));
      await this.options.waitForHooks();
      this.put(podsToArm(given, this.options.frozenByRules()));
      this.generation = generation;
      this.options.onFollowed(generation);
    }
  }

  private put(pods: Iterable<string>): void {
    this.armed = new Set(pods);
    this.options.mark();
  }
}
