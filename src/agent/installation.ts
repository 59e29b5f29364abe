import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What this program brought along, wherever it was installed. */
export interface Installation {
  readonly version: string;
  /** The policies that the product ships. */
  readonly library: string;
  /** A script that the self-test starts. */
  readonly selfTest: string;
}

/** Finds the installation from the place of this file, upwards. Throws when it is incomplete. */
export function findInstallation(from: string = __dirname): Installation {
  for (let directory = from; ; directory = dirname(directory)) {
    const version = versionIn(join(directory, 'package.json'));
    if (version !== undefined) return { version, library: join(directory, 'policies'), selfTest: join(directory, 'bin', 'self-test') };
    if (directory === dirname(directory)) throw new Error(`the installation is incomplete: no package.json of stasis above "${from}"`);
  }
}

function versionIn(path: string): string | undefined {
  if (!existsSync(path)) return undefined;
  const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly name?: unknown; readonly version?: unknown };
  return name === 'stasis' && typeof version === 'string' ? version : undefined;
}
