import { type Address, redisConnection } from "./address.ts";
import { load } from "./load.ts";
import { KEPT_DAYS, type Shelf } from "./shelf.ts";

const place = (shelf: string): string => `tawazun:shelf:${shelf}`;

/** A shelf in Redis or Valkey: a hash each, gone after some days in which nothing was put there. */
export async function redisShelf(address: Address): Promise<Shelf> {
  const { Redis } = load("ioredis");
  const redis = new Redis({
    ...redisConnection(address),
    lazyConnect: true,
    connectTimeout: 5_000,
    commandTimeout: 10_000,
    maxRetriesPerRequest: 2,
    retryStrategy: (times: number) => Math.min(200 * times, 2_000),
  });
  // what goes wrong is told by the command that it befalls; but a first connection that fails says only that it is closed
  let last: Error | undefined;
  redis.on("error", (error) => {
    last = error;
  });
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    throw last ?? error;
  }
  return {
    async add(shelf, key, value) {
      const added = await redis.hsetnx(place(shelf), key, value);
      await redis.expire(place(shelf), KEPT_DAYS * 86_400);
      return added === 1;
    },
    async set(shelf, key, value) {
      await redis.hset(place(shelf), key, value);
      await redis.expire(place(shelf), KEPT_DAYS * 86_400);
    },
    has: async (shelf, key) => (await redis.hexists(place(shelf), key)) === 1,
    async get(shelf, keys) {
      if (keys.length === 0) return [];
      const found = await redis.hmgetBuffer(place(shelf), ...keys);
      return found.map((value) => value ?? undefined);
    },
    all: async (shelf) => new Map(Object.entries(await redis.hgetallBuffer(place(shelf)))),
    count: async (shelf) => redis.hlen(place(shelf)),
    async remove(shelf, keys) {
      if (keys === undefined) await redis.unlink(place(shelf));
      else if (keys.length > 0) await redis.hdel(place(shelf), ...keys);
    },
    async clock() {
      const [seconds, micros] = await redis.time();
      return Number(seconds) * 1000 + Math.floor(Number(micros) / 1000);
    },
    async close() {
      redis.disconnect();
    },
  };
}
