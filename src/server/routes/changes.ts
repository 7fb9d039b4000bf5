import type { FastifyInstance, FastifyPluginAsync } from "fastify";
import { TawazunError } from "../../base/index.ts";
import { caseExperiments, whatCanChange } from "../../desk/index.ts";
import type { Files } from "../files.ts";

/** What a what-if can change: moves, uncertain inputs with their ranges, the case's own scenarios and experiments. */
export function changeRoutes(files: Files, version: string): FastifyPluginAsync {
  async function readable() {
    const { source } = await files.checked();
    if (source === undefined) throw new TawazunError("server/case", "The files cannot be read as a case.");
    return { source, folder: await files.folder() };
  }
  return async (app: FastifyInstance) => {
    app.get(
      "/api/experiments",
      { schema: { summary: "the experiments of the case with their sizes, and what is wrong with them" } },
      async () => {
        const { source, folder } = await readable();
        return caseExperiments(source, folder, version);
      },
    );
    app.get(
      "/api/changes",
      { schema: { summary: "what a what-if can change beside what stands in the case" } },
      async () => {
        const { source, folder } = await readable();
        return whatCanChange(source, folder);
      },
    );
  };
}
