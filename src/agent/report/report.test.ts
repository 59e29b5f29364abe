import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '../../clock';
import { REPEATS_AFTER, type Finding } from '../../contract/finding';
import { readableLine } from './readable';
import { Reporter } from './reporter';
import { DescriptorSink } from '../../sink';

const FINDING: Finding = {
  ...{ id: 'b.0.1', time: '2026-11-24T03:16:37.123456789Z', node: 'n', policy: 'shop/web', rule: 'foreign', severity: 'Critical', mode: 'Enforce', action: 'Freeze', result: 'Done' },
  latency: { kernelNs: 900, frozenNs: 1_400_000 },
  container: { id: 'c'.repeat(64), name: 'app', runtime: 'containerd' },
  pod: { namespace: 'shop', name: 'web-1', labels: {} },
  process: { pid: 1, hostPid: 2, executable: '/tmp/x', origin: 'Written', args: ['/tmp/x', '-v'], uid: 0, gid: 0, startTime: '', tty: false },
  parent: { pid: 1, executable: '/usr/sbin/nginx' },
  object: { kind: 'process' },
  repeats: 0,
};

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

it('tells a finding in one line', () => {
  expect(readableLine(FINDING, false)).toBe('03:16:37.123 CRITICAL shop/web/foreign in shop/web-1/app: /tmp/x -v (Written), started by /usr/sbin/nginx -> frozen in 1.4 ms');
});

it('says whether the equal ones that were left out came before it or after it', () => {
  expect(readableLine({ ...FINDING, repeats: 3 }, false)).toMatch(/\(and 3 equal ones before\)$/);
  expect(readableLine({ ...FINDING, repeats: 3, notes: [REPEATS_AFTER] }, false)).toMatch(/\(and 3 equal ones after it\)$/);
});

it('shows the receipt of a freeze on a line below it', () => {
  const receipt = { stoppedNs: 1900, frozenNs: 1_400_000, callsAfter: 3, offenderCalls: 0, revocations: 2, revokedNs: 45_000, freezer: 'v1 FROZEN' };
  expect(readableLine({ ...FINDING, receipt }, false).split('\n')[1]).toBe(
    '                      receipt: offender stopped after 1.9 µs, 0 system calls of its own and 3 of its container after the hit, stop revoked 2 times (ran at most 45 µs); freezer says v1 FROZEN',
  );
});

it('lets no control character of a workload reach the terminal', () => {
  const line = readableLine({ ...FINDING, process: { ...FINDING.process, args: ['x', '\u001b[2J\n\u202e'] } }, true);
  expect(line).toContain('\\u001b[2J\\u000a\\u202e');
  expect(line.match(/\u001b/g)).toHaveLength(2);
});

it('writes one JSON object per line', async () => {
  const path = join(directory, 'out');
  const descriptor = openSync(path, 'w');
  const reporter = new Reporter({ format: 'json', colour: false, sink: new DescriptorSink(descriptor, systemClock()) });
  reporter.report(FINDING);
  reporter.report({ ...FINDING, message: 'two\nlines' });
  await reporter.flush(60_000);
  closeSync(descriptor);
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([FINDING, { ...FINDING, message: 'two\nlines' }]);
});

it('never blocks on a reader that does not read: it drops, counts, and loses no line that it took', async () => {
  const fifo = join(directory, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const reader = openSync(fifo, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  const sink = new DescriptorSink(writer, systemClock());
  const line = 'x'.repeat(1023);
  let taken = 0;
  for (let count = 0; count < 12_000; count += 1) taken += Number(sink.line(line));
  expect(sink.dropped).toBe(12_000 - taken);
  expect(sink.dropped).toBeGreaterThan(3000);
  const read = await readAll(reader, taken * 1024);
  expect(read).toBe(taken * 1024);
  await sink.flush(60_000);
  closeSync(writer);
  closeSync(reader);
});

async function readAll(descriptor: number, wanted: number): Promise<number> {
  const chunk = Buffer.alloc(1 << 20);
  let total = 0;
  for (const end = Date.now() + 60_000; total < wanted && Date.now() < end; ) {
    try {
      total += readSync(descriptor, chunk);
    } catch {
      await sleep(5); // nothing there yet
    }
  }
  return total;
}
