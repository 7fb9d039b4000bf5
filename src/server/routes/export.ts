import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from "fastify";
import { zipSync } from "fflate";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { report as writeReport } from "../../show/index.ts";
import { type Files, REGISTER } from "../files.ts";
import type { Jobs } from "../jobs.ts";

const asked = z.object({
  key: z.string().regex(/^[0-9a-f]{32}$/),
  form: z.enum(["html", "md", "json"]),
});

const TYPES = { html: "text/html", md: "text/markdown", json: "application/json" } as const;

/** What can be taken away: the case's files as a zip, and a report in the form that is wanted. */
export function exportRoutes(folder: string, files: Files, jobs: Jobs): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get(
      "/api/export/case.zip",
      { schema: { summary: "all files of the case, with its registered forecasts, as a zip" } },
      async (_request, reply) => {
        // Bytes as they stand: not every file of a case is text.
        const content: { [file: string]: Uint8Array } = Object.fromEntries(await files.folder());
        const register = await readFile(join(folder, REGISTER)).catch(() => undefined);
        if (register !== undefined) content[REGISTER] = register;
        return saved(reply, `${basename(folder)}.zip`, "application/zip").send(
          Buffer.from(zipSync(content, { level: 6 })),
        );
      },
    );
    app.get(
      "/api/export/report/:key/:form",
      { schema: { summary: "a report that was made, as a page, as text or as data", params: asked } },
      async (request, reply) => {
        const { key, form } = request.params as z.infer<typeof asked>;
        const found = await jobs.state(key);
        const { report } = (found?.outcome?.json ?? {}) as { readonly report?: object };
        if (report === undefined) throw new TawazunError("server/file", "There is no such report.");
        if (form !== "json" && !JSON.stringify(report).includes('"svg"')) {
          throw new TawazunError(
            "server/file",
            "This report is known as data only, without its pictures. Play it again under Futures, then save it.",
          );
        }
        const text =
          form === "json"
            ? `${JSON.stringify(report, undefined, 2)}\n`
            : writeReport(report as Parameters<typeof writeReport>[0])[form === "md" ? "markdown" : "html"];
        return saved(reply, `report.${form}`, `${TYPES[form]}; charset=utf-8`).send(text);
      },
    );
  };
}

function saved(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply.type(type).header("content-disposition", `attachment; filename="${encodeURIComponent(name)}"`);
}
