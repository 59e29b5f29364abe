import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../clock';
import { waitFor } from '../../../test/support/wait';
import { Policies } from './policies';
import type { ParsedFile, StoreState } from './store';

let directory: string;
let policies: Policies<string>;
let states: StoreState<string>[];

/** A file holds words; "bad" is a mistake. */
function parse(path: string, text: string): ParsedFile<string> {
  return text.includes('bad') ? { policies: [], problems: [`${path}:1:1: bad`] } : { policies: text.trim().split(' '), problems: [] };
}

function put(name: string, text: string): void {
  writeFileSync(join(directory, name), text);
}

const last = (): readonly string[] | undefined => states.at(-1)?.policies;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'policies-'));
  states = [];
  policies = new Policies({ directory, clock: systemClock(), parse, onChange: (state) => void states.push(state) });
});
afterEach(() => {
  policies.close();
  rmSync(directory, { recursive: true, force: true });
});

it('reads the files of the folder in order, and nothing else', () => {
  put('b.yaml', 'two');
  put('a.yml', 'one');
  put('.hidden.yaml', 'no');
  put('notes.txt', 'no');
  mkdirSync(join(directory, 'folder.yaml'));
  expect(policies.start()).toMatchObject({ policies: ['one', 'two'], problems: [] });
});

it('takes up a changed, a new and a deleted file', async () => {
  put('a.yaml', 'one');
  policies.start();
  put('a.yaml', 'other');
  await waitFor('the change', () => last()?.includes('other'));
  put('b.yaml', 'new');
  await waitFor('the new file', () => last()?.includes('new'));
  rmSync(join(directory, 'a.yaml'));
  await waitFor('the deletion', () => last()?.join() === 'new');
});

it('keeps the last good version of a file that broke, and says where', async () => {
  put('a.yaml', 'one');
  policies.start();
  put('a.yaml', 'bad');
  await waitFor('the problem', () => states.at(-1)?.problems.length === 1);
  expect(states.at(-1)).toMatchObject({ policies: ['one'], problems: [`${join(directory, 'a.yaml')}:1:1: bad`] });
  put('b.yaml', 'two');
  await waitFor('the other file', () => last()?.join() === 'one,two');
  rmSync(join(directory, 'a.yaml'));
  await waitFor('the deletion', () => last()?.join() === 'two');
  expect(states.at(-1)?.problems).toEqual([]);
});

it('takes up a file that is renamed into place, and a mounted ConfigMap that swaps its link', async () => {
  mkdirSync(join(directory, '..1'));
  put('..1/a.yaml', 'one');
  symlinkSync('..1', join(directory, '..data'));
  symlinkSync('..data/a.yaml', join(directory, 'a.yaml'));
  expect(policies.start().policies).toEqual(['one']);
  mkdirSync(join(directory, '..2'));
  put('..2/a.yaml', 'two');
  symlinkSync('..2', join(directory, '..tmp'));
  renameSync(join(directory, '..tmp'), join(directory, '..data'));
  await waitFor('the swap', () => last()?.join() === 'two');
});

it('says nothing when a file was only touched', async () => {
  put('a.yaml', 'one');
  policies.start();
  put('a.yaml', 'one');
  put('b.yaml', 'two');
  await waitFor('the new file', () => states.length > 0);
  expect(states).toHaveLength(1);
});

it('keeps everything when the folder goes', () => {
  put('a.yaml', 'one');
  policies.start();
  rmSync(directory, { recursive: true });
  const state = policies.start();
  expect(state.policies).toEqual(['one']);
  expect(state.problems).toEqual([`cannot read folder "${directory}": ENOENT`]);
});

it('does not read a huge file', () => {
  put('a.yaml', '['.repeat(1 << 20));
  expect(policies.start()).toMatchObject({ policies: [], problems: [expect.stringMatching(/a\.yaml: is 1048576 bytes long, at most 262144 are read/) as string] });
});
