import { createHash } from 'node:crypto';
import type { LinkInput } from '../../compile';
import { planOfNode, type AgentConfigSpec, type WrittenPlan } from '../../contract/agent-config';
import type { PolicyException } from '../../contract/node';
import { policyName } from '../../contract/policy';
import { readPlan } from '../../contract/written-plan';

/** A plan that was read, with what is needed to read it again. */
export interface KeptPlan {
  /** Name of its AgentConfig. */
  readonly config: string;
  readonly createdAt: string;
  readonly plan: WrittenPlan;
}

/** The plans of a node as they are published. */
export interface NodePlansState {
  readonly inputs: readonly LinkInput[];
  /** The highest revision seen. */
  readonly revision: number;
  /** Policies whose plan of that revision cannot be read; the last one that could stays among the inputs. */
  readonly exceptions: readonly PolicyException[];
  /** Of the plans; equal hashes are equal inputs. */
  readonly hash: string;
}

interface Entry {
  readonly good: { readonly kept: KeptPlan; readonly input: LinkInput } | undefined;
  readonly exception: PolicyException | undefined;
}

/** The plans that the AgentConfigs hold for one node. One that cannot be read leaves the last good one of its policy in force. */
export class NodePlans {
  private readonly entries = new Map<string, Entry>();
  private revision = 0;

  constructor(private readonly nodeName: string) {}

  /** An AgentConfig is new or changed. */
  put(config: string, spec: AgentConfigSpec): void {
    this.revision = Math.max(this.revision, spec.revision);
    const written = planOfNode(spec, this.nodeName, sha256);
    if (written === undefined) return void this.entries.delete(config);
    const { policy } = spec;
    this.read({ config, createdAt: policy.createdAt, plan: written }, policyName(policy));
  }

  /** An AgentConfig is there and is none that this version understands. */
  refuse(config: string, problem: string): void {
    this.entries.set(config, { good: this.entries.get(config)?.good, exception: { policy: config, reason: 'Unreadable', message: problem } });
  }

  /** An AgentConfig has gone. */
  remove(config: string, revision: number): void {
    this.revision = Math.max(this.revision, revision);
    this.entries.delete(config);
  }

  /** Takes over what an earlier agent kept; plans that are not what they were are left out. */
  restore(kept: readonly KeptPlan[], revision: number): void {
    this.revision = Math.max(this.revision, revision);
    for (const one of kept) this.read(one, one.config);
  }

  /** Names of the AgentConfigs that there are entries of. */
  configs(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** What an agent of this node would need to go on without an API server. */
  kept(): readonly KeptPlan[] {
    return [...this.entries.values()].flatMap(({ good }) => (good === undefined ? [] : [good.kept]));
  }

  state(): NodePlansState {
    const entries = [...this.entries.values()];
    const good = entries.flatMap((entry) => (entry.good === undefined ? [] : [entry.good]));
    return {
      inputs: good.map(({ input }) => input),
      revision: this.revision,
      exceptions: entries.flatMap(({ exception }) => (exception === undefined ? [] : [exception])),
      hash: sha256(good.map(({ kept: { config, createdAt, plan } }) => `${config} ${createdAt} ${plan.hash}`).sort().join('\n')),
    };
  }

  private read(kept: KeptPlan, policy: string): void {
    const before = this.entries.get(kept.config);
    if (before?.good?.kept.plan.hash === kept.plan.hash && before.good.kept.createdAt === kept.createdAt) {
      this.entries.set(kept.config, { good: before.good, exception: undefined });
      return;
    }
    const reading = readPlan(kept.plan, sha256);
    if (reading.ok) this.entries.set(kept.config, { good: { kept, input: { plan: reading.plan, createdAt: kept.createdAt } }, exception: undefined });
    else this.entries.set(kept.config, { good: before?.good, exception: { policy, reason: reading.reason, message: reading.problem } });
  }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
