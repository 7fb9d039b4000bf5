import {
  dateInWords,
  listOf,
  type NumberFact,
  number,
  type Part,
  percent,
  plural,
  type Section,
  type Table,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { membersOf } from "./belonging.ts";
import { citationsOf } from "./cite.ts";
import { criticalOf, type Majorities, majoritiesOf, votes } from "./majorities.ts";
import { motionParts } from "./motion-parts.ts";
import { type MotionToday, motionToday } from "./motion-today.ts";
import { headOfGovernment } from "./names.ts";
import { type Assembly, assemblyOf, gameOf, type Unit } from "./seats.ts";

/** Which majorities there are, and whether there is one against the head of government. */
export function coalitions(study: Study): Section {
  const title = "Which majorities are possible";
  const assembly = assemblyOf(study);
  const game = assembly === undefined ? undefined : gameOf(assembly.now, assembly.quota);
  if (assembly === undefined || game === undefined) {
    const lead =
      assembly === undefined
        ? "The case has no assembly in which seats are held, so there are no majorities to count."
        : `The seats whose holders the case names do not reach the ${assembly.quota} votes needed, so no majority can be named.`;
    return { id: "coalitions", title, lead, parts: [] };
  }
  const majorities = majoritiesOf(game, assembly.now);
  const motion = motionToday(study, assembly);
  return {
    id: "coalitions",
    title,
    lead: [...majoritiesInWords(study, assembly, majorities), ...motionInWords(motion)].join(" "),
    parts: [
      ...(majorities === undefined ? [] : majorityParts(study, majorities)),
      { kind: "subheading", title: "A vote of no confidence" },
      ...(motion === undefined ? [noMotion(study)] : motionParts(study, motion)),
    ],
  };
}

function noMotion(study: Study): Part {
  const text =
    headOfGovernment(study.stage.world) < 0
      ? "Nobody heads the government in the case, so there is nobody from whom confidence could be withdrawn."
      : "The seats whose holders the case names do not reach the votes needed.";
  return { kind: "paragraph", text };
}

/** The place of the head of government's list among the units, or −1. */
function ownList(study: Study, units: readonly Unit[]): number {
  const { world } = study.stage;
  const head = headOfGovernment(world);
  if (head < 0) return -1;
  return units.findIndex((unit) =>
    unit.parties.some((party) => world.decider[party] === world.decider[head]),
  );
}

function majoritiesInWords(
  study: Study,
  assembly: Assembly,
  majorities: Majorities | undefined,
): readonly string[] {
  const needed = `${number(assembly.quota)} of ${number(assembly.seats)} votes make a majority.`;
  if (majorities === undefined) return [needed, "There are too many minimal majorities to list."];
  const own = ownList(study, majorities.units);
  const without = own < 0 ? [] : majorities.coalitions.filter((one) => !one.includes(own));
  const { coalitions: all, fewest } = majorities;
  const told = [
    `${needed.slice(0, -1)}; there are ${plural(all.length, "minimal majority", "minimal majorities")} of lists as they stand, the smallest of ${plural(fewest[0].length, "list")}.`,
  ];
  if (own >= 0) {
    told.push(
      without.length === 0
        ? `None can do without ${majorities.units[own].name}, the list of the head of government.`
        : `${number(without.length)} of them do without ${majorities.units[own].name}, the list of the head of government.`,
    );
  }
  return told;
}

function motionInWords(motion: MotionToday | undefined): readonly string[] {
  if (motion === undefined) return [];
  const { together, quota, range } = motion;
  const { slack, votesFor } = together.byLines;
  const spread =
    range.high < 0.01 ? "" : ` (${percent(range.low)} to ${percent(range.high)} over the uncertain inputs)`;
  const present =
    motion.present === undefined ? "" : `; with the boycotters present, ${percent(motion.present)}`;
  const first = `If a motion against ${motion.head} came to a vote now, it would pass with a probability of ${percent(together.passes)}${spread}${present}.`;
  const lines = `If every leader votes as he leans and all follow, it has ${number(votesFor)} votes: ${
    slack >= 0
      ? `${number(slack)} more than the ${number(quota)} needed`
      : `${number(-slack)} short of ${number(quota)}`
  }.`;
  return [first, lines];
}

function named(majorities: Majorities, coalition: readonly number[]): string {
  return listOf(coalition.map((voter) => `${majorities.units[voter].name} ${majorities.units[voter].seats}`));
}

const MOST_SHOWN = 12;

function majorityParts(study: Study, majorities: Majorities): readonly Part[] {
  const { source } = study;
  const { coalitions: all, game, units, tightest } = majorities;
  const sources = citationsOf(source, [
    ...source.arenas.filter((arena) => arena.kind === "assembly"),
    ...source.holdings,
  ]);
  const own = ownList(study, units);
  const without = own < 0 ? [] : all.filter((one) => !one.includes(own));
  const assumptions = ["A list votes as one, and every coalition is possible, whoever is whose enemy."];
  const fact = (id: string, label: string, value: number, note: string): NumberFact => ({
    kind: "number",
    id,
    label,
    measure: "minimal-majorities",
    value,
    unit: "",
    method: "exact",
    assumptions,
    sources: [{ ref: "riker1962" }, ...sources],
    note,
  });
  return [
    fact(
      "coalitions-minimal",
      "Minimal majorities of lists",
      all.length,
      `Each wins and loses with any member less. The tightest: ${named(majorities, tightest)}, ${votes(game, tightest)} votes.`,
    ),
    ...(own < 0
      ? []
      : [
          fact(
            "coalitions-without-head",
            `of them without ${units[own].name}`,
            without.length,
            without.length === 0
              ? "No majority is to be had against this list."
              : `The one with fewest members: ${named(majorities, fewestOf(without))}.`,
          ),
        ]),
    smallestTable(majorities, "The smallest majorities", byMembers(all)),
    ...(without.length === 0
      ? []
      : [smallestTable(majorities, `Majorities without ${units[own].name}`, byMembers(without))]),
    needTable(study, majorities),
    ...governmentParts(study, majorities),
  ];
}

function fewestOf(coalitions: readonly (readonly number[])[]): readonly number[] {
  return coalitions.reduce((best, one) => (one.length < best.length ? one : best));
}

function byMembers(coalitions: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...coalitions].sort((a, b) => a.length - b.length);
}

