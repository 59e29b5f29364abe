import type { Clock } from '../../clock';
import { nowMs } from '../../kube/pace';
import { wallMs } from '../time';
import type { Caches } from './caches';

/** An agent that is silent for so long is taken for gone. */
export const SILENT_MS = 180_000;
/** An agent whose last word is older than this when it is first read of is taken for gone at once, whatever its clock says. */
const LONG_AGO_MS = 600_000;

/** When each agent was last heard, by this machine's clock: clocks of nodes differ. */
export class Heartbeats {
  private readonly heard = new Map<string, { readonly word: string; readonly at: number }>();

  constructor(
    private readonly clock: Clock,
    caches: Caches,
  ) {
    caches.on('securitynodes', ({ kind, key, object: { report } }) => {
      if (kind === 'Deleted') this.heard.delete(key);
      else if (report !== undefined && report.observedTime !== this.heard.get(key)?.word) this.hear(key, report.observedTime);
    });
  }

  isAlive(node: string): boolean {
    const heard = this.heard.get(node);
    return heard !== undefined && nowMs(this.clock) - heard.at < SILENT_MS;
  }

  private hear(node: string, word: string): void {
    const isOld = !this.heard.has(node) && wallMs(this.clock) - Date.parse(word) > LONG_AGO_MS;
    this.heard.set(node, { word, at: isOld ? Number.NEGATIVE_INFINITY : nowMs(this.clock) });
  }
}
