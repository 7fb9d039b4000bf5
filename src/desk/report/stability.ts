import type { SeriesValues } from "../../case/index.ts";
import {
  dots,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  range,
  type Section,
  signed,
  table,
} from "../../show/index.ts";
import { trouble } from "../../simulate/index.ts";
import type { Ruled, Study } from "../study.ts";
import type { Judging } from "./judging.ts";
import { headOfGovernment, short } from "./names.ts";
import {
  drawsOf,
  interval,
  lastDayOf,
  PLAYED_SOURCES,
  playedAssumptions,
  type RunMean,
  runMean,
} from "./over-runs.ts";
import { laterViolence, recordedTrouble } from "./stability-record.ts";

/** Stability over the futures, with its parts. */
export interface StabilityOf {
  readonly whole: RunMean;
  readonly crisis: RunMean;
  readonly violence: RunMean;
  readonly arms: RunMean;
}

/** Part of the months that are quiet, and part of them with each kind of trouble, mean over the futures. */
export function stabilityOf(study: Study): StabilityOf {
  const { near } = study;
  const runs = near.to - near.from;
  const part = (is: (marks: number) => boolean): RunMean =>
    runMean(
      Array.from({ length: runs }, (_, run) => {
        let count = 0;
        for (let m = 0; m < near.months; m++) if (is(near.trouble[run * near.months + m])) count += 1;
        return count / near.months;
      }),
    );
  return {
    whole: part((marks) => marks === 0),
    crisis: part((marks) => (marks & trouble.crisis) !== 0),
    violence: part((marks) => (marks & trouble.violence) !== 0),
    arms: part((marks) => (marks & trouble.arms) !== 0),
  };
}

/** Part of the record's last months with a count above 1.5 times the mean of the twelve before each. */
export function violentPart(
  { values }: SeriesValues,
  months: number,
): { readonly part: number; readonly months: number } | undefined {
  let above = 0;
  let counted = 0;
  for (let m = Math.max(12, values.length - months); m < values.length; m++) {
    const trailing = values.slice(m - 12, m).reduce((sum, value) => sum + value, 0) / 12;
    counted += 1;
    if (values[m] > 1.5 * trailing) above += 1;
  }
  return counted === 0 ? undefined : { part: above / counted, months: counted };
}

/** Stability: what it is, how much of it the futures have, and whether another ruler would bring more. */
export function stability(study: Study, judged?: Judging): Section {
  const parts = stabilityOf(study);
  const { world } = study.stage;
  return {
    id: "stability",
    title: "Stability, whoever rules",
    lead: `${percent(parts.whole.mean)} of the months in the futures are quiet: no crisis of government, no violence above its trend, no armed confrontation. ${
      study.ruled.length === 0 ? noOthers(world.headPost) : whoever(study.ruled)
    }`,
    parts: [
      {
        kind: "definition",
        term: "Stability",
        text: "The part of the months with none of three: (a) a crisis of government: a motion under way, a party of the government in boycott, or a head of government changed outside an election; (b) violence above 1.5 times the mean of the twelve months before; (c) armed confrontation among organised actors. Ours; earlier simulators of this kind have no such measure.",
      },
      ...facts(study, parts),
      ...record(study, parts, judged),
      { kind: "subheading", title: "Replace the ruler" },
      ...replaced(study, parts),
    ],
  };
}

function facts(study: Study, parts: StabilityOf): readonly NumberFact[] {
  const { near, size } = study;
  const fact = (id: string, label: string, mean: RunMean, more: Partial<NumberFact> = {}): NumberFact => ({
    kind: "number",
    id,
    label,
    measure: "trouble-months",
    value: mean.mean,
    unit: "share",
    digits: 1,
    method: "sampled",
    error: mean.error,
    runs: near.to - near.from,
    seed: size.seed,
    intervals: interval(mean, near.to - near.from),
    assumptions: [
      ...playedAssumptions(study),
      `To ${lastDayOf(study, near.months - 1)}; months of one future are not independent.`,
    ],
    sources: PLAYED_SOURCES,
    ...more,
  });
  return [
    fact("stability-whole", "Quiet months", parts.whole, {
      measure: "stability",
      note: "The parts below overlap: a month may have more than one kind of trouble.",
    }),
    fact("stability-crisis", "Months with a crisis of government", parts.crisis),
    ...(study.violence === undefined
      ? []
      : [fact("stability-violence", "Months with violence above trend", parts.violence)]),
    fact("stability-arms", "Months with armed confrontation", parts.arms),
  ];
}

function record(study: Study, parts: StabilityOf, judged: Judging | undefined): readonly Part[] {
  const { source, near } = study;
  const series = source.series.find((candidate) => candidate.kind === "violence");
  const values = series === undefined ? undefined : source.values[series.id];
  const year = values === undefined ? undefined : violentPart(values, 12);
  const all = values === undefined ? undefined : violentPart(values, values.values.length);
  const trouble = recordedTrouble(source, 12);
  const violence =
    series === undefined || year === undefined || all === undefined
      ? "The case has no monthly count of violence long enough to say how many months lay above their trend."
      : `In the last ${plural(year.months, "month")} of “${series.name}” ${percent(year.part)} of the months lay above 1.5 times their trailing year, and ${percent(all.part)} of all ${number(all.months)} that have a year before them.`;
  const later =
    series === undefined || values === undefined || judged?.later[series.id] === undefined
      ? undefined
      : laterViolence(values, judged.later[series.id], source.head.as_of, near.months);
  return [
    {
      kind: "paragraph",
      text: `On the real record, in the twelve months before the as-of date: ${violence} By the dated events of the case, at least ${plural(trouble.crisis, "month")} had a boycott or a motion under way, and at least ${plural(trouble.arms, "month")} a campaign by arms or the taking of land; what the case does not record is not seen, so the quiet part of the record has no lower bound.`,
    },
    ...(later === undefined
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: `On what came after: of ${plural(later.months, "month")} played whose count is now known, ${number(later.above)} lay above 1.5 times their trailing year (${percent(later.above / later.months)}); the futures said ${percent(parts.violence.mean)}.`,
          },
        ]),
  ];
}

