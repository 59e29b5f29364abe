/** `make demo` as a person runs it: it tells the story to its end, and nothing of it stays, also when it is interrupted or fails. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { leftovers } from '../demo/leftovers';
import { CHECKOUT } from '../support/checkout';
import { run } from '../support/command';
import { waitFor } from '../support/wait';

const LIMIT_MS = 120_000;

interface Demo {
  readonly child: ChildProcess;
  /** Standard output so far, and standard error. */
  readonly said: () => string;
  readonly complained: () => string;
  /** Where all is that it makes. */
  readonly directory: () => Promise<string>;
  /** Exit code. */
  readonly ended: Promise<number | null>;
}

function startDemo(environment: NodeJS.ProcessEnv = {}): Demo {
  const child = spawn(join(CHECKOUT, 'scripts/demo.sh'), { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
    });
  }
  const said = (): string => output.stdout;
  return {
    child,
    said,
    complained: () => output.stderr,
    directory: () => waitFor('the demo to say where it works', () => /\S*\/stasis-demo-\S+/.exec(said())?.[0], { timeout: LIMIT_MS }),
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

/** Waits for the guard of the session too, which ends right after the demo. */
async function expectNothingLeft(directory: string): Promise<void> {
  await waitFor('the guard to end', () => leftovers(directory).length === 0).catch(() => undefined);
  expect(leftovers(directory)).toEqual([]);
}

beforeAll(() => run(join(CHECKOUT, 'scripts/bundle.sh'), ['test/demo/main.ts', 'build/demo.cjs'], { directory: CHECKOUT }));

it('tells the whole story within 30 lines, without colours where there is no terminal, and leaves nothing', async () => {
  const demo = startDemo();
  const directory = await demo.directory();
  expect({ code: await demo.ended, complaint: demo.complained() }).toEqual({ code: 0, complaint: '' });
  const story = demo.said();
  for (const part of [/- name: dropped-program/, /Freeze: \/tmp\/miner \(origin Written\)/, /\/bin\/server -> \/bin\/sh -> \/tmp\/miner/, /CRITICAL foreign-programs/, /thawed/, /removed/]) {
    expect(story).toMatch(part);
  }
  expect(story.trim().split('\n').length).toBeLessThanOrEqual(30);
  expect(story).not.toContain('\x1b');
  await expectNothingLeft(directory);
});

/** Where it is interrupted: after it has said this, some ms later. */
const PLACES: readonly (readonly [string, RegExp, number])[] = [
  ['while the agent starts', /containerd {2}/, 100],
  ['while the image is imported', /agent {2}/, 200],
  ['while the container starts', /agent {2}/, 900],
  ['while the container is frozen', /finding {2}/, 0],
  ['while the frozen container is tried', /the others {2}/, 0],
];

describe.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('by %s', (signal, code) => {
  it.each(PLACES)('is interrupted %s, and leaves nothing', async (_, line, later) => {
    const demo = startDemo();
    const directory = await demo.directory();
    await waitFor('the place', () => line.test(demo.said()), { timeout: LIMIT_MS });
    await new Promise((resolve) => setTimeout(resolve, later));
    demo.child.kill(signal);
    demo.child.kill(signal); // an impatient person presses twice
    expect(await demo.ended).toBe(code);
    expect(demo.complained()).toContain('interrupted');
    await expectNothingLeft(directory);
  });
});

it('is not kept from cleaning up when the signal comes after the story', async () => {
  const demo = startDemo();
  const directory = await demo.directory();
  await waitFor('the end', () => demo.said().includes('thawed'), { timeout: LIMIT_MS });
  demo.child.kill('SIGINT');
  expect(await demo.ended).toBe(0);
  await expectNothingLeft(directory);
});

it('is killed outright while the container is frozen, and its guard leaves nothing', async () => {
  const demo = startDemo();
  const directory = await demo.directory();
  await waitFor('the freeze', () => demo.said().includes('finding'), { timeout: LIMIT_MS });
  demo.child.kill('SIGKILL');
  await waitFor('the sweep', () => leftovers(directory).length === 0, { timeout: LIMIT_MS, interval: 100 });
});

/** A folder with a program in front of the real one that refuses to do one thing. */
async function refusing(program: string, what: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'refusing-'));
  const real = (await run('which', [program])).stdout.trim();
  const lines = ['#!/bin/sh', `case "$*" in *"${what}"*) echo "refused here" >&2; exit 1;; esac`, `exec ${real} "$@"`];
  writeFileSync(join(folder, program), `${lines.join('\n')}\n`, { mode: 0o755 });
  return folder;
}

it.each([
  ['build the image', 'ctr', 'image import'],
  ['try to get in', 'ctr', 'task exec'], // the container is frozen by then
])('says that the step "%s" failed, ends with 1 and leaves nothing', async (step, program, what) => {
  const folder = await refusing(program, what);
  const demo = startDemo({ PATH: [folder, process.env['PATH']].join(delimiter) });
  const directory = await demo.directory();
  expect(await demo.ended).toBe(1);
  expect(demo.complained()).toContain(`step "${step}" failed`);
  expect(demo.complained()).toContain('refused here');
  await expectNothingLeft(directory);
  rmSync(folder, { recursive: true });
});
