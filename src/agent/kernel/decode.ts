/** Records of the rings as typed events. The kernel writes them; lengths are checked all the same, since a record of another
 * build may be in an adopted ring. */
import type { RuleSet } from '../../compile/tables';
import {
  EVENT_ACTIONS, EVENT_REASONS, EVENT_RESULTS,
  type EventHeader, type EventParent, type EventProcess, type KernelEvent, type LifecycleEvent, type ProcessEvent, type ProcessEventFlags, type RevocationEvent,
} from './events';
import * as layout from './layout.gen';
import type { Receipt } from './sensor';

/**
 * Decodes one wake-up's records. What cannot be read is left out and told to `onUnreadable`: a record of another ABI or of a kind
 * unknown here, or the whole rest behind a record whose size is wrong. Buffers are copies.
 */
export function* decodeBatch(batch: Buffer, onUnreadable: () => void = () => undefined): Generator<KernelEvent> {
  const { offset, bytes } = layout.eventHeader;
  for (let at = 0; at < batch.length; ) {
    const size = at + bytes <= batch.length ? batch.readUInt16LE(at + offset.size) : 0;
    if (size < bytes || at + size > batch.length) {
      onUnreadable();
      return;
    }
    const event = decodeRecord(batch.subarray(at, at + size));
    if (event === undefined) onUnreadable();
    else yield event;
    at += size;
  }
}

function decodeRecord(record: Buffer): KernelEvent | undefined {
  const { offset } = layout.eventHeader;
  if (record.readUInt32LE(offset.abi) !== layout.ABI) return undefined;
  const kind = record.readUInt16LE(offset.kind);
  switch (kind) {
    case layout.eventKind.process:
      return record.length < layout.processEvent.offset.text ? undefined : processEvent(record);
    case layout.eventKind.revocation:
      return record.length < layout.revocationEvent.bytes ? undefined : revocationEvent(record);
    default: {
      const lifecycle = LIFECYCLE_KINDS.get(kind);
      return lifecycle === undefined || record.length < layout.lifecycleEvent.offset.path ? undefined : lifecycleEvent(record, lifecycle);
    }
  }
}

const LIFECYCLE_KINDS: ReadonlyMap<number, LifecycleEvent['kind']> = new Map([
  [layout.eventKind.containerMade, 'container-made'],
  [layout.eventKind.containerGone, 'container-gone'],
  [layout.eventKind.containerWaits, 'container-waits'],
  [layout.eventKind.containerGap, 'container-gap'],
]);

function processEvent(record: Buffer): ProcessEvent {
  const { offset } = layout.processEvent;
  const pathEnd = Math.min(offset.text + record.readUInt16LE(offset.pathLength), record.length);
  const argsEnd = Math.min(pathEnd + record.readUInt16LE(offset.argsLength), record.length);
  const ancestorCount = Math.min(record.readUInt16LE(offset.ancestorCount), layout.limits.maxAncestors);
  return {
    kind: 'process',
    header: header(record),
    subject: subject(record, offset.subject),
    parent: parent(record, offset.parent),
    ancestors: words(record, offset.ancestors, ancestorCount),
    origin: record.readUInt16LE(offset.origin),
    flags: processFlags(record.readUInt32LE(offset.flags)),
    device: record.readUInt32LE(offset.device),
    inode: record.readBigUInt64LE(offset.inode),
    hookNs: record.readBigUInt64LE(offset.hookNs),
    path: Buffer.from(record.subarray(offset.text, pathEnd)),
    args: splitArguments(record.subarray(pathEnd, argsEnd)),
  };
}

function revocationEvent(record: Buffer): RevocationEvent {
  const { offset } = layout.revocationEvent;
  return {
    kind: 'revocation',
    header: header(record),
    subject: subject(record, offset.subject),
    by: parent(record, offset.by),
    signal: record.readUInt32LE(offset.signal),
    restopped: record.readUInt32LE(offset.restopped) !== 0,
  };
}

function lifecycleEvent(record: Buffer, kind: LifecycleEvent['kind']): LifecycleEvent {
  const { offset } = layout.lifecycleEvent;
  const end = Math.min(offset.path + record.readUInt32LE(offset.pathLength), record.length);
  return {
    kind,
    timeNs: record.readBigUInt64LE(layout.eventHeader.offset.timeNs),
    cgroup: record.readBigUInt64LE(offset.cgroup),
    maker: record.readUInt32LE(offset.maker),
    path: record.toString('utf8', offset.path, end),
  };
}

function header(record: Buffer): EventHeader {
  const { offset } = layout.eventHeader;
  return {
    id: record.readBigUInt64LE(offset.id),
    timeNs: record.readBigUInt64LE(offset.timeNs),
    generation: record.readUInt32LE(offset.generation),
    // A value that is unknown here is told as the weakest of its kind.
    action: EVENT_ACTIONS[record.readUInt8(offset.action)] ?? 'Alert',
    result: EVENT_RESULTS[record.readUInt8(offset.result)] ?? 'Failed',
    reason: EVENT_REASONS[record.readUInt8(offset.reason)] ?? 'None',
    error: record.readInt32LE(offset.error),
    repeats: record.readUInt32LE(offset.repeats),
    matched: ruleSet(record, offset.matched),
  };
}

