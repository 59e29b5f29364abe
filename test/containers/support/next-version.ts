import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from '../../support/checkout';
import { run } from '../../support/command';

const TREE = join(CHECKOUT, 'build/variants/next');

/** Builds the command of the next ABI, which differs in nothing else, and returns its path. */
export async function buildNextVersion(): Promise<string> {
  await run(join(CHECKOUT, 'scripts/build-addon.sh'), ['next'], { timeout: 600_000 });
  for (const directory of ['bin', 'dist']) mkdirSync(join(TREE, directory), { recursive: true });
  const bundle = readFileSync(join(CHECKOUT, 'dist/stasis.cjs'), 'utf8');
  const next = bundle.replace(/^( *(?:var )?)ABI = 1;$/m, '$1ABI = 2;');
  if (next === bundle) throw new Error('The bundle has no line that names its ABI');
  writeFileSync(join(TREE, 'dist/stasis.cjs'), next);
  // Copies: the command looks for the rest beside itself.
  for (const file of ['stasis', 'self-test']) copyFileSync(join(CHECKOUT, 'bin', file), join(TREE, 'bin', file));
  return join(TREE, 'bin/stasis');
}
