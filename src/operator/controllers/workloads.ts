import type { PodView, Workloads as Known } from '../permits/types';
import type { Parts } from '../parts';
import type { Compiler } from '../plans/compiler';
import { Freezable, freezingPolicies, isNamed } from '../plans/freezing';
import type { KeptBudget, KeptPod } from '../state/objects';
import { isOfItsPod } from '../state/own-containment';
import { budgetView, podView } from '../state/permit-views';

/** States of a Containment that holds nothing, and will not. */
const ENDED: ReadonlySet<string> = new Set(['Released', 'Terminated', 'Refused']);

/** Pods and PodDisruptionBudgets as the permit reducer reads them. */
export class Workloads {
  private freezable: Freezable | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly compiler: Compiler,
  ) {}

  /** Whom rules may freeze has to be asked anew. */
  forget(): void {
    this.freezable = undefined;
  }

  now(): Known {
    const { caches } = this.parts;
    const contained = this.contained();
    const budgets = new Map<string, KeptBudget[]>();
    for (const budget of caches.all('poddisruptionbudgets')) listIn(budgets, budget.metadata.namespace ?? '').push(budget);
    const pods = [...caches.pods.all()].map((pod) =>
      podView(pod, { contained: contained.has(pod.metadata.uid), barred: this.barred(pod), budgets: budgets.get(pod.metadata.namespace ?? '') ?? [] }),
    );
    return { pods, budgets: [...caches.all('poddisruptionbudgets')].map(budgetView) };
  }

  private contained(): ReadonlySet<string> {
    const held = new Set<string>();
    for (const { metadata, object } of this.parts.caches.all('containments')) {
      const state = object?.status?.conditions?.find(({ type }) => type === 'Ready')?.reason ?? '';
      if (object !== undefined && !ENDED.has(state) && isOfItsPod(metadata.namespace, object.spec, this.parts.caches.pods.known(object.spec.podRef.uid))) held.add(object.spec.podRef.uid);
    }
    return held;
  }

  private barred(pod: KeptPod): PodView['barred'] | undefined {
    const { nodeSettings, settings } = this.parts.installation;
    const { namespaces, priorityClasses } = nodeSettings.protected;
    const isProtected = isNamed(namespaces, pod.metadata.namespace ?? '') || (pod.priorityClass !== undefined && isNamed(priorityClasses, pod.priorityClass));
    if (isProtected) return 'Protected';
    this.freezable ??= new Freezable(freezingPolicies(this.policies(), settings), (namespace) => this.parts.caches.get('namespaces', namespace)?.labels ?? {});
    return this.freezable.has(pod) ? undefined : 'NotEnforced';
  }

  private policies(): Parameters<typeof freezingPolicies>[0] {
    return [...this.parts.caches.policies()].flatMap((policy) => {
      const compiled = this.compiler.of(policy);
      return compiled.ok ? [compiled.policy] : [];
    });
  }
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