function ruleSet(record: Buffer, at: number): RuleSet {
  const set = new BigUint64Array(layout.limits.ruleWords);
  for (let word = 0; word < set.length; word++) {
    const place = at + 8 * word;
    // Most words are 0, and big integers are dear.
    if ((record.readInt32LE(place) | record.readInt32LE(place + 4)) !== 0) set[word] = record.readBigUInt64LE(place);
  }
  return set;
}

function words(record: Buffer, at: number, count: number): readonly number[] {
  const found: number[] = [];
  for (let index = 0; index < count; index++) found.push(record.readUInt32LE(at + 4 * index));
  return found;
}

function subject(record: Buffer, at: number): EventProcess {
  const { offset } = layout.eventProcess;
  return {
    startNs: record.readBigUInt64LE(at + offset.startNs),
    pid: record.readUInt32LE(at + offset.pid),
    hostPid: record.readUInt32LE(at + offset.hostPid),
    tid: record.readUInt32LE(at + offset.tid),
    executable: record.readUInt32LE(at + offset.executable),
    uid: record.readUInt32LE(at + offset.uid),
    hostUid: record.readUInt32LE(at + offset.hostUid),
    gid: record.readUInt32LE(at + offset.gid),
    hostGid: record.readUInt32LE(at + offset.hostGid),
    capabilities: record.readBigUInt64LE(at + offset.capabilities),
    cgroup: record.readBigUInt64LE(at + offset.cgroup),
    taskCgroup: record.readBigUInt64LE(at + offset.taskCgroup),
    mountNs: record.readUInt32LE(at + offset.mountNs),
    pidNs: record.readUInt32LE(at + offset.pidNs),
    userNs: record.readUInt32LE(at + offset.userNs),
    netNs: record.readUInt32LE(at + offset.netNs),
    flags: record.readUInt32LE(at + offset.flags),
    comm: upToNul(record.subarray(at + offset.comm, at + offset.comm + COMM_BYTES)),
  };
}

const COMM_BYTES = 16;

function parent(record: Buffer, at: number): EventParent {
  const { offset } = layout.eventParent;
  return { pid: record.readUInt32LE(at + offset.pid), hostPid: record.readUInt32LE(at + offset.hostPid), executable: record.readUInt32LE(at + offset.executable) };
}

function processFlags(bits: number): ProcessEventFlags {
  const has = (bit: number): boolean => (bits & bit) !== 0;
  const { eventFlag } = layout;
  return {
    script: has(eventFlag.script),
    argsTruncated: has(eventFlag.argsTruncated),
    pathUnknown: has(eventFlag.pathUnknown),
    unknownSubject: has(eventFlag.unknownSubject),
    tty: has(eventFlag.tty),
    unbound: has(eventFlag.unbound),
    late: has(eventFlag.late),
    scriptUnknown: has(eventFlag.scriptUnknown),
  };
}

function upToNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return Buffer.from(end < 0 ? bytes : bytes.subarray(0, end));
}

/** Arguments end with NUL; the last may have lost its own where it was cut. */
function splitArguments(bytes: Buffer): readonly Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(0, at);
    found.push(Buffer.from(bytes.subarray(at, end < 0 ? bytes.length : end)));
    at = end < 0 ? bytes.length : end + 1;
  }
  return found;
}

/** Receipts of one wake-up, back to back. */
export function decodeReceipts(batch: Buffer): readonly Receipt[] {
  const count = Math.floor(batch.length / layout.receipt.bytes);
  return Array.from({ length: count }, (_, index) => receipt(batch.subarray(index * layout.receipt.bytes, (index + 1) * layout.receipt.bytes)));
}

function receipt(record: Buffer): Receipt {
  const { offset } = layout.containment;
  const end = layout.receipt.offset.state + record.readUInt32LE(layout.receipt.offset.stateLength);
  return {
    cgroup: record.readBigUInt64LE(offset.cgroup),
    eventId: record.readBigUInt64LE(offset.eventId),
    hostPid: record.readUInt32LE(offset.tgid),
    hitNs: record.readBigUInt64LE(offset.hitNs),
    stoppedNs: record.readBigUInt64LE(offset.stoppedNs),
    frozenNs: record.readBigUInt64LE(offset.frozenNs),
    state: record.toString('latin1', layout.receipt.offset.state, end),
    method: record.readUInt32LE(layout.receipt.offset.freezerVersion) === 1 ? 'v1' : 'v2',
    callsAfter: record.readUInt32LE(offset.callsAfter),
    offenderCalls: record.readUInt32LE(offset.offenderCalls),
    revocations: record.readUInt32LE(offset.revocations),
    revokedNs: record.readBigUInt64LE(offset.revokedNs),
  };
}
