import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../clock';
import { runCanary } from './canary';

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'canary-'));
});
afterEach(() => rmSync(scratch, { recursive: true }));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

it('brings a program in and starts it until it is ended, answers meanwhile, and leaves nothing', async () => {
  const port = await freePort();
  const end = new AbortController();
  const lines: string[] = [];
  let answered: number | undefined;
  const say = (line: string): void => {
    lines.push(line);
    if (lines.length === 2) void fetch(`http://127.0.0.1:${port}/healthz`).then(({ status }) => (answered = status)).finally(() => end.abort());
  };
  await runCanary({ clock: systemClock(), scratch, port, pauseMs: 10, say, ended: end.signal });
  expect(answered).toBe(200);
  expect(lines.slice(0, 2)).toEqual([expect.stringMatching(/^the foreign program ran, after \d+ ms$/), expect.stringMatching(/^the foreign program ran/)]);
  expect(existsSync(join(scratch, 'foreign-program'))).toBe(false);
});
