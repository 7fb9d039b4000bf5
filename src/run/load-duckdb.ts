import { TawazunError } from "../base/index.ts";

/**
 * DuckDB, which need not be installed.
 *
 * @param instead what can be done without it: a sentence.
 * @throws {TawazunError} under this code, with how it is installed.
 */
export async function loadDuckdb(code: string, instead: string): Promise<typeof import("@duckdb/node-api")> {
  try {
    return await import("@duckdb/node-api");
  } catch {
    throw new TawazunError(
      code,
      `DuckDB is not installed. Install it with: npm install @duckdb/node-api. ${instead}`,
    );
  }
}
