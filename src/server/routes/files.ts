import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { caseFile, editEntry, fileEntry, refusal } from "../answers.ts";
import { type Files, hashOf } from "../files.ts";

const path = z.object({ "*": z.string().min(1) });

/** The files of the case: read, edit, undo, and the news that one changed. */
export function fileRoutes(files: Files): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    // Edits wait for each other, so that none rests on what another is writing.
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const mine = last.then(work, work);
      last = mine.catch(() => undefined);
      return mine;
    };

    app.get(
      "/api/files",
      { schema: { summary: "the files of the case", response: { 200: z.array(fileEntry) } } },
      () => files.list(),
    );
    const one = { 200: caseFile, 404: refusal };
    app.get(
      "/api/files/*",
      { schema: { summary: "one file", params: path, response: one } },
      async (request) => {
        const { "*": file } = request.params as z.infer<typeof path>;
        const found = await files.read(file);
        if (found === undefined) throw new TawazunError("server/file", `The case has no file "${file}".`);
        return found;
      },
    );
    const after = {
      text: z.string().optional().meta({ description: "the whole file; left out, the file is taken away" }),
      restsOn: z
        .string()
        .optional()
        .meta({ description: "hash of the file that was edited; left out for a new one" }),
    };
    const edit = z.object(after);
    const several = z.object({
      changes: z
        .array(z.object({ file: z.string().min(1), ...after }))
        .min(1)
        .max(100)
        .refine((all) => new Set(all.map(({ file }) => file)).size === all.length, "each file once"),
    });
    const hashes = z.object({ files: z.array(z.object({ file: z.string(), hash: z.string().optional() })) });
    const refused = { 400: refusal, 409: refusal, 413: refusal, 422: refusal };
    app.put(
      "/api/files/*",
      {
        schema: {
          summary: "writes a file, if the case still reads with it",
          description:
            "Text of the kinds that a case is read from alone, at most 2 MB. 409: somebody else changed the file; 413: too large; 422: the case would have new errors, all told.",
          params: path,
          body: edit,
          response: {
            200: caseFile.partial({ text: true, hash: true }),
            ...refused,
          },
        },
      },
      async (request) => {
        const { "*": file } = request.params as z.infer<typeof path>;
        const { text, restsOn } = request.body as z.infer<typeof edit>;
        await inTurn(() => files.edits.make([{ file, text, restsOn }]));
        return text === undefined ? { file } : { file, text, hash: hashOf(text) };
      },
    );
    app.post(
      "/api/edits",
      {
        schema: {
          summary: "writes several files as one edit, if the case still reads with all of them",
          description:
            "All of them or none; undone at once. 409: somebody else changed a file; 413: too large; 422: the case would have new errors, all told.",
          body: several,
          response: { 200: hashes, ...refused },
        },
      },
      async (request) => {
        const { changes } = request.body as z.infer<typeof several>;
        await inTurn(() => files.edits.make(changes));
        return {
          files: changes.map(({ file, text }) =>
            text === undefined ? { file } : { file, hash: hashOf(text) },
          ),
        };
      },
    );
    const turned = { 200: z.object({ files: z.array(z.string()) }), 409: refusal };
    app.post(
      "/api/undo",
      { schema: { summary: "takes back what was done last", response: turned } },
      async () => ({ files: await inTurn(() => files.edits.turn("undo")) }),
    );
    app.post(
      "/api/redo",
      { schema: { summary: "does again what was taken back last", response: turned } },
      async () => ({ files: await inTurn(() => files.edits.turn("redo")) }),
    );
    app.get(
      "/api/edits",
      {
        schema: {
          summary: "the edits made in the workbench, newest first, with what stood there before and after",
          response: { 200: z.array(editEntry) },
        },
      },
      () => files.edits.list(),
    );
    app.get(
      "/api/news",
      { sse: "only", schema: { summary: "an event whenever a file of the case changes" } },
      async (_request, reply) => {
        const send = async (): Promise<void> => {
          await reply.sse.send({ event: "case", data: { hash: await files.hash() } }).catch(() => undefined);
        };
        reply.sse.onClose(files.watch(() => void send()));
        reply.sse.keepAlive();
        await send();
      },
    );
  };
}
