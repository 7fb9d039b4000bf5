import { standalone } from "../../show/index.ts";
import type { Lent } from "../verb.ts";
import type { FitCheck } from "./check.ts";
import { goodnessPlot } from "./check-plot.ts";
import type { FittedModel } from "./fit-model.ts";
import { fitPlot } from "./fit-output.ts";

const utf8 = new TextEncoder();

/** Into which files a fit is written. */
export interface FitFiles {
  readonly save?: string | undefined;
  readonly plot?: string | undefined;
  readonly checkPlot?: string | undefined;
  readonly level: number;
}

/** Writes the fit and its pictures, each beside its place first and then under its name; says which. */
export async function writeFit(
  lent: Lent,
  given: FitFiles,
  models: readonly FittedModel[],
  saved: string,
  check: FitCheck | undefined,
): Promise<readonly string[]> {
  const streams = check?.goodness;
  const files: readonly (readonly [string | undefined, () => string])[] = [
    [given.save, () => saved],
    [given.plot, () => fitPlot(models, given.level)],
    ...(streams === undefined || typeof streams === "string"
      ? []
      : [[given.checkPlot, () => standalone(goodnessPlot(streams))] as const]),
  ];
  for (const [path, made] of files) {
    if (path === undefined) continue;
    const cut = path.lastIndexOf("/");
    const folder = cut < 0 ? "." : path.slice(0, Math.max(1, cut));
    await lent.writeFiles(folder, new Map([[path.slice(cut + 1), utf8.encode(made())]]), { replace: true });
  }
  return files.flatMap(([path]) => (path === undefined ? [] : [path]));
}
