import type { InstallationMode } from '../../contract/node';

export interface ModeInForceOptions {
  /** Nothing of this node has to be let go before a Containment can be deleted: no agent is needed for it any more. */
  readonly isReleased: () => boolean;
  readonly onChanged: () => void;
}

/** What the status says of the mode: what is in force, whatever is wanted. Whoever removes the installation waits for it. */
export class ModeInForce {
  private said: InstallationMode | undefined;
  private empty = false;

  constructor(private readonly options: ModeInForceOptions) {}

  /** Undefined: nothing is in force yet, or it was not seen to have ended. */
  get mode(): InstallationMode | undefined {
    return this.said;
  }

  /** Rules that were linked for this mode are in the kernel. */
  linked(mode: InstallationMode): void {
    this.empty = false;
    this.say(mode);
  }

  /** There is nothing in the kernel any more. */
  emptied(): void {
    this.empty = true;
    this.look();
  }

  /** Containments may have changed. */
  look(): void {
    if (this.empty && this.options.isReleased()) this.say('Off');
  }

  private say(mode: InstallationMode): void {
    if (mode === this.said) return;
    this.said = mode;
    this.options.onChanged();
  }
}
