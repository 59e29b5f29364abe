import { createHash } from 'node:crypto';
import type { Hash } from '../contract/plan';

/** In hexadecimal. */
export const sha256: Hash = (text) => createHash('sha256').update(text).digest('hex');
