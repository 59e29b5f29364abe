import type { Clock, Timer } from '../clock';
import type { ProvenHook } from './kernel/sensor';
import type { Logger } from '../logger';
import { PROVABLE_HOOKS, runSelfTest, type SelfTestOptions } from './self-test';

export interface HookProofOptions extends SelfTestOptions {
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Hooks that were not proven are tried again. */
const AGAIN_MS = 30_000;

/** Which hooks have yet to see the self-test; it is run until all have. */
export class HookProof {
  /** Of this run; all, until it has run. */
  unproven: readonly ProvenHook[] = PROVABLE_HOOKS;
  private timer: Timer | undefined;
  private closed = false;

  constructor(private readonly options: HookProofOptions) {}

  /** Resolves when the self-test has run once; never rejects. */
  async run(): Promise<void> {
    const { clock, logger } = this.options;
    try {
      this.unproven = await runSelfTest(this.options);
    } catch (error) {
      logger.error('the self-test could not be run', { error: String(error) });
    }
    if (this.unproven.length === 0) return void logger.info('ready: every hook is proven');
    logger.error('not ready: hooks did not see the self-test', { hooks: this.unproven });
    if (!this.closed) this.timer = clock.after(AGAIN_MS, () => void this.run());
  }

  close(): void {
    this.closed = true;
    this.timer?.cancel();
  }
}
