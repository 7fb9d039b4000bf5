import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { TawazunError } from "../../base/index.ts";
import { whatCanChange } from "../../desk/index.ts";
import type { Files } from "../files.ts";

/** What a what-if can change: moves, uncertain inputs with their ranges, the case's own scenarios. */
export function changeRoutes(files: Files): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.get(
      "/api/changes",
      { schema: { summary: "what a what-if can change beside what stands in the case" } },
      async () => {
        const { source } = await files.checked();
        if (source === undefined)
          throw new TawazunError("server/case", "The files cannot be read as a case.");
        return whatCanChange(source, await files.folder());
      },
    );
  };
}
