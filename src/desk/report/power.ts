import { mode } from "../../base/index.ts";
import {
  dateInWords,
  dots,
  type NumberFact,
  type Part,
  type Picture,
  percent,
  type Section,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import { type LineUp, lineUpsOf, OWEN_SOURCES, POWER_SOURCES, powerTable } from "./line-ups.ts";
import { headOfGovernment, short } from "./names.ts";
import { equalsInWords, equalsOf, storyOf } from "./power-story.ts";
import { type PowerToday, powerToday } from "./power-today.ts";
import { seatsPicture } from "./seat-picture.ts";
import { type Assembly, assemblyOf } from "./seats.ts";

/** Who decides: the assembly's seats against its power, and power in all arenas. */
export function power(study: Study): Section {
  const { source } = study;
  const assembly = assemblyOf(study);
  const lineUps = assembly === undefined ? [] : lineUpsOf(assembly, dateInWords(source.head.as_of));
  const today = powerToday(study);
  const lead = [...storyOf(lineUps).slice(0, 3), ...allArenas(study, today)];
  return {
    id: "power",
    title: "Who has power",
    lead:
      lead.length > 0
        ? lead.join(" ")
        : "The case tells of no seats, posts or other holdings: power cannot be measured.",
    parts: [
      ...(assembly === undefined ? [noAssembly] : assemblyParts(study, assembly, lineUps)),
      ...arenaParts(study, today),
    ],
  };
}

const noAssembly: Part = {
  kind: "paragraph",
  text: "The case has no assembly with seats, so there is no voting power to measure.",
};

function allArenas(study: Study, today: PowerToday): readonly string[] {
  const { actors } = study.stage.world;
  const [first, second] = today.ranked;
  if (first === undefined) return [];
  const share = (a: number): string => percent(today.overall[a].value);
  const next = second === undefined ? "" : `; next comes ${short(actors[second].name)} with ${share(second)}`;
  return [`Over all arenas ${short(actors[first].name)} holds ${share(first)} of power${next}.`];
}

function assemblyParts(study: Study, assembly: Assembly, lineUps: readonly LineUp[]): readonly Part[] {
  const { source } = study;
  const data = [
    assembly.arena,
    ...source.blocs.filter((bloc) => bloc.elected !== undefined),
    ...source.holdings.filter((holding) => holding.resource === assembly.arena.resource),
  ];
  const sources = citationsOf(source, data);
  if (lineUps.length === 0) {
    const held = assembly.now.reduce((sum, unit) => sum + unit.seats, 0);
    return [
      {
        kind: "paragraph",
        text: `The case names holders for ${held} seats, and ${assembly.quota} votes are needed: nobody could decide, so voting power is not defined.`,
      },
    ];
  }
  const story = storyOf(lineUps);
  return [
    seatsPicture(study, assembly, sources),
    ...(story.length > 0 ? [{ kind: "items" as const, items: story }] : []),
    indicesPicture(lineUps, sources),
    ...facts(study, lineUps, sources),
    ...lineUps.map(powerTable),
  ];
}

function indicesPicture(lineUps: readonly LineUp[], sources: Picture["sources"]): Picture {
  const union = lineUps.find((lineUp) => lineUp.union !== undefined)?.union;
  return dots(
    {
      unit: "share",
      series: [
        { id: "seats", name: "share of seats", measure: "seat-share" },
        { id: "shapley", name: "Shapley–Shubik index", measure: "shapley-shubik" },
        { id: "banzhaf", name: "Banzhaf index", measure: "banzhaf" },
        ...(union === undefined
          ? []
          : [{ id: "owen", name: `Owen value, with ${union.alliance} as one`, measure: "owen" }]),
      ],
      rows: lineUps.flatMap(({ title, units, game, shapley, banzhaf, union: own }) => {
        const total = game.weights.reduce((sum, weight) => sum + weight, 0);
        return units.map((unit, i) => ({
          name: unit.name,
          group: title,
          points: {
            seats: { value: unit.seats / total },
            shapley: { value: shapley[i] },
            banzhaf: { value: banzhaf[i] },
            ...(own === undefined ? {} : { owen: { value: own.owen[i] } }),
          },
        }));
      }),
    },
    {
      id: "power-indices",
      title: "Seats and power",
      method: `Shapley–Shubik: in what part of all orders a list turns a losing coalition into a winning one. Banzhaf: its part of all swings.${union === undefined ? "" : " Owen: as Shapley–Shubik, over the orders that keep the largest alliance together."} Every coalition counts as possible, whoever is whose enemy.`,
      sources: [...POWER_SOURCES, ...(union === undefined ? [] : OWEN_SOURCES), ...sources],
    },
  );
}

function facts(study: Study, lineUps: readonly LineUp[], sources: Picture["sources"]): readonly NumberFact[] {
  const { world } = study.stage;
  const head = headOfGovernment(world);
  const made: NumberFact[] = [];
  const assumptions = [
    "A list votes as one, and every coalition is as possible as any other.",
    "Nobody stays away, and nobody's seats change hands.",
  ];
  const last = lineUps.find((lineUp) => lineUp.id === "now") ?? lineUps[lineUps.length - 1];
  const own = last.units.findIndex((unit) =>
    unit.parties.some((party) => head >= 0 && world.decider[party] === world.decider[head]),
  );
  if (own >= 0) {
    const total = last.game.weights.reduce((sum, weight) => sum + weight, 0);
    made.push({
      kind: "number",
      id: "power-of-head",
      measure: "shapley-shubik",
      label: `Voting power of ${last.units[own].name}, the list of the head of government`,
      value: last.shapley[own],
      unit: "share",
      digits: 1,
      method: last.error === 0 ? "exact" : "bound",
      assumptions,
      baselines: [{ name: "its share of seats", value: last.units[own].seats / total }],
      sources: [...POWER_SOURCES.slice(0, 1), ...sources],
    });
  }
  const equal = equalsOf(lineUps[0]);
  if (equal !== undefined) {
    const { units, shapley, error } = lineUps[0];
    made.push({
      kind: "number",
      id: "power-of-equals",
      measure: "shapley-shubik",
      label: `Voting power of ${units[equal.larger].name}, ${lineUps[0].id === "elected" ? "as elected" : "as of the first day"}`,
      value: shapley[equal.larger],
      unit: "share",
      digits: 1,
      method: error === 0 ? "exact" : "bound",
      assumptions,
      baselines: [
        {
          name: `${units[equal.smaller].name}, with ${units[equal.smaller].seats} seats`,
          value: shapley[equal.smaller],
        },
      ],
      sources: [...POWER_SOURCES.slice(0, 1), ...sources],
      note: equalsInWords(lineUps[0], equal),
    });
  }
  return made;
}

const MOST_NAMED = 15;

function arenaParts(study: Study, today: PowerToday): readonly Part[] {
  const { source } = study;
  const { world } = study.stage;
  if (today.ranked.length === 0) {
    return [{ kind: "paragraph", text: "Nobody holds anything that decides in an arena of the case." }];
  }
  const named = today.ranked.slice(0, MOST_NAMED);
  const sources = citationsOf(source, [...source.arenas, ...source.posts, ...source.holdings]);
  const method = `Share in each arena, weighted by the weights of the arenas. An assembly's share is the Shapley–Shubik index of the list, divided by seats; a cabinet's the value of posts held; any other's the part of its deciding resource. Whoever boycotts an arena loses part of its share there. Intervals: 90% of ${today.draws} draws of the uncertain inputs.`;
  const sized = source.groups.map((group, g) => ({ group, g }));
  return [
    { kind: "subheading", title: "Power in all arenas" },
    dots(
      {
        unit: "share",
        series: [
          { id: "share", name: "share of power, with all that the actor leads", measure: "power-share" },
        ],
        intervals: "90% of draws of the uncertain inputs",
        rows: named.map((a) => ({ name: short(world.actors[a].name), points: { share: today.overall[a] } })),
      },
      { id: "power-overall", title: "Share of power over all arenas", method, sources },
    ),
    ...(sized.length === 0
      ? []
      : [
          table(
            "Groups: size against power",
            [
              { key: "group", name: "Group", wide: true },
              { key: "size", name: "Share of the population", unit: "share", digits: 1 },
              { key: "power", name: "Share of power", unit: "share", digits: 1, measure: "power-share" },
              { key: "low", name: "from", unit: "share", digits: 1 },
              { key: "high", name: "to", unit: "share", digits: 1 },
              { key: "access", name: "Access to power, as coded" },
            ],
            sized.map(({ group, g }) => ({
              group: group.name,
              size: mode(group.size),
              power: today.groups[g].value,
              low: today.groups[g].low,
              high: today.groups[g].high,
              access: group.access?.replace(/-/g, " "),
            })),
            {
              note: `Power of the actors that belong to the group, by weight of membership; what foreign actors hold belongs to no group. From–to: 90% of ${today.draws} draws of the uncertain inputs.`,
            },
          ),
        ]),
  ];
}
