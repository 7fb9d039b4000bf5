import type { Effect } from "../../forecast/index.ts";
import {
  type Column,
  capital,
  dots,
  type Narrative,
  number,
  type Part,
  percent,
  plural,
  type Row,
  range,
  type Section,
  signed,
  type Table,
  table,
} from "../../show/index.ts";
import { beforeHorizon } from "../played-to.ts";
import { PLAYED_SOURCES } from "../report/over-runs.ts";
import { chainOf } from "./chain.ts";
import { type Compared, type Comparison, untilOf } from "./compare.ts";
import { changeInWords } from "./in-words.ts";

/** What-if as a section: what was changed, what differs at the end, and the chain of causes of each. */
export function whatIfSection(comparison: Comparison): Section {
  const { compared, size } = comparison;
  // side by side, names would make columns too wide to read
  const brief = lettered(comparison);
  return {
    id: "whatif",
    title: "What if",
    lead: `${capital(plural(compared.length, "alternative"))} beside the case as it is, each over the same ${plural(pairs(comparison), "future")} of ${plural(size.months, "month")}, with the same luck and the same draws of the uncertain inputs: what differs follows, in this model, from the change.`,
    parts: [
      table(
        "What is changed",
        [
          { key: "name", name: "Alternative" },
          { key: "changes", name: "Changes", wide: true },
          { key: "part", name: "Futures that part ways", unit: "share", measure: "parted-futures" },
        ],
        compared.map(({ alternative, parting }, k) => ({
          name: compared.length < 2 ? alternative.name : `${letterOf(k)}: ${alternative.name}`,
          changes: alternative.changes
            .map((change) => changeInWords(comparison.stage.world, change))
            .join("; "),
          part: parting.part,
        })),
      ),
      stabilityTable(brief),
      ...questionParts(brief),
      ...compared.flatMap((one, k) => chainParts(comparison, one, k)),
      {
        kind: "callout",
        tone: "caution",
        title: "What this shows, and what not.",
        text: `A difference is what the model makes of the change, on the case's inputs. Intervals are 95%, by Student's t over draws of the inputs, each comparison by itself: of twenty differences that are none, one is expected to look like one. A chain of causes is in order of time; that an earlier link brought about a later one is likely where nothing else was changed, and not proved. ${[fewerInWords(comparison), `Played to ${untilOf(comparison)}.`, ...beforeHorizon(comparison.stage.world, size.months)].join(" ")}`,
      },
    ],
  };
}

/** Pairs that were played of the alternative with the fewest. */
export function pairs({ compared }: Comparison): number {
  return Math.min(...compared.map(({ stability }) => stability.quiet.runs));
}

/** Why a number here may differ from the answer to the same question elsewhere. */
export function fewerInWords(comparison: Comparison): string {
  const draws = comparison.base.length;
  return `The case as it is rests here on ${plural(pairs(comparison), "future")} on ${plural(draws, "draw")} of the inputs; judge and the report answer the same questions from others, mostly more, and may differ by sampling.`;
}

/** Whether an interval lies off 0. */
function isDetected({ low, high }: Effect): boolean {
  return low > 0 || high < 0;
}

const name = (one: Compared): string => one.alternative.name;

/** A difference in points with its interval: "+3.1 (+1.0 to +5.2)". */
function points(effect: Effect): string {
  const say = (value: number): string => signed(100 * value, 1);
  if (!Number.isFinite(effect.low)) return say(effect.difference);
  return `${say(effect.difference)} (${range(say(effect.low), say(effect.high))})`;
}

function sideBySide(
  caption: string,
  rows: readonly { readonly name: string; readonly of: (one: Compared) => Effect }[],
  comparison: Comparison,
  note: string,
): Table {
  const { compared } = comparison;
  const columns: Column[] = [
    { key: "name", name: "", wide: true },
    { key: "base", name: "As it is", unit: "share", digits: 1 },
    ...compared.flatMap((one, k): Column[] => [
      { key: `with${k}`, name: name(one), unit: "share", digits: 1 },
      {
        key: `difference${k}`,
        name: `${name(one)} less as it is`,
        unit: "points",
        measure: "paired-difference",
      },
    ]),
  ];
  return table(
    caption,
    columns,
    rows.map((row): Row => {
      const cells: { [key: string]: string | number } = { name: row.name, base: row.of(compared[0]).without };
      compared.forEach((one, k) => {
        cells[`with${k}`] = row.of(one).with;
        cells[`difference${k}`] = points(row.of(one));
      });
      return cells;
    }),
    { note },
  );
}

/** A comparison whose alternatives are called A, B, C …: names are too wide to stand side by side. */
export function lettered(comparison: Comparison): Comparison {
  if (comparison.compared.length < 2) return comparison;
  return {
    ...comparison,
    compared: comparison.compared.map((one, k) => ({
      ...one,
      alternative: { ...one.alternative, name: letterOf(k) },
    })),
  };
}

/** A, B … Z, then A2, B2 … */
export function letterOf(k: number): string {
  const round = Math.floor(k / 26);
  return `${String.fromCharCode(65 + (k % 26))}${round === 0 ? "" : round + 1}`;
}

