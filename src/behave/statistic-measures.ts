import type { MeasureFacts } from "../base/index.ts";
import { statistics } from "./statistics/index.ts";

/** What a reader must know of each statistic whose coefficient is shown; ids begin with `statistic/`. */
export const statisticMeasures: readonly MeasureFacts[] = statistics.map((statistic) => ({
  id: `statistic/${statistic.id}`,
  name: statistic.name,
  says: statistic.says,
  range:
    "Its coefficient is a change of the log of a pace or of log-odds for each unit of it: 0.7 doubles, −0.7 halves; 0 is no effect.",
  formula: `${statistic.means}${statistic.networks === 0 && statistic.attributes === 0 ? "" : `; ${symbols(statistic.networks, statistic.attributes)}`}`,
  sure: "An estimate with its standard error, from events as they were recorded: what nobody reports is not in it, and a habit of the news looks like one of the actors.",
  sources: statistic.sources,
  page: "docs/why/behaviour.md",
}));

/** What the symbols of a definition stand for. */
function symbols(networks: number, attributes: number): string {
  return [
    "i who acts, j toward whom",
    ...(networks === 0 ? [] : [`x${networks === 2 ? ", y" : ""} past deeds or ties, [ ] 1 if so, else 0`]),
    ...(attributes === 0 ? [] : [`z${attributes === 2 ? ", u" : ""} an attribute`]),
  ].join(", ");
}
