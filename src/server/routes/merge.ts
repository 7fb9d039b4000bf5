import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { type Lent, type MergeFound, verbs } from "../../desk/index.ts";
import { refusal } from "../answers.ts";
import { type Files, hashOf } from "../files.ts";

const merge = verbs.find(({ id }) => id === "merge");
const about = (name: string): string => merge?.places.find((place) => place.name === name)?.about ?? "";
const body = z.object({
  keep: z
    .string()
    .min(1)
    .meta({ description: about("keep") }),
  gone: z
    .string()
    .min(1)
    .meta({ description: about("gone") }),
});

/** What would become of the case if two actors were one. Nothing is written: the page sends what it was shown as an edit. */
export function mergeRoutes(files: Files): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.post(
      "/api/merge",
      {
        schema: {
          operationId: "merge",
          tags: ["verbs"],
          summary: "what would change if two actors were one, file by file; nothing is written",
          description: `${merge?.details ?? ""} Here it is written by POST /api/edits with the texts and hashes of the answer.`,
          body,
          response: { 200: z.looseObject({}), 400: refusal },
        },
      },
      async (request) => {
        const { keep, gone } = request.body as z.infer<typeof body>;
        const folder = await files.folder();
        const lent = { readFolder: async () => ({ folder, findings: [] }) } as Pick<
          Lent,
          "readFolder"
        > as Lent;
        const { json } = (await merge?.run(lent, ["the case", keep, gone], { write: false })) ?? {};
        const found = json as MergeFound;
        return {
          ...found,
          files: found.files?.map((one) => {
            const content = folder.get(one.file);
            return { ...one, restsOn: content === undefined ? undefined : hashOf(content) };
          }),
        };
      },
    );
  };
}
