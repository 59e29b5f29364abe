import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Root of the checkout, from sources and from bundles alike. */
export const CHECKOUT = findUp(__dirname);

function findUp(from: string): string {
  if (existsSync(join(from, 'package-lock.json'))) return from;
  if (from === dirname(from)) throw new Error('Not inside a checkout');
  return findUp(dirname(from));
}
