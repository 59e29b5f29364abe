import type { Hash } from './plan';

/** Longest name of an object. */
export const MAX_NAME = 253;
const HASH_DIGITS = 16;

/** A name of this text that an object may have: where it is too long, its end gives way to a hash of the whole. */
export function boundedName(text: string, hash: Hash): string {
  if (text.length <= MAX_NAME) return text;
  const suffix = hash(text).slice(0, HASH_DIGITS);
  return `${trimmed(text.slice(0, MAX_NAME - HASH_DIGITS - 1))}-${suffix}`;
}

/** Without the dots and dashes with which no part of a name may end. */
export function trimmed(name: string): string {
  return name.replace(/[-.]+$/u, '');
}
