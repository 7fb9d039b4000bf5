import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
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

const swept = z.object({
  key: asked.shape.key,
  file: z.enum(["summary.csv", "design.csv", "summary.json", "all.zip"]),
});

const TYPES = { html: "text/html", md: "text/markdown", json: "application/json" } as const;

/** The most that is put together into one zip: it is made in memory. */
const LARGEST_ZIP = 500_000_000;

/** What can be taken away: the case's files as a zip, a report in the form that is wanted, and what a sweep wrote. */
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
    app.get(
      "/api/export/sweep/:key/:file",
      {
        schema: {
          summary: "what a sweep wrote: means and points as tables, or all of it with its rows as a zip",
          params: swept,
        },
      },
      async (request, reply) => {
        const { key, file } = request.params as z.infer<typeof swept>;
        const { hash } = ((await jobs.state(key))?.outcome?.json ?? {}) as { readonly hash?: string };
        if (hash === undefined || !/^[0-9a-f]{16,}$/.test(hash))
          throw new TawazunError("server/file", "There is no such sweep.");
        const place = join(folder, "out", "runs", hash.slice(0, 16));
        const name = `sweep-${hash.slice(0, 8)}`;
        if (file === "all.zip") {
          const content = await filesBelow(place);
          // Parquet is small already.
          return saved(reply, `${name}.zip`, "application/zip").send(
            Buffer.from(zipSync(content, { level: 0 })),
          );
        }
        const text = await readFile(join(place, file)).catch(() => {
          throw new TawazunError(
            "server/file",
            `The sweep has no ${file} before it is carried out to its end.`,
          );
        });
        const type = file.endsWith("csv") ? "text/csv" : "application/json";
        return saved(reply, `${name}-${file}`, `${type}; charset=utf-8`).send(text);
      },
    );
  };
}

/**
 * All files below a folder by their paths in it, with their bytes.
 *
 * @throws {TawazunError} `server/file` where there is none; `server/too-large`, before any is read.
 */
async function filesBelow(place: string): Promise<{ readonly [file: string]: Uint8Array }> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries
    // What is being written has a name that hides.
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath, entry.name));
  if (paths.length === 0)
    throw new TawazunError("server/file", `The sweep has no files any more in ${place}. Carry it out again.`);
  let size = 0;
  for (const path of paths) size += (await stat(path)).size;
  if (size > LARGEST_ZIP) {
    throw new TawazunError(
      "server/too-large",
      `The sweep holds more than ${LARGEST_ZIP / 1_000_000} MB. Copy it from ${place}.`,
    );
  }
  const found: { [file: string]: Uint8Array } = {};
  for (const path of paths) found[relative(place, path).split(sep).join("/")] = await readFile(path);
  return found;
}

function saved(reply: FastifyReply, name: string, type: string): FastifyReply {
  return reply.type(type).header("content-disposition", `attachment; filename="${encodeURIComponent(name)}"`);
}
