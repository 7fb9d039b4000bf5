import type { Address } from "./address.ts";
import { postgresShelf } from "./postgres-shelf.ts";
import { told } from "./queue.ts";
import { redisShelf } from "./redis-shelf.ts";
import type { Shelf } from "./shelf.ts";

/**
 * Opens the shelf at an address.
 *
 * @throws {TawazunError} `cluster/unreachable` in words without passwords.
 */
export async function openShelf(address: Address): Promise<Shelf> {
  try {
    return await (address.kind === "redis" ? redisShelf(address) : postgresShelf(address));
  } catch (error) {
    throw told(address, error);
  }
}
