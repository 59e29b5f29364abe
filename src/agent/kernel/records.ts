import { KernelError } from './kernel-error';
import type { RuleSet } from '../../compile/tables';
import { RULE_WORDS } from '../../compile/tables';

/**
 * Fixed-size records of an mmapable map, shared with the kernel's hooks. Single fields are read and written atomically;
 * rule sets are not: who writes one guards it by a version.
 */
export class Records {
  readonly words: Uint32Array;
  readonly longs: BigUint64Array;
  readonly bytes: Buffer;
  private readonly stride: number;

  constructor(
    memory: ArrayBuffer,
    readonly recordBytes: number,
  ) {
    // The kernel rounds records up to 8 bytes.
    this.stride = (recordBytes + 7) & ~7;
    this.words = new Uint32Array(memory);
    this.longs = new BigUint64Array(memory);
    this.bytes = Buffer.from(memory);
  }

  /** Byte offset of a field. */
  at(index: number, offset: number): number {
    const at = index * this.stride + offset;
    if (at < 0 || at >= this.bytes.length) throw new KernelError({ code: 'argument', operation: `use record ${index}` });
    return at;
  }

  load32(index: number, offset: number): number {
    return Atomics.load(this.words, this.at(index, offset) >> 2);
  }

  store32(index: number, offset: number, value: number): void {
    Atomics.store(this.words, this.at(index, offset) >> 2, value);
  }

  or32(index: number, offset: number, bits: number): void {
    Atomics.or(this.words, this.at(index, offset) >> 2, bits);
  }

  /** Adds, modulo 2^32; hooks and other threads may add at the same time. */
  add32(index: number, offset: number, change: number): void {
    Atomics.add(this.words, this.at(index, offset) >> 2, change);
  }

  clear32(index: number, offset: number, bits: number): void {
    Atomics.and(this.words, this.at(index, offset) >> 2, ~bits);
  }

  load64(index: number, offset: number): bigint {
    return Atomics.load(this.longs, this.at(index, offset) >> 3);
  }

  store64(index: number, offset: number, value: bigint): void {
    Atomics.store(this.longs, this.at(index, offset) >> 3, value);
  }

  /** The rule set itself, not a copy. */
  ruleSet(index: number, offset: number): RuleSet {
    const at = this.at(index, offset) >> 3;
    return this.longs.subarray(at, at + RULE_WORDS);
  }

  /** Bytes of a field, as a view. */
  slice(index: number, offset: number, length: number): Buffer {
    const at = this.at(index, offset);
    return this.bytes.subarray(at, at + length);
  }
}
