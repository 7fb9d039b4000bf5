import { log } from "../../base/index.ts";
import { coupling, number, type Part, percent, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import { type Deed, MILD } from "./events-of.ts";
import { type FrontCoupling, frontCouplings, LEAST, WINDOW } from "./front-coupling.ts";
import { short } from "./names.ts";

/** Whether hostility on one front has been followed by hostility on another, as far as the record can tell. */
export interface CouplingFound {
  readonly parts: readonly Part[];
  readonly sentence?: string;
}

export function couplingParts(
  study: Study,
  deeds: readonly Deed[],
  actors: readonly number[],
): CouplingFound {
  const { source } = study;
  if (source.fronts.length < 2) return { parts: [] };
  const rows = actors.flatMap((actor) => frontCouplings(deeds, actor, source.fronts.length));
  const told = rows.filter((row) => row.begun > 0 && row.answers > 0);
  if (told.length === 0) {
    const sentence =
      "The record holds no hostile deeds of one actor on two fronts: whether the fronts are coupled, it cannot tell.";
    return { parts: [{ kind: "paragraph", text: sentence }], sentence };
  }
  const enough = told.filter((row) => row.enough);
  return {
    parts: [caution(enough.length), ...pictures(study, enough), couplingTable(study, told)],
    sentence: inWords(study, enough),
  };
}

function inWords(study: Study, enough: readonly FrontCoupling[]): string {
  if (enough.length === 0) {
    return `The record holds too few hostile deeds on two fronts (fewer than ${LEAST} on a side) to tell whether one front moves the other.`;
  }
  const clearest = enough.reduce((best, row) => (row.chance < best.chance ? row : best));
  const name = short(study.stage.world.actors[clearest.actor].name);
  const from = study.source.fronts[clearest.from].name;
  const to = study.source.fronts[clearest.to].name;
  const told = `${number(clearest.followed)} of ${number(clearest.begun)} hostile deeds ${
    clearest.first === "met" ? `met by ${name}` : `of ${name}`
  } on the front “${from}” were followed within ${WINDOW} days by one of its own on “${to}”; by the baseline it would be ${number(clearest.expected, 1)}`;
  return clearest.chance <= 0.05
    ? `${told}: more than the order of deeds alone explains.`
    : `${told}: no more than the order of deeds alone explains.`;
}

function caution(enough: number): Part {
  return {
    kind: "callout",
    tone: "caution",
    title: "What this can and cannot tell",
    text: `A deed counts as hostile from an intensity of −${MILD} on the Goldstein scale. It follows another if it comes within ${WINDOW} days after it. The baseline keeps the day of every deed and moves the fronts along the sequence, all rotations once; shifting the dates instead would find coupling in anything, as a record thickens toward its end. ${
      enough === 0
        ? `No pair of fronts has ${LEAST} deeds on each side: read the rows as an index to the record, not as a finding.`
        : "What follows is not therefore caused: the experiments of the claims take the alleged cause away."
    }`,
  };
}

/** The log of one count against another, each with half a deed added, so that none is the log of 0. */
function ratio(followed: number, baseline: number): number {
  return log((followed + 0.5) / (baseline + 0.5));
}

function pictures(study: Study, enough: readonly FrontCoupling[]): readonly Part[] {
  const { source } = study;
  const { actors } = study.stage.world;
  const kinds = [...new Set(enough.map((row) => `${row.actor} ${row.first}`))];
  return kinds.map((kind, k) => {
    const rows = enough.filter((row) => `${row.actor} ${row.first}` === kind);
    const [{ actor, first }] = rows;
    const name = short(actors[actor].name);
    return coupling(
      {
        fronts: source.fronts.map((front) => front.name),
        measure: "log ratio of deeds followed to those expected",
        level: 0.9,
        couplings: rows.map((row) => ({
          from: source.fronts[row.from].name,
          to: source.fronts[row.to].name,
          value: ratio(row.followed, row.expected),
          low: ratio(row.followed, row.high),
          high: ratio(row.followed, row.low),
          events: row.begun,
        })),
      },
      {
        id: `fronts-coupling-${k + 1}`,
        title: `Hostility ${first === "met" ? `met by ${name}` : `of ${name}`}, and its own on another front within ${WINDOW} days`,
        method: `Of the hostile deeds on one front, how many were followed within ${WINDOW} days by a hostile deed of ${name} on another, against the mean over all rotations of the fronts of its deeds. The interval is against the 95th and the 5th percentile of the rotations: where it holds 0, the order of deeds explains it.`,
        sources: citationsOf(source, source.events),
      },
    );
  });
}

function couplingTable(study: Study, rows: readonly FrontCoupling[]): Part {
  const { source } = study;
  const { actors } = study.stage.world;
  return table(
    "Hostility on one front followed by hostility on another",
    [
      { key: "actor", name: "Actor" },
      { key: "first", name: "Hostility", wide: true },
      { key: "next", name: "followed by its own on" },
      { key: "begun", name: "Deeds" },
      { key: "followed", name: "followed" },
      { key: "expected", name: "by rotation", digits: 1 },
      { key: "range", name: "90% of rotations" },
      { key: "chance", name: "Rotations with as many", unit: "share" },
      { key: "enough", name: "Enough to tell" },
    ],
    rows.map((row) => ({
      actor: short(actors[row.actor].name),
      first: `${row.first === "met" ? "met on" : "of its own on"} “${source.fronts[row.from].name}”`,
      next: `“${source.fronts[row.to].name}”`,
      begun: row.begun,
      followed: row.followed,
      expected: row.expected,
      range: `${number(row.low)} to ${number(row.high)}`,
      chance: row.chance,
      enough: row.enough,
    })),
    {
      note: `Enough: ${LEAST} hostile deeds on each side. With so few, chances below ${percent(0.05)} come by luck in one row of twenty.`,
    },
  );
}
