import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { type ChangedFile, type Lent, type MergeFound, verbs } from "../../desk/index.ts";
import { refusal } from "../answers.ts";
import { type Files, hashOf } from "../files.ts";
import { LARGEST_REQUEST, LARGEST_TEXT, megabytes, sizeOf } from "../writable.ts";

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

interface Changed extends ChangedFile {
  readonly restsOn: string | undefined;
}

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
          description: `${merge?.details ?? ""} Here it is written by POST /api/edits with the texts and hashes of the answer. 413: that would be too large.`,
          body,
          response: { 200: z.looseObject({}), 400: refusal, 413: refusal },
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
        const changed = (found.files ?? []).map((one) => {
          const content = folder.get(one.file);
          return { ...one, restsOn: content === undefined ? undefined : hashOf(content) };
        });
        const why = whyTooLarge(changed);
        if (why === undefined) return { ...found, files: changed };
        const command = `tawazun merge . ${keep} ${gone} --write`;
        throw new TawazunError(
          "server/too-large",
          `${why} Make one actor of the two on the command line, in the case's folder: ${command}`,
        );
      },
    );
  };
}

/** Why POST /api/edits would not take these files, if it would not. */
function whyTooLarge(changed: readonly Changed[]): string | undefined {
  const large = changed.find(({ after }) => sizeOf(after) > LARGEST_TEXT);
  if (large !== undefined) {
    const size = megabytes(sizeOf(large.after));
    return `"${large.file}" would have ${size}, and a text that is written from a browser holds at most ${megabytes(LARGEST_TEXT)}.`;
  }
  const changes = changed.map(({ file, after, restsOn }) => ({ file, text: after, restsOn }));
  if (sizeOf(JSON.stringify({ changes })) <= LARGEST_REQUEST) return undefined;
  return `The ${changes.length} files that change hold more than the ${LARGEST_REQUEST / 1024 / 1024} MB that a browser may write at once.`;
}
