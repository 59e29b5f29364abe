import { readAgentConfig, type AgentConfigSpec } from '../../contract/agent-config';
import { readSecurityAlert, type AlertStatus } from '../../contract/alert';
import { readContainment, type Containment } from '../../contract/containment';
import type { LabelSelector, PolicyKind, PolicyRef } from '../../contract/policy';
import type { ApiObject } from '../../kube/watch-stream';
import { workloadOf } from './workload';

/** What the operator keeps of the API's objects: the fields that it reads, and no more. */

export interface KeptMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation: number;
  readonly leaving: boolean;
}

export interface KeptPolicy extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly ref: PolicyRef;
  readonly createdAt: string;
  /** As it was stored, to be read by the contract. */
  readonly resource: object;
  /** Of its status; whatever was written there. */
  readonly status: unknown;
}

export interface KeptConfig extends ApiObject {
  readonly metadata: KeptMetadata;
  /** Undefined: not written by this version, nor by one that it understands. */
  readonly spec: AgentConfigSpec | undefined;
}

export interface KeptNode extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly labels: Readonly<Record<string, string>>;
  readonly ready: boolean;
  /** When `ready` last changed, as the node's controller says it. */
  readonly since: string;
}

export interface KeptNamespace extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly labels: Readonly<Record<string, string>>;
  readonly breakGlass: string | undefined;
}

export interface KeptPod extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly labels: Readonly<Record<string, string>>;
  readonly node: string | undefined;
  readonly workload: string;
  readonly priorityClass: string | undefined;
  readonly running: boolean;
  readonly ready: boolean;
  /** Names and images, `name image` each. */
  readonly containers: readonly string[];
}

/** A PodDisruptionBudget. */
export interface KeptBudget extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly selector: LabelSelector | undefined;
  /** Its status is of its spec as it is now. */
  readonly current: boolean;
  readonly disruptionsAllowed: number;
  readonly desiredHealthy: number;
}

export interface KeptAlert extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly workload: string;
  /** Undefined: written by a newer version. */
  readonly status: AlertStatus | undefined;
}

export interface KeptContainment extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly finalizers: readonly string[];
  readonly object: Pick<Containment, 'spec' | 'status'> | undefined;
}

export interface KeptText extends ApiObject {
  readonly metadata: KeptMetadata;
  readonly data: Readonly<Record<string, string>>;
}

/** Where people put a stop to all action in a namespace: an RFC 3339 time until which it holds. */
export const BREAK_GLASS = 'stasis.dev/break-glass';

interface RawMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation?: number;
  readonly creationTimestamp?: string;
  readonly deletionTimestamp?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly finalizers?: readonly string[];
  readonly ownerReferences?: readonly { readonly kind: string; readonly name: string; readonly uid: string; readonly controller?: boolean }[];
}

/** Of kinds of the API server itself; it answers for their shape. */
interface Raw extends ApiObject {
  readonly metadata: RawMetadata;
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: {
    readonly nodeName?: string;
    readonly priorityClassName?: string;
    readonly containers?: readonly { readonly name: string; readonly image?: string }[];
    readonly initContainers?: readonly { readonly name: string; readonly image?: string }[];
  };
  readonly status?: {
    readonly phase?: string;
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly lastTransitionTime?: string }[];
  };
}

interface RawBudget extends ApiObject {
  readonly spec?: { readonly selector?: LabelSelector };
  readonly status?: { readonly observedGeneration?: number; readonly disruptionsAllowed?: number; readonly desiredHealthy?: number };
}

export function keepMetadata(object: ApiObject): KeptMetadata {
  const { name, namespace, uid, resourceVersion, generation = 0, deletionTimestamp } = (object as Raw).metadata;
  return { name, ...(namespace === undefined ? {} : { namespace }), uid, resourceVersion, generation, leaving: deletionTimestamp !== undefined };
}

