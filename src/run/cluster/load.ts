import { createRequire } from "node:module";
import type * as Bullmq from "bullmq";
import type * as Ioredis from "ioredis";
import type * as Pg from "pg";
import { TawazunError } from "../../base/index.ts";

interface Loadable {
  readonly bullmq: typeof Bullmq;
  readonly ioredis: typeof Ioredis;
  readonly pg: typeof Pg;
}

const require = createRequire(import.meta.url);

/**
 * A package that only clusters need, loaded when first wanted.
 *
 * @remarks With `require`: BullMQ looks for its drivers so, and only in the form that CommonJS gets.
 * @throws {TawazunError} `cluster/package` if it is not installed.
 */
export function load<Name extends keyof Loadable>(name: Name): Loadable[Name] {
  try {
    return require(name) as Loadable[Name];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    throw new TawazunError(
      "cluster/package",
      `A cluster needs the package ${name}, which is not installed: npm install ${name}`,
    );
  }
}
