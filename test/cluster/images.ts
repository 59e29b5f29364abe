import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildImage, executable, packImage } from '../support/image';
import { program } from '../support/programs';
import type { Entry } from '../support/tar';
import { IMAGES } from './support/place';

/** The images that every test cluster has, by the name of their archive. The host part is nobody's: no registry is ever asked. */
const ARCHIVES: Readonly<Record<string, () => Promise<Buffer>>> = {
  pause: async () => packImage('e2e.local/pause:1', [executable('pause', await program('pause'))], { Entrypoint: ['/pause'], User: '65535:65535' }),
  base: () => buildImage({ name: 'e2e.local/base:1' }),
  node: () => buildImage({ name: 'e2e.local/node:1', command: ['/usr/local/bin/node'], entries: nodeEntries() }),
};

/** This machine's Node.js and the libraries that it needs, which name look-ups of static programs need too. */
function nodeEntries(): readonly Entry[] {
  const libraries = execFileSync('ldd', [process.execPath], { encoding: 'utf8' }).match(/\/\S+/g) ?? [];
  return [executable('usr/local/bin/node', process.execPath), ...libraries.map((path) => executable(path.slice(1), realpathSync(path)))];
}

/** Writes the archives that are missing or older than this program. */
async function main(): Promise<void> {
  mkdirSync(IMAGES, { recursive: true });
  for (const [name, build] of Object.entries(ARCHIVES)) {
    const archive = join(IMAGES, `${name}.tar`);
    if (existsSync(archive) && statSync(archive).mtimeMs > statSync(__filename).mtimeMs) continue;
    writeFileSync(`${archive}.new`, await build());
    renameSync(`${archive}.new`, archive);
    process.stderr.write(`image   ${archive}\n`);
  }
}

void main();
