/** What all nodes say about one policy. */
export interface PolicyTotals {
  /** Nodes with pods that it selects. */
  selected: number;
  /** Those of them that apply it as it is published. */
  applied: number;
  pods: number;
  findings: number;
  wouldAct: number;
  /** Nodes that are ready, selected, and have no agent. */
  readonly missing: NamedNodes;
  /** Nodes whose agent has not applied the last change yet. */
  readonly pending: NamedNodes;
  /** Nodes that are outside its roll-out. */
  readonly outside: NamedNodes;
  /** Nodes that cannot apply it, and why. */
  readonly excepted: NamedNodes;
  /** Selected nodes where something weakens all policies. */
  readonly degraded: NamedNodes;
  /** Selected nodes that cannot be reached. */
  readonly unreachable: NamedNodes;
}

const NAMED = 5;

/** How many there are, and the first of them by name. */
export class NamedNodes {
  count = 0;
  private names: string[] = [];

  add(node: string, why?: string): void {
    this.count++;
    const text = why === undefined ? node : `${node} (${why})`;
    const last = this.names[NAMED - 1];
    if (last !== undefined && text > last) return;
    this.names = [...this.names, text].sort().slice(0, NAMED);
  }

  /** `a, b and 3 more`. */
  get text(): string {
    const more = this.count - this.names.length;
    return `${this.names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  }
}

export function noTotals(): PolicyTotals {
  const named = (): NamedNodes => new NamedNodes();
  return {
    ...{ selected: 0, applied: 0, pods: 0, findings: 0, wouldAct: 0 },
    ...{ missing: named(), pending: named(), outside: named(), excepted: named(), degraded: named(), unreachable: named() },
  };
}
