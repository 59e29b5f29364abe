import { CONTAINMENT_FINALIZER, type Containment, type Refusal } from '../../contract/containment';
import type { NodeSpec } from '../../contract/node';
import type { ContainmentView } from '../respond/journal/types';
import { hasEnded, heldBy } from './containment-writes';

export interface ContainmentViewsOptions {
  readonly spec: () => NodeSpec;
  /** The journal knows a container that the Containment with this UID holds. */
  readonly isHeldBy: (uid: string) => boolean;
}

const NOT_ALLOWED = {
  Freeze: { action: 'Freeze', reason: 'ActionNotAllowed', message: 'the installation does not allow people to freeze' },
  Terminate: { action: 'Terminate', reason: 'ActionNotAllowed', message: 'the installation does not allow people to terminate' },
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
    if (!this.mayFreeze(object)) return NOT_ALLOWED.Freeze;
    return object.spec.actions.includes('Terminate') && !this.people.includes('Terminate') ? NOT_ALLOWED.Terminate : undefined;
  }

  private mayFreeze({ metadata }: Containment): boolean {
    return this.options.isHeldBy(metadata.uid ?? '') || this.people.includes('Freeze');
  }

  private get people(): NodeSpec['settings']['allowedActions']['people'] {
    return this.options.spec().settings.allowedActions.people;
  }
}
