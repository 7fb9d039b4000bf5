import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import type { Files } from "../files.ts";
import { served } from "../jobs.ts";

/** What the case is, and what can be asked of it. */
export function caseRoutes(files: Files, version: string): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get("/api/case", { schema: { summary: "the case as it reads now, with its findings" } }, async () => {
      const { source, findings } = await files.checked();
      return { hash: await files.hash(), version, findings, case: source ?? null };
    });
    app.get(
      "/api/verbs",
      { schema: { summary: "what can be asked of the case, with the form of each question" } },
      () =>
        served.map(({ id, summary, details, options }) => ({
          id,
          summary,
          details,
          options: z.toJSONSchema(options, { io: "input", unrepresentable: "any" }),
        })),
    );
  };
}
