import { serveHttp } from '../../http';
import type { AgentOptions } from '../options';

/** Health over HTTP while nothing is enforced: the process lives, and is not ready. */
export class IdleService {
  private service: { close(): void } | undefined;

  constructor(private readonly listen: AgentOptions['listen']) {}

  /** Rejects when the address is taken. */
  async begin(reason: string): Promise<void> {
    if (this.listen === undefined || this.service !== undefined) return;
    this.service = await serveHttp({ ...this.listen, metrics: () => Promise.resolve(''), readiness: () => ({ ready: false, reasons: [reason] }) });
  }

  /** The address is free again. */
  end(): void {
    this.service?.close();
    this.service = undefined;
  }
}