function smallestTable(
  majorities: Majorities,
  caption: string,
  coalitions: readonly (readonly number[])[],
): Table {
  const shown = coalitions.slice(0, MOST_SHOWN);
  return table(
    caption,
    [
      { key: "members", name: "Lists" },
      { key: "votes", name: "Votes" },
      { key: "spare", name: "To spare", measure: "votes-to-spare" },
      { key: "who", name: "Who", wide: true },
    ],
    shown.map((one) => ({
      members: one.length,
      votes: votes(majorities.game, one),
      spare: votes(majorities.game, one) - majorities.game.quota,
      who: named(majorities, one),
    })),
    coalitions.length > shown.length
      ? { note: `The first ${shown.length} of ${number(coalitions.length)}, fewest lists first.` }
      : {},
  );
}

function needTable(study: Study, majorities: Majorities): Table {
  const own = ownList(study, majorities.units);
  return table(
    "Majorities with and without each list",
    [
      { key: "list", name: "List", wide: true },
      { key: "seats", name: "Seats" },
      { key: "inside", name: "Minimal majorities with it", measure: "minimal-majorities" },
      { key: "outside", name: "without it", measure: "minimal-majorities" },
      { key: "spared", name: "A majority is possible without it" },
    ],
    majorities.units.map((unit, i) => ({
      list: i === own ? `${unit.name} (list of the head of government)` : unit.name,
      seats: unit.seats,
      inside: majorities.member[i],
      outside: majorities.coalitions.length - majorities.member[i],
      spared: majorities.dispensable[i],
    })),
  );
}

/** The government as it is: its votes, and without whom it would have no majority. */
function governmentParts(study: Study, majorities: Majorities): readonly Part[] {
  const { source } = study;
  const { world } = study.stage;
  const members = membersOf(source);
  return source.blocs
    .filter((bloc) => bloc.kind === "government")
    .flatMap((bloc): Part[] => {
      const inside = members(bloc.id);
      const place = majorities.units.flatMap((unit, i) =>
        unit.parties.some((party) => inside.has(world.actors[party].id)) ? [i] : [],
      );
      if (place.length === 0) return [];
      const sum = votes(majorities.game, place);
      const needed = criticalOf(majorities.game, place);
      const who =
        needed === undefined
          ? "It has no majority."
          : needed.length === 0
            ? "It can spare any one of its lists."
            : `Without ${listOf(
                needed.map((voter) => majorities.units[voter].name),
                "or",
              )} it would have none.`;
      return [
        {
          kind: "paragraph",
          text: `${bloc.name} counts ${plural(place.length, "list")} with ${number(sum)} votes on ${dateInWords(source.head.as_of)}, ${
            sum >= majorities.game.quota
              ? `${number(sum - majorities.game.quota)} to spare`
              : `${number(majorities.game.quota - sum)} short of a majority`
          }. ${who}`,
        },
      ];
    });
}
