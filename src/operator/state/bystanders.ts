import { statusOf } from '../../kube/failure';
import type { Writer } from '../write/writer';
import type { PodIndex } from './pod-index';

/** As many answers are remembered. */
const REMEMBERED = 4096;

/** Asks the API server about pods that a node speaks of and that no copy has: copies may be behind, and nodes may lie. */
export class Bystanders {
  private readonly asking = new Set<string>();
  private readonly gone = new Set<string>();

  constructor(
    private readonly pods: PodIndex,
    private readonly writer: Writer,
  ) {}

  /** Whether it is certain that the pod exists, or that it does not. If not, it is asked, and `onAnswer` told when that is worth another look. */
  isKnown(pod: { readonly namespace: string; readonly name: string; readonly uid: string }, onAnswer: () => void): boolean {
    if (this.pods.known(pod.uid) !== undefined || this.gone.has(pod.uid)) return true;
    if (!this.asking.has(pod.uid)) {
      this.asking.add(pod.uid);
      void this.ask(pod).then(onAnswer);
    }
    return false;
  }

  private async ask({ namespace, name, uid }: { readonly namespace: string; readonly name: string; readonly uid: string }): Promise<void> {
    try {
      const found = await this.writer.read(`/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}`);
      if (found.metadata.uid !== uid) this.remember(uid);
    } catch (error) {
      if (statusOf(error) === 404) this.remember(uid);
    } finally {
      this.asking.delete(uid);
    }
  }

  private remember(uid: string): void {
    this.gone.add(uid);
    const [oldest] = this.gone;
    if (this.gone.size > REMEMBERED && oldest !== undefined) this.gone.delete(oldest);
  }
}
