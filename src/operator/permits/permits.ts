/**
 * Who may be frozen by rules: the reducer behind SecurityNode.spec.permits. Everything that must survive a restart is in the objects.
 *
 * INVARIANT: of the pods of a workload (and of a PodDisruptionBudget), those that a node may take for armed and those that rules froze are
 * never more than the budget was when the last of them got its permit; whatever is late, lost or doubled, and whoever restarts. It rests on:
 * a permit is counted until its node has acknowledged its revocation; a node's spec is trusted only once this leader has written it (writes
 * name the generation, so that a write of the leader before cannot land any more); while a write is in flight, both outcomes count.
 */
import { decide } from './decide';
import { Draft, type DraftNode, type KnownNode } from './draft';
import type { NodeView, Permit, PermitSpec, Workloads } from './types';

export interface PermitState {
  readonly term: number;
  readonly nodes: ReadonlyMap<string, KnownNode>;
  /** When each open request was first seen, in milliseconds. */
  readonly firstSeen: ReadonlyMap<string, number>;
}

/** A write that is tried again, unchanged, until it is known whether it landed. */
export interface PermitWrite {
  readonly node: string;
  /** It lands on the spec that was decided about, of that very object, and on nothing else. */
  readonly uid: string;
  readonly generation: number;
  readonly spec: PermitSpec;
}

export interface PermitStep {
  readonly state: PermitState;
  readonly writes: readonly PermitWrite[];
  /** Another operator leads: this one must stop. */
  readonly deposed: boolean;
}

/** So many nodes are taken over at once after a change of leadership; those about which a request waits go first. */
export const MAX_TAKEOVERS = 64;

/** `term` is greater than that of every leadership before. */
export function beginTerm(term: number): PermitState {
  return { term, nodes: new Map(), firstSeen: new Map() };
}

/** An object as a watch or a list showed it. Older generations than the one known are ignored. */
export function observeNode(state: PermitState, view: NodeView): PermitState {
  const known = state.nodes.get(view.name);
  if (known?.view.uid === view.uid && view.generation < known.view.generation) return state;
  const kept = known === undefined ? [] : known.view.uid === view.uid ? known.inherited : orphaned(known);
  return withNode(state, { ...known, view, inherited: kept });
}

/** The outcome of a write is known: it landed, or it cannot land any more. `view`: the object read after that. */
export function resolveWrite(state: PermitState, view: NodeView): PermitState {
  const known = state.nodes.get(view.name);
  if (known === undefined) return state;
  const written = new Set(view.spec.permits.map(({ podUid }) => podUid));
  const inherited = known.inherited.filter(({ podUid }) => !written.has(podUid));
  return observeNode(withNode(state, { view: known.view, inherited }), view);
}

/** The object and its node are gone. */
export function forgetNode(state: PermitState, name: string): PermitState {
  const nodes = new Map(state.nodes);
  nodes.delete(name);
  return { ...state, nodes };
}

/** Decides what every node is to have. `now`: milliseconds of a clock of this process. */
export function stepPermits(state: PermitState, workloads: Workloads, now: number): PermitStep {
  const firstSeen = seenRequests(state, now);
  if ([...state.nodes.values()].some(({ view }) => view.spec.term > state.term)) return { state: { ...state, firstSeen }, writes: [], deposed: true };
  const draft = new Draft(state.term, state.nodes.values(), workloads);
  decide(draft, { now, firstSeen: (request) => firstSeen.get(request) ?? now });
  const writes = [...changes(draft), ...takeovers(state, draft)];
  const nodes = new Map(state.nodes);
  for (const { node, spec } of writes) {
    const known = nodes.get(node);
    if (known !== undefined) nodes.set(node, { ...known, inFlight: spec });
  }
  return { state: { ...state, nodes, firstSeen }, writes, deposed: false };
}

function withNode(state: PermitState, node: KnownNode): PermitState {
  return { ...state, nodes: new Map(state.nodes).set(node.view.name, node) };
}

function orphaned({ view, inFlight, inherited }: KnownNode): readonly Permit[] {
  const entries = [...view.spec.permits, ...inherited, ...(inFlight?.permits ?? [])];
  return [...new Set(entries.map(({ podUid }) => podUid))].map((podUid) => ({ podUid, revoked: true }));
}

function seenRequests({ nodes, firstSeen }: PermitState, now: number): ReadonlyMap<string, number> {
  const open = [...nodes.values()].flatMap(({ view }) => view.requests.map(({ id }) => id));
  return new Map(open.map((id) => [id, firstSeen.get(id) ?? now]));
}

function changes({ nodes }: Draft): readonly PermitWrite[] {
  return [...nodes.values()].filter(({ open }) => open).flatMap((node) => {
    const spec = specOf(node);
    return same(spec, node.view.spec) ? [] : [writeOf(node.view, spec)];
  });
}

function specOf({ view, permits, answers }: DraftNode): PermitSpec {
  return { term: view.spec.term, permits: [...permits.values()].sort(({ podUid: left }, { podUid: right }) => (left < right ? -1 : 1)), answers };
}

function same(left: PermitSpec, right: PermitSpec): boolean {
  return JSON.stringify(canonical(left)) === JSON.stringify(canonical(right));
}

function canonical({ term, permits, answers }: PermitSpec): unknown {
  return [
    term,
    permits.map(({ podUid, revoked, insteadOf }) => [podUid, revoked === true, insteadOf ?? '']).sort(([left = ''], [right = '']) => (left < right ? -1 : 1)),
    answers.map(({ request, decision }) => [request, decision]).sort(([left = ''], [right = '']) => (left < right ? -1 : 1)),
  ];
}

/** The first write of a leadership to a node changes nothing but the term. */
function takeovers({ term, nodes }: PermitState, draft: Draft): readonly PermitWrite[] {
  const known = [...nodes.values()];
  const running = known.filter(({ view, inFlight }) => inFlight !== undefined && view.spec.term !== term).length;
  const foreign = known.filter(({ view, inFlight, inherited }) => inFlight === undefined && (view.spec.term !== term || inherited.length > 0));
  const wanted = new Set([...draft.wanted].flatMap((id) => draft.membersOf(id)).map((uid) => draft.pod(uid)?.node));
  const urgent = (node: KnownNode): boolean => node.view.requests.length > 0 || wanted.has(node.view.name);
  const ordered = [...foreign.filter(urgent), ...foreign.filter((node) => !urgent(node))];
  return ordered.slice(0, Math.max(0, MAX_TAKEOVERS - running)).map(({ view, inherited }) => writeOf(view, takeoverSpec(term, view, inherited)));
}

function writeOf({ name, uid, generation }: NodeView, spec: PermitSpec): PermitWrite {
  return { node: name, uid, generation, spec };
}

function takeoverSpec(term: number, { spec }: NodeView, inherited: readonly Permit[]): PermitSpec {
  const own = new Set(spec.permits.map(({ podUid }) => podUid));
  return { term, permits: [...spec.permits, ...inherited.filter(({ podUid }) => !own.has(podUid))], answers: spec.answers };
}
