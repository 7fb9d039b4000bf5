import type { FitRow, GoodnessOfFit } from "../../behave/index.ts";
import { dots, type Picture, percent, plural } from "../../show/index.ts";

/** Distances from the median beyond this are drawn here, in units of the band. */
const MOST = 4;

/** Each observed feature beside its band in drawn streams, all on the scale of their bands. */
export function goodnessPlot({ rows, runs, seed, level }: GoodnessOfFit): Picture {
  const outside = rows.filter(({ inside }) => !inside).length;
  return dots(
    {
      series: [
        { id: "drawn", name: `drawn streams: median and ${percent(level)} band` },
        { id: "observed", name: "observed" },
      ],
      rows: rows.map((row) => ({
        name: `${row.name}: ${row.label}`,
        points: { drawn: { value: 0, low: -1, high: 1 }, observed: { value: placeOf(row) } },
      })),
      unit: "widths of the band from its median to that side",
      intervals: `${percent(level)} band of the drawn streams`,
      ends: [-MOST, MOST],
    },
    {
      id: "goodness",
      title: "What no coefficient fixes, observed and in streams drawn from the fit",
      method: `${plural(runs, "stream")} drawn at the estimates, seed "${seed}". Each feature on the scale of its own band: −1 and 1 are its ends; what is further than ${MOST} out is drawn at ${MOST}.`,
      alt: `${plural(rows.length, "feature")} of the observed events beside the ${percent(level)} bands of ${plural(runs, "drawn stream")}: ${outside} outside.`,
    },
  );
}

/** Where an observed value stands: 0 at the median, −1 and 1 at the ends of the band. */
function placeOf({ observed, low, median, high }: FitRow): number {
  const width = observed < median ? median - low : high - median;
  if (observed === median) return 0;
  const place = width > 0 ? (observed - median) / width : Math.sign(observed - median) * MOST;
  return Math.max(-MOST, Math.min(MOST, place));
}
