import type { ContainerView, ContainmentView, Journal, JournalEntry, JournalEvent, JournalMode, PodState } from './types';

/** The three truths as they are known, and what is under way. */
export interface JournalState {
  readonly bootId: string;
  readonly mode: JournalMode;
  readonly mayTerminate: boolean;
  /** What is being deleted, or was seen deleted, never comes back: a late watch event says nothing new. */
  readonly gone: ReadonlySet<string>;
  readonly containers: ReadonlyMap<string, ContainerView>;
  readonly complete: boolean;
  /** By container id. */
  readonly entries: ReadonlyMap<string, JournalEntry>;
  readonly ended: ReadonlySet<string>;
  /** The lists are complete and fresh enough to conclude something from what is not in them, once verified. */
  readonly synced: boolean;
  readonly containments: ReadonlyMap<string, ContainmentView>;
  readonly pods: ReadonlyMap<string, PodState>;
  readonly terminating: ReadonlySet<string>;
  /** Keys of commands that run. */
  readonly busy: ReadonlySet<string>;
}

const MAX_GONE = 4096;

/** `journal`: what the disk has; entries of another boot are void. */
export function beginJournal(journal: Journal, bootId: string): JournalState {
  const entries = journal.entries.filter((entry) => entry.bootId === bootId);
  return {
    bootId,
    mode: 'Enforce',
    mayTerminate: false,
    gone: new Set(),
    containers: new Map(),
    complete: false,
    entries: new Map(entries.map((entry) => [entry.containerId, entry])),
    ended: new Set(journal.ended),
    synced: false,
    containments: new Map(),
    pods: new Map(),
    terminating: new Set(),
    busy: new Set(),
  };
}

/** Takes in what an event says; decides nothing. */
export function observe(state: JournalState, event: JournalEvent): JournalState {
  switch (event.kind) {
    case 'node':
      return { ...state, containers: byKey(event.containers, ({ id }) => id), complete: event.complete };
    case 'settings':
      return { ...state, mode: event.mode, mayTerminate: event.mayTerminate };
    case 'away':
      return { ...state, synced: false };
    case 'done':
    case 'verified':
      return { ...state, busy: without(state.busy, event.key) };
    case 'time':
      return state;
    default:
      return observeApi(state, event);
  }
}

type ApiEvent = Extract<JournalEvent, { readonly kind: 'listed' | 'containment' | 'containmentGone' | 'pod' | 'podGone' | 'namespaceTerminating' | 'namespaceGone' }>;

function observeApi(state: JournalState, event: ApiEvent): JournalState {
  switch (event.kind) {
    case 'listed':
      return observeLists(state, event);
    case 'containment':
      return { ...state, containments: merged(state, [event.containment]) };
    case 'containmentGone':
      return { ...state, containments: withoutKey(state.containments, event.uid), ended: without(state.ended, event.uid), gone: remembered(state.gone, event.uid) };
    case 'pod':
      return state.gone.has(event.pod.uid) ? state : { ...state, pods: new Map(state.pods).set(event.pod.uid, doomedStays(state.pods.get(event.pod.uid), event.pod)) };
    case 'podGone':
      return { ...state, pods: withoutKey(state.pods, event.uid), gone: remembered(state.gone, event.uid) };
    case 'namespaceTerminating':
      return { ...state, terminating: new Set(state.terminating).add(event.namespace) };
    case 'namespaceGone': // its pods are known by their UIDs
      return { ...state, terminating: without(state.terminating, event.namespace) };
  }
}

function observeLists(state: JournalState, { containments, pods, terminating }: Extract<JournalEvent, { readonly kind: 'listed' }>): JournalState {
  const listed = new Set(containments.map(({ uid }) => uid));
  return {
    ...state,
    synced: true,
    containments: new Map([...merged(state, containments)].filter(([uid]) => listed.has(uid))),
    pods: byKey(pods.filter(({ uid }) => !state.gone.has(uid)).map((pod) => doomedStays(state.pods.get(pod.uid), pod)), ({ uid }) => uid),
    terminating: new Set(terminating),
  };
}

/** An older version may come after a newer one; deletion and the end stay. */
function merged({ containments, gone }: JournalState, seen: readonly ContainmentView[]): ReadonlyMap<string, ContainmentView> {
  const made = new Map(containments);
  for (const one of seen) {
    const last = containments.get(one.uid);
    if (!gone.has(one.uid)) made.set(one.uid, { ...one, deleting: one.deleting || last?.deleting === true, ended: one.ended || last?.ended === true });
  }
  return made;
}

function doomedStays(last: PodState | undefined, pod: PodState): PodState {
  return last?.deleting === true ? last : pod;
}

function remembered(gone: ReadonlySet<string>, uid: string): ReadonlySet<string> {
  const kept = gone.size >= MAX_GONE ? [...gone].slice(1) : gone;
  return new Set(kept).add(uid);
}

function without(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const made = new Set(set);
  made.delete(key);
  return made;
}

function withoutKey<T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> {
  const made = new Map(map);
  made.delete(key);
  return made;
}

function byKey<T>(list: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, T> {
  return new Map(list.map((one) => [keyOf(one), one]));
}
