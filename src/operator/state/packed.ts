import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A value that is kept in little memory and read seldom: findings of thousands of nodes are not kept as objects. */
export class Packed<T> {
  private readonly bytes: Buffer;

  constructor(value: T) {
    this.bytes = deflateRawSync(JSON.stringify(value), { level: 1 });
  }

  get value(): T {
    return JSON.parse(inflateRawSync(this.bytes).toString()) as T;
  }
}
