import type { ContainedContainer, Containment, ContainmentStatus, Receipt, Refusal } from '../../contract/containment';
import { durationMs } from '../../contract/duration';

/** What is known of one container that a Containment names. */
export interface HeldFacts {
  readonly name: string;
  /** Undefined: there is no such container now. */
  readonly id: string | undefined;
  readonly frozen: boolean;
  /** It was killed because the Containment wants it. */
  readonly terminated: boolean;
  readonly receipt: Receipt | undefined;
  readonly cause: ContainedContainer['cause'];
  readonly runtimeState: string | undefined;
  readonly refusal: Refusal | undefined;
}

export interface ContainmentFacts {
  /** RFC 3339, now. */
  readonly now: string;
  readonly containers: readonly HeldFacts[];
  /** It ended for good: nothing is held by it again. */
  readonly over: 'Released' | 'Terminated' | undefined;
}

type Condition = NonNullable<ContainmentStatus['conditions']>[number];

/** The status of a Containment. Times stay where nothing changed, and so does what an agent before has measured. */
export function containmentStatus({ spec, metadata, status }: Containment, facts: ContainmentFacts): ContainmentStatus {
  const containers = facts.containers.map((held) => heldContainer(held, status?.containers?.find(({ name }) => name === held.name), facts));
  const heldSince = status?.heldSince ?? (containers.some(({ state }) => state === 'Frozen') ? facts.now : undefined);
  const expiresAt = endOf(heldSince, spec.ttl);
  const before = status?.conditions?.find(({ type }) => type === 'Ready');
  return given({
    observedGeneration: metadata.generation,
    conditions: [readyOf(containers, { expiresAt, facts, before, generation: metadata.generation })],
    heldSince,
    expiresAt,
    containers,
  });
}

function endOf(heldSince: string | undefined, ttl: string | undefined): string | undefined {
  const milliseconds = ttl === undefined ? undefined : durationMs(ttl);
  return heldSince === undefined || milliseconds === undefined ? undefined : new Date(Date.parse(heldSince) + milliseconds).toISOString();
}

type Given<Fields> = { readonly [Name in keyof Fields]: Exclude<Fields[Name], undefined> };

/** The fields that have a value. */
function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}

function heldContainer(held: HeldFacts, last: ContainedContainer | undefined, { now, over }: ContainmentFacts): ContainedContainer {
  const before: Partial<ContainedContainer> = isSame(held, last) ? (last ?? {}) : {};
  const state = stateOf(held, before.state, over);
  const { name, runtimeState, refusal } = held;
  const { cause, receipt } = { ...before, ...known(held) };
  const since = before.state === state ? (before.since ?? now) : now;
  return given({ name, id: held.id ?? last?.id, state, since, runtimeState, cause, receipt, refusals: refusal === undefined ? undefined : [keepTime(refusal, last)] });
}

function isSame({ id }: HeldFacts, last: ContainedContainer | undefined): boolean {
  return id === undefined || last?.id === undefined || last.id === id;
}

function known({ cause, receipt }: HeldFacts): Partial<Pick<ContainedContainer, 'cause' | 'receipt'>> {
  return { ...(cause === undefined ? {} : { cause }), ...(receipt === undefined ? {} : { receipt }) };
}

function keepTime(refusal: Refusal, before: ContainedContainer | undefined): Refusal {
  const last = before?.refusals?.find(({ action, reason }) => action === refusal.action && reason === refusal.reason);
  return last === undefined ? refusal : { ...refusal, time: last.time };
}

function stateOf({ id, frozen, terminated, refusal }: HeldFacts, before: ContainedContainer['state'] | undefined, over: ContainmentFacts['over']): ContainedContainer['state'] {
  if (terminated || before === 'Terminated') return 'Terminated';
  if (frozen) return 'Frozen';
  if (over !== undefined) return before === 'Gone' ? before : over;
  if (refusal !== undefined) return 'Refused';
  if (id !== undefined) return 'Pending';
  return before === undefined || before === 'Pending' ? 'Pending' : 'Gone';
}

interface Ready {
  readonly expiresAt: string | undefined;
  readonly facts: ContainmentFacts;
  readonly before: Condition | undefined;
  readonly generation: number | undefined;
}

const MESSAGES = {
  Contained: 'every container is held',
  Pending: 'a container is not held yet',
  Refused: 'something that is asked for is not allowed',
  Failed: 'a container has ended while it was held: what was started in its place is not held',
  Expired: 'its time is over, and it goes on holding',
  Released: 'the containers run again',
  Terminated: 'the containers were killed',
} as const;

function readyOf(containers: readonly ContainedContainer[], { expiresAt, facts, before, generation }: Ready): Condition {
  const reason = reasonOf(containers, expiresAt, facts);
  const status = reason === 'Contained' || reason === 'Terminated' || reason === 'Expired' ? ('True' as const) : ('False' as const);
  return {
    ...{ type: 'Ready', status, reason, message: MESSAGES[reason] },
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    lastTransitionTime: before?.status === status ? before.lastTransitionTime : facts.now,
  };
}

function reasonOf(containers: readonly ContainedContainer[], expiresAt: string | undefined, { now, over }: ContainmentFacts): keyof typeof MESSAGES {
  const some = (wanted: ContainedContainer['state']): boolean => containers.some(({ state }) => state === wanted);
  if (over !== undefined && !some('Frozen')) return over;
  if (containers.some(({ refusals = [] }) => refusals.length > 0)) return 'Refused';
  if (some('Pending')) return 'Pending';
  if (some('Gone')) return 'Failed';
  if (some('Terminated') && !some('Frozen')) return 'Terminated';
  return expiresAt !== undefined && Date.parse(expiresAt) <= Date.parse(now) ? 'Expired' : 'Contained';
}
