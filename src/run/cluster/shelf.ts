/**
 * What the machines of a cluster share besides the queue: bytes by shelf and key.
 *
 * @remarks Cases by their hash, rows by their job, and who is there. One make over Redis, one over PostgreSQL.
 */
export interface Shelf {
  /** Puts something there once. False if something is there already: it stays. */
  add(shelf: string, key: string, value: Buffer): Promise<boolean>;
  set(shelf: string, key: string, value: Buffer): Promise<void>;
  has(shelf: string, key: string): Promise<boolean>;
  get(shelf: string, keys: readonly string[]): Promise<readonly (Buffer | undefined)[]>;
  all(shelf: string): Promise<ReadonlyMap<string, Buffer>>;
  count(shelf: string): Promise<number>;
  /** Takes these away; without keys, all. */
  remove(shelf: string, keys?: readonly string[]): Promise<void>;
  /** Milliseconds by the one clock that all share: the server's. */
  clock(): Promise<number>;
  close(): Promise<void>;
}

/** How long what nobody asks for any more is kept. */
export const KEPT_DAYS = 7;
