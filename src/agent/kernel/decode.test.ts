import { decodeBatch, decodeReceipts } from './decode';
import * as layout from './layout.gen';

const TEXT = Buffer.from('/bin/sh' + 'sh\0-c\0true\0');

function processRecord(): Buffer {
  const { offset } = layout.processEvent;
  const record = Buffer.alloc(offset.text + TEXT.length + 7, 0xff).fill(0, 0, offset.text + TEXT.length);
  record.writeUInt32LE(layout.ABI, layout.eventHeader.offset.abi);
  record.writeUInt16LE(layout.eventKind.process, layout.eventHeader.offset.kind);
  record.writeUInt16LE(record.length, layout.eventHeader.offset.size);
  record.writeBigUInt64LE(5n, layout.eventHeader.offset.matched + 8);
  record.writeUInt8(layout.eventAction.freeze, layout.eventHeader.offset.action);
  record.writeUInt32LE(77, offset.subject + layout.eventProcess.offset.hostPid);
  record.write('sh\0junk', offset.subject + layout.eventProcess.offset.comm);
  record.writeUInt16LE(2, offset.ancestorCount);
  record.writeUInt32LE(9, offset.ancestors + 4);
  record.writeUInt16LE(7, offset.pathLength);
  record.writeUInt16LE(TEXT.length - 7, offset.argsLength);
  record.writeUInt32LE(layout.eventFlag.tty | layout.eventFlag.late, offset.flags);
  TEXT.copy(record, offset.text);
  return record;
}

describe('decodeBatch', () => {
  it('reads every field of a process record, and no byte behind its lengths', () => {
    const [event] = [...decodeBatch(processRecord())];
    if (event?.kind !== 'process') throw new Error('not a process event');
    expect(event.header).toMatchObject({ action: 'Freeze', result: 'Done', reason: 'None' });
    expect(event.header.matched[1]).toBe(5n);
    expect(event.subject.hostPid).toBe(77);
    expect(event.subject.comm.toString()).toBe('sh');
    expect(event.ancestors).toEqual([0, 9]);
    expect(event.path.toString()).toBe('/bin/sh');
    expect(event.args.map(String)).toEqual(['sh', '-c', 'true']);
    expect(event.flags).toMatchObject({ tty: true, late: true, script: false });
  });

  it('goes on behind a record of another ABI or an unknown kind', () => {
    const foreign = processRecord();
    foreign.writeUInt32LE(layout.ABI + 1, layout.eventHeader.offset.abi);
    const unknown = processRecord();
    unknown.writeUInt16LE(99, layout.eventHeader.offset.kind);
    const unreadable = jest.fn();
    expect([...decodeBatch(Buffer.concat([foreign, unknown, processRecord()]), unreadable)]).toHaveLength(1);
    expect(unreadable).toHaveBeenCalledTimes(2);
  });

  it('tells of the rest that a record of a wrong size takes along', () => {
    const broken = processRecord();
    broken.writeUInt16LE(3, layout.eventHeader.offset.size);
    const unreadable = jest.fn();
    expect([...decodeBatch(Buffer.concat([processRecord(), broken, processRecord()]), unreadable)]).toHaveLength(1);
    expect(unreadable).toHaveBeenCalledTimes(1);
  });

  it('gives copies, which outlive the batch', () => {
    const batch = processRecord();
    const [event] = [...decodeBatch(batch)];
    batch.fill(0);
    expect(event?.kind === 'process' && event.path.toString()).toBe('/bin/sh');
  });

  it('never throws, whatever the bytes say about their lengths', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const record = processRecord();
      for (let at = 8; at < record.length; at += 1 + ((seed * 7) % 13)) record[at] = (at * seed) % 256;
      expect(() => [...decodeBatch(record.subarray(0, (seed * 31) % (record.length + 1)))]).not.toThrow();
      expect(() => [...decodeBatch(record)]).not.toThrow();
    }
  });
});

describe('decodeReceipts', () => {
  it('reads receipts back to back', () => {
    const { offset, bytes } = layout.receipt;
    const batch = Buffer.alloc(2 * bytes);
    batch.writeBigUInt64LE(3n, bytes + layout.containment.offset.cgroup);
    batch.writeUInt32LE(1, bytes + offset.freezerVersion);
    batch.writeUInt32LE(6, bytes + offset.stateLength);
    batch.write('FROZEN', bytes + offset.state);
    expect(decodeReceipts(batch)).toMatchObject([{ cgroup: 0n, state: '', method: 'v2' }, { cgroup: 3n, state: 'FROZEN', method: 'v1' }]);
  });
});
