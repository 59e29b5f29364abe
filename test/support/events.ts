import type { EventHeader, EventProcess, ProcessEvent, RevocationEvent } from '../../src/agent/kernel/events';
import type { Receipt } from '../../src/agent/kernel/sensor';

/** A rule set with the given ids. */
export function ruleSet(...ids: readonly number[]): BigUint64Array {
  const set = new BigUint64Array(8);
  for (const id of ids) set[id >> 6] = (set[id >> 6] ?? 0n) | (1n << BigInt(id & 63));
  return set;
}

export function aHeader(changes: Partial<EventHeader> = {}): EventHeader {
  return {
    id: (3n << 48n) | 48211n,
    timeNs: 5_123_456_789n,
    generation: 1,
    action: 'Freeze',
    result: 'Done',
    reason: 'None',
    error: 0,
    repeats: 0,
    matched: ruleSet(0),
    ...changes,
  };
}

function aProcess(): EventProcess {
  return {
    ...{ startNs: 5_000_000_000n, pid: 17, hostPid: 20412, tid: 20412, executable: 2, uid: 33, hostUid: 100033, gid: 33, hostGid: 100033 },
    ...{ capabilities: 0n, cgroup: 77n, taskCgroup: 77n, mountNs: 1, pidNs: 2, userNs: 3, netNs: 4, flags: 1, comm: Buffer.from('x') },
  };
}

export function aProcessEvent(header: Partial<EventHeader> = {}, changes: Partial<ProcessEvent> = {}): ProcessEvent {
  const off = { script: false, argsTruncated: false, pathUnknown: false, unknownSubject: false, tty: false, unbound: false, late: false, scriptUnknown: false, runtime: false };
  return {
    ...{ kind: 'process', header: aHeader(header), subject: aProcess(), parent: { pid: 9, hostPid: 20400, executable: 1 } },
    ...{ ancestors: [1], origin: 3, flags: off, device: 8, inode: 12n, hookNs: 900n },
    ...{ path: Buffer.from('/tmp/x'), args: [Buffer.from('/tmp/x'), Buffer.from('-v')] },
    ...changes,
  };
}

export function aRevocation(): RevocationEvent {
  return { kind: 'revocation', header: aHeader({ matched: ruleSet() }), subject: aProcess(), by: { pid: 4, hostPid: 20300, executable: 1 }, signal: 18, restopped: true };
}

export function aReceipt(changes: Partial<Receipt> = {}): Receipt {
  return {
    ...{ cgroup: 77n, eventId: (3n << 48n) | 48211n, hostPid: 20412, hitNs: 5_123_456_789n, stoppedNs: 5_123_457_689n, frozenNs: 5_124_856_789n },
    ...{ state: 'FROZEN', method: 'v1', callsAfter: 0, offenderCalls: 0, revocations: 0, revokedNs: 0n },
    ...changes,
  };
}
