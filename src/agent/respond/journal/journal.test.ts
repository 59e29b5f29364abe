import { decodeJournal, encodeJournal } from './codec';
import { beginJournal, stepJournal, type JournalState } from './journal';
import type { ContainerView, ContainmentView, Journal, JournalCommand, JournalEvent } from './types';

const BOOT = 'boot-1';
const EMPTY: Journal = { entries: [], ended: [] };

function aContainer(change: Partial<ContainerView> = {}): ContainerView {
  return { id: 'c1', name: 'app', namespace: 'shop', podName: 'web', podUid: 'p1', contained: undefined, byRule: false, ...change };
}

function aContainment(change: Partial<ContainmentView> = {}): ContainmentView {
  return { uid: 'u1', name: 'web-p1', namespace: 'shop', podUid: 'p1', containers: ['app'], terminate: false, finalizer: true, deleting: false, ended: false, held: [], onExpiry: 'Keep', ...change };
}

const pod = { uid: 'p1', namespace: 'shop', deleting: false };
const hit = aContainer({ contained: '100', byRule: true });

function node(...containers: readonly ContainerView[]): JournalEvent {
  return { kind: 'node', containers, complete: true };
}

function listed(containments: readonly ContainmentView[] = [], change: Partial<Extract<JournalEvent, { readonly kind: 'listed' }>> = {}): JournalEvent {
  return { kind: 'listed', containments, pods: [pod], terminating: [], ...change };
}

/** The state after these events, and the commands of the last. */
function after(events: readonly JournalEvent[], journal: Journal = EMPTY, now = 0): { readonly state: JournalState; readonly commands: readonly JournalCommand[] } {
  return events.reduce<{ readonly state: JournalState; readonly commands: readonly JournalCommand[] }>(({ state }, event) => stepJournal(state, event, now), { state: beginJournal(journal, BOOT), commands: [] });
}

function kinds(commands: readonly JournalCommand[]): readonly string[] {
  return commands.map(({ kind }) => kind);
}

describe('a container', () => {
  it('frozen by a rule is noted, then declared', () => {
    expect(kinds(after([listed(), node(hit)]).commands)).toEqual(['save', 'declare']);
  });

  it('frozen by a rule while the API is away is noted and kept, also by the next agent', () => {
    const { state, commands } = after([node(hit)]);
    expect(commands).toEqual([{ kind: 'save', journal: { entries: [{ bootId: BOOT, containerId: 'c1', hit: '100' }], ended: [] } }]);
    expect(after([node(hit)], { entries: [...state.entries.values()], ended: [] }).commands).toEqual([]);
  });

  it('of a Containment that a person made is noted, then frozen', () => {
    expect(kinds(after([node(aContainer()), listed([aContainment()])]).commands)).toEqual(['save', 'freeze']);
  });

  it('is not frozen, held or spoken of by a Containment of another namespace that knows its UID', () => {
    const stranger = aContainment({ namespace: 'evil' });
    expect(kinds(after([node(aContainer()), listed([stranger])]).commands)).toEqual([]);
    expect(kinds(after([node(hit), listed([stranger])]).commands)).toContain('declare');
  });

  it('frozen beside one that is held is added to its Containment', () => {
    const { commands } = after([node(aContainer({ contained: '90' }), aContainer({ id: 'c2', name: 'side', contained: '100', byRule: true })), listed([aContainment()])]);
    expect(commands.filter(({ kind }) => kind !== 'save')).toMatchObject([{ kind: 'append', container: { id: 'c2' } }]);
  });

  it('is thawed when the API server says that its Containment is gone and its pod lives, and not before', () => {
    const { state, commands } = after([node(hit), listed([aContainment()]), { kind: 'containmentGone', uid: 'u1' }]);
    expect(kinds(commands)).toEqual(['verify']);
    const verified = { kind: 'verified', key: 'verify c1', containerId: 'c1' } as const;
    expect(stepJournal(state, { ...verified, containment: 'Active', pod: 'Alive' }, 0).commands).toEqual([]);
    expect(stepJournal(state, { ...verified, containment: 'Inactive', pod: 'Alive' }, 0).commands).toEqual([{ kind: 'thaw', containerId: 'c1' }]);
    expect(stepJournal(state, { ...verified, containment: 'Inactive', pod: 'Doomed' }, 0).commands).toEqual([{ kind: 'kill', containerId: 'c1' }]);
  });

  it('is kept when its Containment is gone and the API away', () => {
    expect(after([node(hit), listed([aContainment()]), { kind: 'away' }, { kind: 'containmentGone', uid: 'u1' }]).commands).toEqual([]);
  });

  it.each<[string, JournalEvent]>([
    ['its pod is being deleted', { kind: 'pod', pod: { ...pod, deleting: true } }],
    ['its pod is gone', { kind: 'podGone', uid: 'p1' }],
  ])('is killed when %s, and nothing is declared', (_, event) => {
    expect(kinds(after([node(hit), listed([aContainment()]), event]).commands)).toEqual(['kill']);
    expect(kinds(after([listed(), event, node(hit)]).commands.filter(({ kind }) => kind !== 'save'))).toEqual(['kill']);
  });

  it('stays frozen while its namespace ends, and is killed when its pod is being deleted, which would be started again before', () => {
    const { state, commands } = after([node(hit), listed([aContainment()]), { kind: 'namespaceTerminating', namespace: 'shop' }, { kind: 'containment', containment: aContainment({ deleting: true }) }]);
    expect(commands).toEqual([]);
    expect(kinds(stepJournal(state, { kind: 'pod', pod: { ...pod, deleting: true } }, 0).commands)).toContain('kill');
  });

  it('stays frozen when the API server says that its namespace ends before a watch does', () => {
    const { state } = after([node(hit), listed([aContainment()]), { kind: 'containment', containment: aContainment({ deleting: true }) }]);
    expect(stepJournal(state, { kind: 'verified', key: 'verify c1', containerId: 'c1', containment: 'Inactive', pod: 'Ending' }, 0).commands).toEqual([]);
  });

  it('is declared in a namespace that was deleted and made again', () => {
    const again = { uid: 'p2', namespace: 'shop', deleting: false };
    const ended: readonly JournalEvent[] = [listed(), { kind: 'namespaceTerminating', namespace: 'shop' }, { kind: 'podGone', uid: 'p1' }, { kind: 'namespaceGone', namespace: 'shop' }];
    expect(kinds(after([...ended, { kind: 'pod', pod: again }, node(aContainer({ id: 'c2', podUid: 'p2', contained: '100', byRule: true }))]).commands)).toEqual(['save', 'declare']);
    expect(kinds(after([...ended, node(hit)]).commands)).toEqual(['kill']); // what was in it stays doomed
  });

  it('that the kubelet started after the one that was held runs', () => {
    const held = aContainment({ held: [{ name: 'app', id: 'c0' }] });
    expect(kinds(after([node(aContainer()), listed([held])]).commands)).not.toContain('freeze');
  });

  it('is not thawed by an entry of another boot', () => {
    const old: Journal = { entries: [{ bootId: 'boot-0', containerId: 'c1', hit: '100', containment: { uid: 'u1', name: 'web-p1' } }], ended: [] };
    expect(kinds(after([listed(), node(hit)], old).commands)).toEqual(['save', 'declare']);
  });
});