/** Parts of the months that are quiet, and with each kind of trouble. */
export function stabilityTable(comparison: Comparison): Table {
  return sideBySide(
    "Stability",
    [
      { name: "Quiet months", of: (one) => one.stability.quiet },
      { name: "Months with a crisis of government", of: (one) => one.stability.crisis },
      { name: "Months with violence above trend", of: (one) => one.stability.violence },
      { name: "Months with armed confrontation", of: (one) => one.stability.arms },
    ],
    comparison,
    "Differences in points of a per cent, the alternative less the case as it is.",
  );
}

/** The questions, side by side. */
export function questionTable(comparison: Comparison): Table {
  const { questions, source } = comparison;
  const left = source.questions.length - questions.length;
  return sideBySide(
    "Questions",
    questions.map((question, q) => ({
      name: `${question.id}: ${question.text}`,
      of: (one) => one.questions[q],
    })),
    comparison,
    left === 0
      ? "Part of the futures that answer yes."
      : `Part of the futures that answer yes. ${capital(plural(left, "question"))} that look beyond ${untilOf(comparison)} are left out.`,
  );
}

function questionParts(comparison: Comparison): readonly Part[] {
  const { questions, compared } = comparison;
  if (questions.length === 0) return [];
  const moved = questions
    .map((question, q) => ({ question, q }))
    .filter(({ q }) => compared.some((one) => isDetected(one.questions[q])));
  return [
    { kind: "subheading", title: "Answers to the questions" },
    ...(moved.length === 0
      ? [
          {
            kind: "paragraph" as const,
            text: "No answer differs detectably from the case as it is: every interval reaches over 0, or there are too few draws for one.",
          },
        ]
      : [
          dots(
            {
              unit: "probability",
              series: [
                { id: "base", name: "as it is" },
                ...compared.map((one, k) => ({ id: `a${k}`, name: name(one) })),
              ],
              intervals: "95% interval of the paired difference, set about the alternative's value",
              ends: [0, 1],
              rows: moved.map(({ question, q }) => ({
                name: question.text,
                points: {
                  base: { value: compared[0].questions[q].without },
                  ...Object.fromEntries(
                    compared.map((one, k) => {
                      const { with: value, without, low, high } = one.questions[q];
                      return [
                        `a${k}`,
                        Number.isFinite(low)
                          ? { value, low: clamp(without + low), high: clamp(without + high) }
                          : { value },
                      ];
                    }),
                  ),
                },
              })),
            },
            {
              id: "whatif-questions",
              title: "Answers that differ",
              measure: "paired-difference",
              method: `Paired futures: ${plural(pairs(comparison), "pair")} for each alternative. Questions whose interval lies off 0 for at least one.`,
              sources: PLAYED_SOURCES,
            },
          ),
        ]),
    questionTable(comparison),
  ];
}

function chainParts(comparison: Comparison, one: Compared, k: number): readonly Part[] {
  const { links, leftOut } = chainOf(comparison, one);
  const { parting } = one;
  const words: { readonly [kind: string]: string } = {
    change: "What was changed.",
    direct: "By the change itself.",
    move: "What followed: a move.",
    share: "What followed: power.",
    trouble: "What followed: stability.",
    violence: "What followed: violence.",
  };
  const narrative: Narrative = {
    kind: "narrative",
    title: `Chain of causes: ${name(one)}`,
    lead: `${percent(parting.part)} of the pairs part ways${parting.day === undefined ? "" : `, half of those ${partingWords(comparison, parting.day)}`}. Each link begins in the week, or the month, from which it is told from chance.${leftOut > 0 ? ` ${capital(plural(leftOut, "smaller shift"))} of moves ${leftOut === 1 ? "is" : "are"} left out.` : ""}`,
    steps: links.map((link) => ({ at: link.date, text: link.text, why: words[link.kind] })),
  };
  return [{ kind: "subheading", title: capital(name(one)) }, narrative, sharesTable(comparison, one, k)];
}

function partingWords({ stage }: Comparison, day: number): string {
  return `within ${plural(Math.max(1, Math.round(day - stage.world.start)), "day")}`;
}

function sharesTable(comparison: Comparison, one: Compared, k: number): Table {
  const { world } = comparison.stage;
  const rows = world.movers
    .map((mover, m) => ({ name: world.actors[mover].name, effect: one.shares[m] }))
    .filter(({ effect }) => isDetected(effect))
    .sort((a, b) => Math.abs(b.effect.difference) - Math.abs(a.effect.difference))
    .slice(0, 10);
  return table(
    `Power on the last day: ${name(one)}`,
    [
      { key: "name", name: "Actor" },
      { key: "without", name: "As it is", unit: "share", digits: 1, measure: "power-share" },
      { key: "with", name: name(comparison.compared[k]), unit: "share", digits: 1 },
      { key: "difference", name: "Difference, 95% interval", unit: "points", measure: "paired-difference" },
    ],
    rows.map(({ name: actor, effect }) => ({
      name: actor,
      without: effect.without,
      with: effect.with,
      difference: points(effect),
    })),
    {
      note:
        rows.length === 0
          ? "Nobody's share differs detectably."
          : `The ${number(rows.length)} whose share differs most, of those whose interval lies off 0.`,
    },
  );
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
