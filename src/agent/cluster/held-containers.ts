import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatTime } from '../../clock';
import type { Receipt } from '../../contract/containment';
import type { Container } from '../identity/containers';
import type { ContainerFacts } from '../identity/facts';
import type { KeptPod } from '../identity/pods';
import type { ContainerState, Receipt as KernelReceipt, Sensor } from '../kernel/sensor';
import type { ContainerView, PodState } from '../respond/journal/types';
import type { Core } from './core';

/** A container of a pod, with what the kernel knows of it. */
export interface HeldContainer {
  readonly container: Container;
  readonly view: ContainerView;
  readonly state: ContainerState | undefined;
}

/** The containers whose pods are known, but for those that only hold a pod's namespaces. */
export function heldContainers(core: Core | undefined, complete: (facts: ContainerFacts) => ContainerFacts): readonly HeldContainer[] {
  if (core === undefined) return [];
  const states = new Map(core.sensor.containers().map((state) => [state.cgroup, state]));
  return core.agent.containers.all().flatMap((container) => {
    const { id, name, pod, sandbox } = complete(container.facts);
    if (pod?.uid === undefined || sandbox) return [];
    const state = states.get(container.cgroup.id);
    const containment = state?.containment;
    const contained = containment === undefined ? undefined : `${containment.hitNs}.${containment.eventId}`;
    const byRule = containment !== undefined && containment.eventId !== 0n;
    return [{ container, state, view: { id, name, namespace: pod.namespace, podName: pod.name, podUid: pod.uid, contained, byRule } }];
  });
}

/** Whether of everything that is contained it is known to which pod it belongs, if any. */
export function isComplete(core: Core | undefined): boolean {
  const states = core?.sensor.containers() ?? [];
  return states.every(({ cgroup, contained }) => !contained || core?.agent.containers.get(cgroup)?.bound === true);
}

export function podState({ metadata: { uid, namespace }, deleting }: KeptPod): PodState {
  return { uid, namespace, deleting };
}

/** SIGKILL to every process of a cgroup and below it, those that are being made too; frozen ones die when they are let go. */
function killAll(directory: string): void {
  writeFileSync(join(directory, 'cgroup.kill'), '1');
}

/** A receipt as a Containment bears it. */
export function receiptOf(receipt: KernelReceipt, { epochNs, method }: { readonly epochNs: bigint; readonly method: Receipt['method'] }): Receipt {
  const { hitNs, stoppedNs, frozenNs, callsAfter, offenderCalls, revocations, revokedNs, state } = receipt;
  const since = (ns: bigint): number => Math.max(0, Number(ns - hitNs));
  return {
    hitTime: formatTime(hitNs, epochNs),
    ...{ stoppedNs: since(stoppedNs), frozenNs: since(frozenNs), callsAfter, offenderCalls, revocations, revokedNs: Number(revokedNs), method },
    freezer: `${receipt.method} ${state}`,
  };
}

/** By what a container that nobody has declared yet was frozen. */
export function whyOf(core: Core | undefined, held: readonly HeldContainer[], id: string): { reason: string; requestedBy: string } {
  const eventId = held.find(({ view }) => view.id === id)?.state?.containment?.eventId;
  const cause = eventId === undefined ? undefined : core?.agent.causes.of(eventId);
  if (cause === undefined) return { reason: 'it was found frozen', requestedBy: 'stasis-agent' };
  return { reason: `rule ${cause.rule} of policy ${cause.policy}`, requestedBy: `${cause.policy}/${cause.rule}` };
}

/** What is done to a container. */
export const ACTS = {
  freeze: (sensor: Sensor, { cgroup }: Container) => sensor.freeze(cgroup.id),
  thaw: (sensor: Sensor, { cgroup }: Container) => sensor.thaw(cgroup.id),
  kill: (sensor: Sensor, { cgroup }: Container) => {
    killAll(cgroup.directory);
    sensor.thaw(cgroup.id);
  },
} as const;
