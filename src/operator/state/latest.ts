import type { ApiObject } from '../../kube/watch-stream';

/** Where copies of objects are looked up. */
export interface Copies<T extends ApiObject> {
  get(key: string): T | undefined;
}

/**
 * Copies with what was written here and not heard of yet, so that nobody decides twice about the same thing. What the API server
 * answers to a write is newer than the copy until the copy has caught up.
 */
export class Latest<T extends ApiObject> {
  private readonly written = new Map<string, T>();
  private readonly removed = new Map<string, string>();

  constructor(private readonly copies: Copies<T>) {}

  get(key: string): T | undefined {
    const copy = this.copies.get(key);
    const own = this.written.get(key);
    if (own !== undefined && (copy === undefined || isNewer(own, copy))) return own;
    this.written.delete(key);
    if (copy !== undefined && copy.metadata.uid === this.removed.get(key)) return undefined;
    this.removed.delete(key);
    return copy;
  }

  wrote(key: string, object: T): void {
    this.removed.delete(key);
    this.written.set(key, object);
  }

  deleted(key: string, uid: string): void {
    this.written.delete(key);
    this.removed.set(key, uid);
  }

  /** The copies say that it is gone. */
  forget(key: string, uid: string): void {
    if (this.written.get(key)?.metadata.uid === uid) this.written.delete(key);
    if (this.removed.get(key) === uid) this.removed.delete(key);
  }
}

/** Versions of one object are numbers that rise. Another object of the same name: the copy is believed. */
function isNewer(own: ApiObject, copy: ApiObject): boolean {
  return own.metadata.uid === copy.metadata.uid && BigInt(own.metadata.resourceVersion) > BigInt(copy.metadata.resourceVersion);
}
