import { existsSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { readRegistry } from "../../desk/index.ts";
import { readText } from "../../run/index.ts";
import { type Files, REGISTER } from "../files.ts";
import type { Jobs } from "../jobs.ts";

/** What was foretold before: registered forecasts, and the report of the case as it stood before an edit. */
export function registerRoutes(folder: string, files: Files, jobs: Jobs): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get(
      "/api/register",
      { schema: { summary: "the registered forecasts, and whether their chain holds" } },
      async () => {
        const file = join(folder, REGISTER);
        const { entries, faults } = readRegistry(existsSync(file) ? await readText(file) : "");
        const { source } = await files.checked();
        return { file: REGISTER, entries, faults, caseHash: source?.hash ?? null };
      },
    );
    app.get(
      "/api/reports/before",
      { schema: { summary: "the last report of the case as it stood before it was edited" } },
      async () => {
        const { source } = await files.checked();
        const of = (report: unknown): unknown =>
          (report as { readonly head?: { readonly caseHash?: unknown } } | undefined)?.head?.caseHash;
        const report = (await jobs.reports()).find(
          (one) => of(one) !== undefined && of(one) !== source?.hash,
        );
        return { report: report ?? null };
      },
    );
  };
}
