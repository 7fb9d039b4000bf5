import { exp } from "../../base/index.ts";
import { number, type Part, percent, plural, range, table } from "../../show/index.ts";
import { caseEvents } from "../fit/case-events.ts";
import { type Coefficient, coefficientsOf } from "../fit/coefficients.ts";
import { fitModel } from "../fit/fit-model.ts";
import { playFormula } from "../fit/models.ts";
import type { Study } from "../study.ts";
import { type CaseFit, noChance } from "./behaviour-fit.ts";
import { deedsOf } from "./events-of.ts";
import { type FrontCoupling, frontCouplings, WINDOW } from "./front-coupling.ts";
import { short } from "./names.ts";

const MOST_ROWS = 12;
const LEVEL = 0.95;

/** Front coupling on the whole, as a coefficient; and actor by actor, as counts against rotations. */
export function couplingOfCase(study: Study, found: CaseFit | string): readonly Part[] {
  if (study.source.fronts.length < 2) {
    return [{ kind: "paragraph", text: "The case has one front: there is none that could move another." }];
  }
  return [{ kind: "paragraph", text: onTheWhole(study, found) }, ...forWhom(study)];
}

/** The fitted coefficients of hostility met elsewhere, on any act and on hostile acts alone. */
function onTheWhole(study: Study, found: CaseFit | string): string {
  const any =
    typeof found === "string"
      ? undefined
      : found.models
          .filter((model) => model.fit.kind === "rate")
          .flatMap((model) => coefficientsOf(model, LEVEL))
          .find((each) => each.played === "rate/front-coupling");
  if (any === undefined) {
    return "No event of the record is hostility from an actor of another front, or too few are: whether it moves anybody, the record cannot tell.";
  }
  const hostile = onHostileActs(study);
  return [
    `Who has lately met hostility from actors of another front is the next to act ${inWords(any)}.`,
    hostile === undefined ? "" : `Of hostile acts alone, it is the next to do one ${inWords(hostile)}.`,
    "A factor above 1 means that pressure on one front hastens acts, below 1 that it binds hands; where the interval holds 1, these events leave it open.",
  ]
    .filter((text) => text !== "")
    .join(" ");
}

function inWords({ estimate, low, high, fromData }: Coefficient): string {
  const times = (value: number): string => number(exp(Math.max(-9, Math.min(9, value))), 2);
  const rest =
    fromData === undefined ? "" : `; ${percent(fromData)} of this from events, the rest from the prior`;
  return `with ${times(estimate)} times the odds (${percent(LEVEL)} interval ${range(times(low), times(high))}${rest})`;
}

/** The same rate model, of the hostile acts only. */
function onHostileActs(study: Study): Coefficient | undefined {
  const { data } = caseEvents(study.source, { only: "hostile" });
  if (data.dependent.time.length < 10) return undefined;
  const model = fitModel(
    data,
    { kind: "rate", formula: playFormula(data, "rate") },
    { prior: "weak", robust: false, random: noChance },
  );
  return coefficientsOf(model, LEVEL).find((each) => each.played === "rate/front-coupling");
}

/** For each actor with hostile deeds on two fronts: how often one front was followed by the other. */
function forWhom(study: Study): readonly Part[] {
  const { source } = study;
  const { actors } = study.stage.world;
  const deeds = deedsOf(study);
  const doers = [...new Set(deeds.filter((deed) => deed.tone === "hostile").map((deed) => deed.by))];
  const rows = doers
    .filter((actor) => actor >= 0)
    .flatMap((actor) => frontCouplings(deeds, actor, source.fronts.length))
    .filter((row) => row.begun > 0 && row.answers > 0)
    .sort((a, b) => Number(b.enough) - Number(a.enough) || a.chance - b.chance || b.begun - a.begun);
  if (rows.length === 0) {
    return [
      {
        kind: "paragraph",
        text: "Nobody in the record has hostile deeds on two fronts: for whom one moves the other, it cannot tell.",
      },
    ];
  }
  const enough = rows.filter((row) => row.enough);
  return [
    {
      kind: "paragraph",
      text: [
        enough.length === 0
          ? `For no actor are there enough deeds on both sides to tell. `
          : `Enough deeds on both sides: ${plural(enough.length, "case")}. ${clearest(study, enough)} `,
        { text: "Pictures, and how the baseline is made, stand with the fronts.", to: "#fronts" },
      ],
    },
    table(
      `For whom: hostility on one front, and the actor's own on another within ${WINDOW} days`,
      [
        { key: "actor", name: "Actor", wide: true },
        { key: "first", name: "Hostility", wide: true },
        { key: "next", name: "followed on" },
        { key: "begun", name: "Deeds" },
        { key: "followed", name: "followed" },
        { key: "expected", name: "by rotation", digits: 1 },
        { key: "chance", name: "Rotations with as many", unit: "share", measure: "rotation" },
        { key: "enough", name: "Enough to tell" },
      ],
      rows.slice(0, MOST_ROWS).map((row) => ({
        actor: short(actors[row.actor].name),
        first: `${row.first === "met" ? "met on" : "of its own on"} “${source.fronts[row.from].name}”`,
        next: `“${source.fronts[row.to].name}”`,
        begun: row.begun,
        followed: row.followed,
        expected: row.expected,
        chance: row.chance,
        enough: row.enough,
      })),
      rows.length > MOST_ROWS
        ? { note: `${rows.length - MOST_ROWS} further rows are left out, those with less to go by.` }
        : {},
    ),
  ];
}

function clearest(study: Study, rows: readonly FrontCoupling[]): string {
  const [best] = rows;
  const name = short(study.stage.world.actors[best.actor].name);
  const of = best.first === "met" ? "met by" : "of";
  const told = `Hostility ${of} ${name} on “${study.source.fronts[best.from].name}” was followed by its own on “${study.source.fronts[best.to].name}” ${number(best.followed)} times of ${number(best.begun)}, by rotation ${number(best.expected, 1)}`;
  return best.chance <= 0.05
    ? `${told}: more than the order of deeds alone explains.`
    : `${told}: no more than the order of deeds alone explains, and no other row is clearer.`;
}