export function keepPolicy(kind: PolicyKind): (object: ApiObject) => KeptPolicy {
  return (object) => {
    const { status, ...resource } = object as ApiObject & { readonly status?: unknown };
    const metadata = keepMetadata(object);
    const { name, namespace } = metadata;
    return {
      metadata,
      ref: { kind, name, ...(namespace === undefined ? {} : { namespace }) },
      createdAt: (object as Raw).metadata.creationTimestamp ?? '',
      resource: { ...resource, apiVersion: 'stasis.dev/v1alpha1', kind, metadata: plainMetadata(object) },
      status,
    };
  };
}

/** Of the metadata, what a policy may say. */
function plainMetadata(object: ApiObject): object {
  const { name, namespace, creationTimestamp } = (object as Raw).metadata;
  return { name, ...(namespace === undefined ? {} : { namespace }), ...(creationTimestamp === undefined ? {} : { creationTimestamp }) };
}

export function keepConfig(object: ApiObject): KeptConfig {
  const read = readAgentConfig(object);
  return { metadata: keepMetadata(object), spec: read.ok ? read.object.spec : undefined };
}

export function keepNode(object: ApiObject): KeptNode {
  const { metadata, status } = object as Raw;
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  return { metadata: keepMetadata(object), labels: metadata.labels ?? {}, ready: ready?.status === 'True', since: ready?.lastTransitionTime ?? '' };
}

export function keepNamespace(object: ApiObject): KeptNamespace {
  const { labels = {}, annotations } = (object as Raw).metadata;
  return { metadata: keepMetadata(object), labels, breakGlass: annotations?.[BREAK_GLASS] };
}

export function keepPod(object: ApiObject): KeptPod {
  const { metadata, spec = {}, status = {} } = object as Raw;
  const labels = metadata.labels ?? {};
  const owner = metadata.ownerReferences?.find(({ controller }) => controller === true);
  const kept = keepMetadata(object);
  return {
    metadata: { ...kept, leaving: kept.leaving || ENDED.includes(status.phase ?? '') },
    labels,
    node: spec.nodeName,
    workload: workloadOf({ name: metadata.name, labels, ...(owner === undefined ? {} : { owner }) }),
    priorityClass: spec.priorityClassName,
    running: status.phase === 'Running',
    ready: status.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True') === true,
    containers: containersOf(spec),
  };
}

const ENDED: readonly string[] = ['Succeeded', 'Failed'];

function containersOf({ initContainers = [], containers = [] }: NonNullable<Raw['spec']>): readonly string[] {
  return [...initContainers, ...containers].map(({ name, image = '' }) => `${name} ${image}`);
}

export function keepBudget(object: ApiObject): KeptBudget {
  const { spec = {}, status = {} } = object as RawBudget;
  const metadata = keepMetadata(object);
  const { observedGeneration = -1, disruptionsAllowed = 0, desiredHealthy = 0 } = status;
  return { metadata, selector: spec.selector, current: observedGeneration >= metadata.generation, disruptionsAllowed, desiredHealthy };
}

export function keepAlert(object: ApiObject): KeptAlert {
  const read = readSecurityAlert(object);
  return { metadata: keepMetadata(object), workload: read.ok ? read.object.spec.workload : '', status: read.ok ? read.object.status : undefined };
}

export function keepContainment(object: ApiObject): KeptContainment {
  const read = readContainment(object);
  const { spec, status } = read.ok ? read.object : {};
  return {
    metadata: keepMetadata(object),
    finalizers: (object as Raw).metadata.finalizers ?? [],
    object: spec === undefined ? undefined : { spec, ...(status === undefined ? {} : { status }) },
  };
}

export function keepText(object: ApiObject): KeptText {
  return { metadata: keepMetadata(object), data: (object as Raw).data ?? {} };
}

/** The UID of the object of that kind that owns this one. */
export function ownerUid(object: ApiObject, kind: string): string | undefined {
  return (object as Raw).metadata.ownerReferences?.find((owner) => owner.kind === kind)?.uid;
}
