import { join } from 'node:path';
import { openSession, type Session } from '../../../support/session';
import { waitFor } from '../../../support/wait';
import { clusterUp, kubectl, openNamespace, type Namespace } from '../../support/cluster';
import { NODE } from '../../support/place';
import { importProduct, install, remove, removeKinds } from '../../support/product';
import { startVictims, type Victim } from './victims';

/** The product, installed from its chart, and a namespace for pods that it protects. */
export interface Bed {
  readonly session: Session;
  readonly namespace: Namespace;
  readonly victims: (name: string, replicas: number, more?: { readonly grace?: number; readonly namespace?: Namespace }) => Promise<readonly Victim[]>;
  readonly close: () => Promise<void>;
}

/** `values` as "settings.mode=Audit". The cluster's kinds are those of the chart afterwards, with no object of an installation before. */
export async function openBed(prefix: string, ...values: readonly string[]): Promise<Bed> {
  await clusterUp();
  await removeKinds();
  const session = openSession();
  const namespace = await openNamespace(prefix, ['pod-security.kubernetes.io/enforce=privileged']);
  const close = async (): Promise<void> => {
    await remove();
    await removeKinds();
    await namespace.close();
    await session.close();
  };
  try {
    await importProduct(session);
    await install(...values);
    await kubectl(['wait', `securitynode/${NODE}`, '--for=condition=Ready', '--timeout=50s'], { timeout: 60_000 });
  } catch (error) {
    await close();
    throw error;
  }
  const victims: Bed['victims'] = (name, replicas, more) => startVictims({ namespace, folder: join(session.directory, 'victims'), name, replicas, ...more });
  return { session, namespace, victims, close };
}

export interface PolicyOptions {
  readonly name: string;
  /** Value of the label `app` of the pods. */
  readonly app: string;
  /** As "[Freeze, Kill]". */
  readonly respond: string;
  readonly mode?: 'Audit' | 'Enforce';
}

/** A policy against programs that were written after the container had started, in force on every node when it resolves. */
export async function enforce({ namespace }: Bed, { name, app, respond, mode = 'Enforce' }: PolicyOptions): Promise<void> {
  const policy = `
apiVersion: stasis.dev/v1alpha1
kind: SecurityPolicy
metadata: {name: ${name}}
spec:
  target: {podSelector: {matchLabels: {app: ${app}}}}
  mode: ${mode}
  rules:
    - {name: dropped, severity: Critical, process: {origin: [Written]}, respond: ${respond}}
`;
  await namespace.kubectl(['apply', '--filename', '-'], { input: policy });
  await namespace.kubectl(['wait', `securitypolicy/${name}`, '--for=condition=Enforced', '--timeout=40s'], { timeout: 50_000 });
}

export interface NodeView {
  readonly metadata: { readonly generation: number };
  readonly spec: { readonly mode: string; readonly permits?: readonly { readonly podUID: string; readonly revoked?: boolean; readonly insteadOf?: string }[] };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly planFormat?: number;
    readonly exceptions?: readonly { readonly policy: string; readonly reason: string; readonly message: string }[];
    readonly findings?: { readonly groups?: readonly { readonly pod: { readonly uid: string }; readonly rule: string; readonly result: string; readonly action: string; readonly reason?: string; readonly findings: number }[]; readonly omitted: number; readonly dropped: number };
  };
}

export async function nodeView(): Promise<NodeView> {
  return JSON.parse((await kubectl(['get', 'securitynode', NODE, '--output=json'])).stdout) as NodeView;
}

/** The victims whose pods have a permit. */
export async function permitted(victims: readonly Victim[]): Promise<readonly Victim[]> {
  const { spec } = await nodeView();
  const uids = new Set((spec.permits ?? []).filter(({ revoked }) => revoked !== true).map(({ podUID }) => podUID));
  return victims.filter(({ uid }) => uids.has(uid));
}

/** The same, as soon as there are `count` and the agent says that it follows. */
export function armed(victims: readonly Victim[], count: number): Promise<readonly Victim[]> {
  const probe = async (): Promise<readonly Victim[] | false> => {
    const found = await permitted(victims);
    const { metadata, status } = await nodeView();
    return found.length === count && status?.observedGeneration === metadata.generation && found;
  };
  return waitFor(`${count} permits`, probe, { timeout: 40_000, interval: 200 });
}