describe('a Containment', () => {
  it('that goes lets its finalizer go once nothing is frozen by it', () => {
    const events = [node(hit), listed([aContainment()]), { kind: 'containment', containment: aContainment({ deleting: true }) }] as const;
    expect(kinds(after(events).commands)).toEqual(['verify']);
    expect(kinds(after([...events, node(aContainer())]).commands)).toEqual(['save', 'dropFinalizer']);
    expect(kinds(after([...events, { kind: 'node', containers: [], complete: false }]).commands)).toEqual([]);
  });

  it('ends for good when the mode is Off, and Enforce freezes nothing again', () => {
    const off = after([node(hit), listed([aContainment()]), { kind: 'settings', mode: 'Off', mayTerminate: false }]);
    expect(kinds(off.commands)).toEqual(['save', 'verify']);
    const thawed = stepJournal(off.state, node(aContainer()), 0);
    expect(kinds(thawed.commands)).toEqual(['save', 'end']);
    const again = stepJournal(thawed.state, { kind: 'settings', mode: 'Enforce', mayTerminate: false }, 0);
    expect(kinds(again.commands)).not.toContain('freeze');
    expect(kinds(stepJournal(again.state, { kind: 'containment', containment: aContainment({ ended: true }) }, 0).commands)).not.toContain('freeze');
  });

  it('that ended while its status could not be written freezes nothing under the next agent either', () => {
    const { commands } = after([node(hit), listed([aContainment()]), { kind: 'away' }, { kind: 'settings', mode: 'Off', mayTerminate: false }]);
    const [saved] = commands;
    const kept = saved?.kind === 'save' ? decodeJournal(encodeJournal(saved.journal)).journal : EMPTY;
    expect(kinds(after([node(aContainer()), listed([aContainment()])], kept).commands)).toEqual(['end']);
  });

  it('that ended lets its finalizer go, so that it can be deleted where no agent is left', () => {
    expect(kinds(after([node(aContainer()), listed([aContainment({ ended: true })])]).commands)).toEqual(['dropFinalizer']);
    expect(kinds(after([node(aContainer()), listed([aContainment({ ended: true, finalizer: false })])]).commands)).toEqual([]);
  });

  it('that ended makes room when a rule freezes the container again', () => {
    expect(kinds(after([listed([aContainment({ ended: true, finalizer: false })]), node(hit)]).commands)).toEqual(['save', 'remove']);
  });

  it.each([
    ['Keep', []],
    ['Release', ['save', 'verify']],
    ['Terminate', ['terminate']],
  ] as const)('whose time is over and that says %s', (onExpiry, expected) => {
    const { state } = after([{ kind: 'settings', mode: 'Enforce', mayTerminate: true }, node(hit), listed([aContainment({ expiresAt: 1000, onExpiry })])]);
    expect(stepJournal(state, { kind: 'time' }, 999).commands).toEqual([]);
    expect(kinds(stepJournal(state, { kind: 'time' }, 1000).commands)).toEqual(expected);
  });

  it('terminates only with the leave of the installation', () => {
    const events = [node(hit), listed([aContainment({ terminate: true })])];
    expect(kinds(after(events).commands)).not.toContain('terminate');
    expect(kinds(after([{ kind: 'settings', mode: 'Enforce', mayTerminate: true }, ...events]).commands)).toContain('terminate');
  });

  it('without our finalizer gets it', () => {
    expect(kinds(after([node(aContainer()), listed([aContainment({ finalizer: false })])]).commands)).toContain('addFinalizer');
  });
});
