import { capital, dots, listOf, type Part, plural, table } from "../../show/index.ts";
import { moveKinds, trouble } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { PLAYED_SOURCES, runMean, sampling } from "./over-runs.ts";

/** Something that may happen in a future, with the part of futures in which it does. */
interface Frequency {
  readonly name: string;
  readonly group: string;
  readonly happens: readonly number[];
  /** How often, in each future; absent where once is all that can be. */
  readonly times?: readonly number[];
}

/** Frequencies of what does not happen in nearly every future, the likeliest first. */
function frequenciesOf(study: Study): readonly Frequency[] {
  const { near, stage } = study;
  const { world } = stage;
  const runs = near.to - near.from;
  const over = (of: (run: number) => number): number[] => Array.from({ length: runs }, (_, run) => of(run));
  const months = (bit: number): number[] =>
    over((run) => {
      let count = 0;
      for (let m = 0; m < near.months; m++) if ((near.trouble[run * near.months + m] & bit) !== 0) count += 1;
      return count;
    });
  const made = (name: string, group: string, times: readonly number[]): Frequency => ({
    name,
    group,
    happens: times.map((count) => (count > 0 ? 1 : 0)),
    times,
  });
  return [
    made("A month with a crisis of government", "Trouble", months(trouble.crisis)),
    ...(study.violence === undefined
      ? []
      : [
          made(
            "A month with violence above 1.5 times its trailing year",
            "Trouble",
            months(trouble.violence),
          ),
        ]),
    made("A month with armed confrontation of organised actors", "Trouble", months(trouble.arms)),
    ...world.routes.map((route, r) => ({
      name: `${route.name} is shut at the end`,
      group: "Routes",
      happens: over((run) => 1 - near.open[(run * near.months + near.months - 1) * world.routes.length + r]),
    })),
    ...moveKinds.map((kind, k) =>
      made(
        capital(kind.name),
        "Moves that come off at least once",
        over((run) => near.kinds[run * moveKinds.length + k]),
      ),
    ),
  ];
}

/** In how many futures things happen, as a picture and as a table. */
export function frequencies(study: Study): readonly Part[] {
  const rows = frequenciesOf(study).map(({ name, group, happens, times }) => ({
    name,
    group,
    chance: runMean(happens),
    times: times === undefined ? undefined : runMean(times).mean,
  }));
  const groups = [...new Set(rows.map((row) => row.group))];
  const telling = rows.filter(
    (row) => row.group === groups[0] || (row.chance.mean > 0 && row.chance.mean < 0.98),
  );
  const sorted = [...telling].sort(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || b.chance.mean - a.chance.mean,
  );
  const always = rows.filter((row) => row.chance.mean >= 0.98 && !telling.includes(row));
  const never = rows.filter((row) => row.chance.mean === 0 && !telling.includes(row));
  return [
    dots(
      {
        unit: "probability",
        series: [{ id: "chance", name: "part of the futures in which it happens", measure: "probability" }],
        intervals: "95% confidence interval of sampling",
        ends: [0, 1],
        rows: sorted.map((row) => {
          const [low, high] = sampling(row.chance.mean, row.chance.error, study.near.to - study.near.from);
          return {
            name: row.name,
            group: row.group,
            points: { chance: { value: row.chance.mean, low, high } },
          };
        }),
      },
      {
        id: "futures-frequencies",
        title: "What happens at least once",
        method: `Part of ${plural(study.near.to - study.near.from, "future")} in which it happens; Monte Carlo error with the futures of one draw of inputs as a cluster; where it happens in none or all, 3 divided by their number.`,
        sources: PLAYED_SOURCES,
      },
    ),
    table(
      "How often it happens",
      [
        { key: "name", name: "What", wide: true },
        { key: "chance", name: "In so many futures", unit: "probability", digits: 1, measure: "probability" },
        { key: "error", name: "± error", unit: "probability", digits: 1, measure: "sampling-error" },
        {
          key: "spread",
          name: "Spread from inputs",
          unit: "probability",
          digits: 1,
          measure: "input-spread",
        },
        { key: "times", name: "Mean times or months", digits: 2 },
      ],
      sorted.map((row) => ({
        name: row.name,
        chance: row.chance.mean,
        error: row.chance.error,
        spread: row.chance.spread,
        times: row.times,
      })),
      {
        note: [
          always.length === 0
            ? ""
            : `In nearly every future: ${listOf(always.map((row) => `“${row.name}”`))}.`,
          never.length === 0 ? "" : `In none: ${listOf(never.map((row) => `“${row.name}”`))}.`,
          "Spread: standard deviation between draws of the uncertain inputs, chance taken off.",
        ]
          .filter((text) => text !== "")
          .join(" "),
      },
    ),
  ];
}