function noOthers(headPost: number): string {
  return headPost < 0
    ? "The case has no post of head of government, so no ruler can be replaced."
    : "No other has a chance of 2% or more to follow the head of government, or no futures were played under another, so no ruler was replaced.";
}

function howMany(of: readonly unknown[]): string {
  return of.length === 0 ? "none" : number(of.length);
}

/** What the replacements say of the sentence that there is no stability whoever rules. */
export function whoever(ruled: readonly Ruled[]): string {
  const [first] = ruled;
  if (first === undefined) return "";
  const most = Math.max(first.effect.with, ...ruled.map(({ effect }) => effect.without));
  const least = Math.min(first.effect.with, ...ruled.map(({ effect }) => effect.without));
  const whole = `Whoever rules, the present one or one of ${plural(ruled.length, "plausible other")}, from ${percent(least)} to ${percent(most)} of the months are quiet`;
  const finite = ruled.filter(({ effect }) => Number.isFinite(effect.low));
  if (finite.length === 0)
    return `${whole}; with one draw of inputs no interval of the differences can be given.`;
  const better = finite.filter(({ effect }) => effect.high < 0);
  const worse = finite.filter(({ effect }) => effect.low > 0);
  if (better.length + worse.length === 0) return `${whole}, and no difference can be told from chance.`;
  const size = Math.max(...[...better, ...worse].map(({ effect }) => Math.abs(effect.difference)));
  return `${whole}. Under ${howMany(better)} of the others it is detectably more than now, under ${howMany(worse)} detectably less, by up to ${number(size * 100, 1)} points.`;
}

function replaced(study: Study, parts: StabilityOf): readonly Part[] {
  const { ruled, stage } = study;
  const { world } = stage;
  if (ruled.length === 0) return [{ kind: "paragraph", text: noOthers(world.headPost) }];
  const name = (actor: number): string => short(world.actors[actor].name);
  const head = headOfGovernment(world);
  const present = head < 0 ? "the present head of government" : name(head);
  const finite = (value: number): number | undefined => (Number.isFinite(value) ? value : undefined);
  const rows = [...ruled].sort((a, b) => a.effect.difference - b.effect.difference);
  return [
    {
      kind: "paragraph",
      text: `Each other who has a chance of at least 2% to be chosen is put into the highest office on the first day, and the same futures are played. ${whoever(ruled)}`,
    },
    dots(
      {
        unit: "share",
        series: [{ id: "stability", name: "quiet months under the other", measure: "stability" }],
        intervals: "95% confidence interval of the paired difference",
        ends: [0, 1],
        references: [{ name: present, value: rows[0].effect.with }],
        rows: rows.map(({ candidate, effect }) => ({
          name: name(candidate.actor),
          points: {
            stability: {
              value: effect.without,
              ...(Number.isFinite(effect.low)
                ? { low: clamp(effect.with - effect.high), high: clamp(effect.with - effect.low) }
                : {}),
            },
          },
        })),
      },
      {
        id: "stability-rulers",
        title: "Stability under others",
        method: `Paired futures on up to ${plural(Math.min(20, drawsOf(study)), "draw")} of inputs; the intervals are those of the difference from ${present}, set about the other's value.`,
        sources: PLAYED_SOURCES,
      },
    ),
    table(
      "Stability under each plausible other",
      [
        { key: "name", name: "Who rules", wide: true },
        { key: "chance", name: "Chance to be chosen now", unit: "probability", measure: "formation-chance" },
        { key: "stability", name: "Quiet months", unit: "share", digits: 1, measure: "stability" },
        { key: "difference", name: "Difference", unit: "points", measure: "paired-difference" },
        { key: "interval", name: "95% interval", unit: "points", measure: "paired-difference" },
        { key: "low", name: "Low", unit: "share", digits: 1 },
        { key: "high", name: "High", unit: "share", digits: 1 },
        { key: "pairs", name: "Pairs" },
        { key: "verdict", name: "Verdict" },
      ].filter((column) => column.key !== "low" && column.key !== "high"),
      [
        { name: `${present} (as it is)`, stability: rows[0].effect.with },
        ...rows.map(({ candidate, effect }) => ({
          name: name(candidate.actor),
          chance: candidate.chance,
          stability: effect.without,
          difference: signed(-effect.difference * 100, 1),
          interval:
            finite(effect.low) === undefined
              ? undefined
              : range(signed(-effect.high * 100, 1), signed(-effect.low * 100, 1)),
          pairs: effect.runs,
          verdict: !Number.isFinite(effect.low)
            ? undefined
            : effect.high < 0
              ? "more stable"
              : effect.low > 0
                ? "less stable"
                : "no detectable difference",
        })),
      ],
      {
        note: `Difference: the other less ${present}, over the same futures. In all ${plural(study.near.to - study.near.from, "future")} the part of quiet months is ${percent(parts.whole.mean, 1)}; the pairs are a part of those.`,
      },
    ),
  ];
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
