import { CONTAINMENT_FINALIZER, type Containment, type Refusal } from '../../contract/containment';
import type { NodeSpec } from '../../contract/node';
import type { ContainmentView } from '../respond/journal/types';
import { protectionOf, type Protection } from '../config/allowed';
import { hasEnded, heldBy } from './containment-writes';

export interface ContainmentViewsOptions {
  readonly spec: () => NodeSpec;
  /** The journal knows a container that the Containment with this UID holds. */
  readonly isHeldBy: (uid: string) => boolean;
  /** Of the pod with this UID; undefined: it has none, or the pod is not known. */
  readonly priorityClassOf: (podUid: string) => string | undefined;
}

const NOT_ALLOWED = {
  Freeze: { action: 'Freeze', reason: 'ActionNotAllowed', message: 'the installation does not allow people to freeze' },
  Terminate: { action: 'Terminate', reason: 'ActionNotAllowed', message: 'the installation does not allow people to terminate' },
  Namespace: { action: 'Freeze', reason: 'Protected', message: 'the namespace is protected: nothing but Alert is done there' },
  PriorityClass: { action: 'Freeze', reason: 'Protected', message: "the pod's priority class is protected: nothing but Alert is done there" },
} as const;

/** Containments as the installation lets them act here. */
export class ContainmentViews {
  constructor(private readonly options: ContainmentViewsOptions) {}

  of(object: Containment): ContainmentView {
    const { metadata, spec, status } = object;
    return {
      ...{ uid: metadata.uid ?? '', name: metadata.name, namespace: metadata.namespace, podUid: spec.podRef.uid },
      containers: this.mayFreeze(object) ? spec.containers : [],
      terminate: spec.actions.includes('Terminate'),
      finalizer: metadata.finalizers?.includes(CONTAINMENT_FINALIZER) === true,
      deleting: metadata.deletionTimestamp !== undefined,
      ended: hasEnded(status),
      held: heldBy(object),
      ...(status?.expiresAt === undefined ? {} : { expiresAt: Date.parse(status.expiresAt) }),
      onExpiry: spec.onExpiry ?? 'Keep',
    };
  }

  /** What is asked for and not allowed; undefined: nothing. */
  refusalOf(object: Containment): Pick<Refusal, 'action' | 'reason' | 'message'> | undefined {
    if (!this.mayFreeze(object)) return NOT_ALLOWED[this.protectionOf(object) ?? 'Freeze'];
    return object.spec.actions.includes('Terminate') && !this.people.includes('Terminate') ? NOT_ALLOWED.Terminate : undefined;
  }

  /** What holds already goes on; nobody is thawed by a setting. */
  private mayFreeze(object: Containment): boolean {
    if (this.options.isHeldBy(object.metadata.uid ?? '')) return true;
    return this.people.includes('Freeze') && this.protectionOf(object) === undefined;
  }

  private protectionOf({ metadata: { namespace }, spec: { podRef } }: Containment): Protection | undefined {
    return protectionOf(this.options.spec().settings, namespace, this.options.priorityClassOf(podRef.uid));
  }

  private get people(): NodeSpec['settings']['allowedActions']['people'] {
    return this.options.spec().settings.allowedActions.people;
  }
}
