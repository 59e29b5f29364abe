import { compile } from '../../compile';
import type { Fault } from '../../contract/diagnostic';
import { policyFaults } from '../../contract/parse';
import type { Plan } from '../../contract/plan';
import { policyOf, type Policy } from '../../contract/policy';
import type { PolicyResource } from '../../contract/resources.gen';
import { fieldName } from '../../contract/schema';
import { sha256 } from '../sha256';
import type { KeptPolicy } from '../state/objects';

/** A mistake in a policy, as its status tells it. */
export interface Mistake {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
}

export type Compiled = { readonly ok: true; readonly policy: Policy; readonly plan: Plan } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** Policies as plans; each version is compiled once. */
export class Compiler {
  private readonly known = new Map<string, { readonly generation: number; readonly compiled: Compiled }>();

  of({ metadata: { uid, generation }, ref, resource }: KeptPolicy): Compiled {
    const known = this.known.get(uid);
    if (known?.generation === generation) return known.compiled;
    const compiled = compiledOf(ref.kind, resource);
    this.known.set(uid, { generation, compiled });
    return compiled;
  }

  forget(uid: string): void {
    this.known.delete(uid);
  }
}

function compiledOf(kind: KeptPolicy['ref']['kind'], resource: object): Compiled {
  const faults = policyFaults(kind, resource);
  if (faults.length > 0) return { ok: false, mistakes: faults.map(mistakeOf) };
  const policy = policyOf(resource as PolicyResource);
  const { plan, diagnostics } = compile(policy, { hash: sha256 });
  return plan === undefined ? { ok: false, mistakes: diagnostics } : { ok: true, policy, plan };
}

function mistakeOf({ path, message, hint }: Fault): Mistake {
  return { field: fieldName(path), message, ...(hint === undefined ? {} : { hint }) };
}
