import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { caseAnswer } from "../answers.ts";
import type { Files } from "../files.ts";
import { served } from "../served.ts";

/** What the case is, and what can be asked of it. */
export function caseRoutes(files: Files, version: string): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    // What many windows ask for again and again is written once for each state of the case.
    let kept = { hash: "", text: "" };
    app.get(
      "/api/case",
      { schema: { summary: "the case as it reads now, with its findings", response: { 200: caseAnswer } } },
      async (_request, reply) => {
        const hash = await files.hash();
        if (kept.hash !== hash) {
          const { source, findings } = await files.checked();
          kept = { hash, text: JSON.stringify({ hash, version, findings, case: source ?? null }) };
        }
        return reply.type("application/json; charset=utf-8").send(kept.text);
      },
    );
    const verbs = JSON.stringify(
      served.map(({ id, summary, details, form }) => ({
        id,
        summary,
        details,
        options: z.toJSONSchema(form, { io: "input", unrepresentable: "any" }),
      })),
    );
    app.get(
      "/api/verbs",
      { schema: { summary: "what can be asked of the case, with the form of each question" } },
      (_request, reply) => reply.type("application/json; charset=utf-8").send(verbs),
    );
  };
}
