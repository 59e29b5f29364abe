import { MAX_NAME, trimmed } from './names';
import { validateContainment } from './object-validators.gen';
import { readObject } from './read-object';
import type { ObjectReading, ObjectValidator } from './read-object';
import type { Containment } from './resources.gen';

export type { Containment } from './resources.gen';
export type ContainmentSpec = Containment['spec'];
export type ContainmentStatus = NonNullable<Containment['status']>;
/** What is asked of a pod; rules have other actions beside. */
export type ContainmentAction = ContainmentSpec['actions'][number];
export type ContainmentExpiry = NonNullable<ContainmentSpec['onExpiry']>;
/** What holds in one container. */
export type ContainedContainer = NonNullable<ContainmentStatus['containers']>[number];
export type ContainedState = ContainedContainer['state'];
/** The measured proof that a freeze landed. */
export type Receipt = NonNullable<ContainedContainer['receipt']>;
export type FreezeMethod = Receipt['method'];
export type Refusal = NonNullable<ContainedContainer['refusals']>[number];

/** Holds a Containment that is deleted until its agent has let the pod go. */
export const CONTAINMENT_FINALIZER = 'stasis.dev/thaw';

/** Containers in one Containment. */
export const MAX_CONTAINERS = 64;

const UID_DIGITS = 8;

/** The name of the Containment of a pod: the same whoever makes it, so a pod never has two. */
export function containmentName(pod: { readonly name: string; readonly uid: string }): string {
  return `${trimmed(pod.name.slice(0, MAX_NAME - UID_DIGITS - 1))}-${pod.uid.slice(0, UID_DIGITS)}`;
}

export function readContainment(value: unknown): ObjectReading<Containment> {
  return readObject(validateContainment as ObjectValidator, value);
}
