import { existsSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { type Lent, verbs } from "../../desk/index.ts";
import { writeFiles } from "../../run/index.ts";
import { refusal } from "../answers.ts";

/** Opens another case in a workbench of its own, and says under which link. */
export type OpenBeside = (folder: string) => Promise<string>;

const create = verbs.find(({ id }) => id === "new");
const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const body = z.object({
  name: z
    .string()
    .max(80)
    .regex(NAME, "lower-case letters, digits and single hyphens, such as my-case")
    .meta({
      description: "name of the folder, beside that of this case",
    }),
  options: (create?.options ?? z.object({})).optional(),
});
const made = z
  .object({ folder: z.string(), files: z.array(z.string()), link: z.string() })
  .meta({ description: "Where the new case lies, and the link that opens it." });

/**
 * New cases: each is a folder beside that of this case, made from its form as the command line makes it, and opened in
 * a workbench of its own.
 *
 * @param open absent where others than whoever sits at the machine may reach the workbench: then no case is made.
 */
export function newCaseRoutes(folder: string, open: OpenBeside | undefined): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    const beside = dirname(await realpath(folder));
    app.get(
      "/api/cases",
      {
        schema: {
          summary: "where a new case would be made; nothing where it cannot be made from here",
          response: { 200: z.object({ beside: z.string().nullable(), own: z.string() }) },
        },
      },
      () => ({ beside: open === undefined ? null : beside, own: basename(folder) }),
    );
    app.post(
      "/api/cases",
      {
        schema: {
          operationId: "new",
          tags: ["verbs"],
          summary: create?.summary ?? "",
          description: `${create?.details ?? ""} 403: from here no case can be made; 409: there is such a folder.`,
          body,
          response: { 200: made, 400: refusal, 403: refusal, 409: refusal },
        },
      },
      async (request) => {
        if (open === undefined || create === undefined) {
          const message =
            "Others may reach this workbench, so that it makes no folders. Make the case on the machine itself: tawazun new my-case.";
          throw new TawazunError("server/alone", message);
        }
        const { name, options = {} } = request.body as z.infer<typeof body>;
        const target = join(beside, name);
        if (existsSync(target)) {
          throw new TawazunError(
            "server/exists",
            `There is a folder "${name}" in ${beside} already. Choose another name.`,
          );
        }
        const lent = { writeFiles } as Pick<Lent, "writeFiles"> as Lent;
        const { json } = await create.run(lent, [target], create.options.parse(options));
        const { files } = json as { readonly files: readonly string[] };
        return { folder: target, files, link: await open(target) };
      },
    );
  };
}
