import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedRuntimes } from './runtimes';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runtimes-'));
  mkdirSync(join(root, 'usr/bin'), { recursive: true });
  mkdirSync(join(root, 'opt'));
  writeFileSync(join(root, 'opt/runc'), '');
});

afterEach(() => rmSync(root, { recursive: true }));

describe('runtimes of a host that is seen through another root', () => {
  it('are found in the usual folders and where they are named', () => {
    writeFileSync(join(root, 'usr/bin/crun'), '');
    expect(installedRuntimes(['/opt/runc', '/opt/none'], root)).toEqual([join(root, 'usr/bin/crun'), join(root, 'opt/runc')]);
  });

  it('are followed through links below that root, absolute ones too', () => {
    symlinkSync('/usr/bin/here', join(root, 'usr/bin/runc'));
    symlinkSync('../../opt/runc', join(root, 'usr/bin/here'));
    expect(installedRuntimes([], root)).toEqual([join(root, 'opt/runc')]);
  });

  it('are none where links lead in a circle', () => {
    symlinkSync('runc', join(root, 'usr/bin/runc'));
    expect(installedRuntimes([], root)).toEqual([]);
  });
});
