import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of policies that the product brings along; undefined when the installation is incomplete. */
export function libraryFolder(from: string = __dirname): string | undefined {
  for (let directory = from; ; directory = dirname(directory)) {
    const candidate = join(directory, 'policies');
    if (existsSync(join(directory, 'package.json')) && existsSync(candidate)) return candidate;
    if (directory === dirname(directory)) return undefined;
  }
}
