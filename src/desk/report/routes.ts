import { mode, type Quantity } from "../../base/index.ts";
import { type RouteStanding, routes as standings } from "../../measure/index.ts";
import {
  dateInWords,
  type Interval,
  listOf,
  type NumberFact,
  type Part,
  plural,
  type RouteLine,
  routes as routesPicture,
  type Section,
  signed,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf } from "./cite.ts";
import { naming, short } from "./names.ts";

/** The corridors: open or shut, who could shut each, and what that is worth to whom. */
export function routes(study: Study): Section {
  const { source } = study;
  const title = "Routes";
  if (source.routes.length === 0) {
    const lead = "The case tells of no routes through its territories.";
    return { id: "routes", title, lead, parts: [] };
  }
  const found = standings(source);
  return {
    id: "routes",
    title,
    lead: found
      .flatMap((standing) => inWords(study, standing))
      .slice(0, 4)
      .join(" "),
    parts: [picture(study, found), ...laterParts(study), ...gateTables(study), ...worthParts(study)],
  };
}

function inWords(study: Study, standing: RouteStanding): readonly string[] {
  const name = naming(study.source);
  const worth = [...standing.atStake].sort((a, b) => b.value - a.value);
  const gains = worth.filter((one) => one.value > 0).slice(0, 3);
  const loses = worth
    .filter((one) => one.value < 0)
    .slice(-2)
    .reverse();
  const value = [
    ...(gains.length === 0 ? [] : [`worth most to ${listOf(gains.map((one) => short(name(one.actor))))}`]),
    ...(loses.length === 0 ? [] : [`unwelcome to ${listOf(loses.map((one) => short(name(one.actor))))}`]),
  ];
  const shut = listOf(standing.shutAt.map((gate) => `${name(gate.territory)} (${short(name(gate.holder))})`));
  const state =
    standing.status === "open"
      ? `is open on ${dateInWords(study.source.head.as_of)}; any of ${plural(standing.couldShut.length, "holder")} on the way could shut it`
      : `is shut at ${shut}`;
  return [`The route ${standing.name} ${state}.`, ...(value.length === 0 ? [] : [`It is ${listOf(value)}.`])];
}

/** Chance that each route is open at the end of the futures played; nothing if they were not watched. */
function openAtEnd(study: Study): readonly (number | undefined)[] {
  const { open, months, from, to } = study.near;
  const count = study.source.routes.length;
  const runs = to - from;
  return study.source.routes.map((_, r) => {
    if (open.length !== runs * months * count || runs === 0 || months === 0) return undefined;
    let sum = 0;
    for (let run = 0; run < runs; run++) sum += open[(run * months + months - 1) * count + r];
    return sum / runs;
  });
}

/** Who decides for a holder: itself, or the last of its leaders. */
function decides(study: Study, holder: string): string {
  const { actorIndex, actors, decider } = study.stage.world;
  const a = actorIndex.get(holder);
  return a === undefined ? holder : short(actors[decider[a]].name);
}

function picture(study: Study, found: readonly RouteStanding[]): Part {
  const { source } = study;
  const name = naming(source);
  const holder = new Map(source.territories.map((territory) => [territory.id, territory.holder]));
  return routesPicture(
    {
      routes: source.routes.map((route, r): RouteLine => {
        const worth = found[r].atStake.filter((one) => one.value > 0).map((one) => short(name(one.actor)));
        return {
          id: route.id,
          name: route.name,
          stages: route.stages.map((stage) => {
            const held = holder.get(stage.territory);
            return {
              name: short(name(stage.territory)),
              open: stage.passes,
              ...(held === undefined ? {} : { holder: short(name(held)), shutters: [decides(study, held)] }),
            };
          }),
          ...(worth.length === 0 ? {} : { worthTo: worth }),
        };
      }),
    },
    {
      id: "routes-lines",
      title: "Routes, stage by stage",
      method: "A route is open while every holder on the way lets it pass; each of them could shut it.",
      sources: citationsOf(source, [...source.routes, ...source.territories]),
    },
  );
}

/** Wilson's 95% interval of a part of so many runs: never of no width, also where all runs agree. */
function wilson(part: number, runs: number): Interval {
  const z = 1.96;
  const middle = part + (z * z) / (2 * runs);
  const reach = z * Math.sqrt((part * (1 - part)) / runs + (z * z) / (4 * runs * runs));
  const scale = 1 + (z * z) / runs;
  return {
    low: Math.max(0, (middle - reach) / scale),
    high: Math.min(1, (middle + reach) / scale),
    level: 0.95,
    of: "confidence",
  };
}

function laterParts(study: Study): readonly NumberFact[] {
  const chances = openAtEnd(study);
  const runs = study.near.to - study.near.from;
  return study.source.routes.flatMap((route, r): NumberFact[] => {
    const chance = chances[r];
    if (chance === undefined) return [];
    return [
      {
        kind: "number",
        id: `routes-open-${route.id}`,
        measure: "probability",
        label: `${route.name} is open after ${plural(study.near.months, "month")}`,
        value: chance,
        unit: "probability",
        method: "sampled",
        ...(chance > 0 && chance < 1 ? { error: Math.sqrt((chance * (1 - chance)) / runs) } : {}),
        intervals: [wilson(chance, runs)],
        runs,
        seed: study.size.seed,
        assumptions: ["The play's moves open and shut routes; see the futures and the method."],
        baselines: [
          { name: "if nothing changed", value: route.stages.every((stage) => stage.passes) ? 1 : 0 },
        ],
        sources: citationsOf(study.source, [route]),
      },
    ];
  });
}

function gateTables(study: Study): readonly Part[] {
  const { source } = study;
  const name = naming(source);
  const holder = new Map(source.territories.map((territory) => [territory.id, territory.holder]));
  return source.routes.map((route) =>
    table(
      `Who could shut ${route.name}`,
      [
        { key: "territory", name: "Stage" },
        { key: "holder", name: "Held by" },
        { key: "decides", name: "Who decides" },
        { key: "passes", name: "Lets it pass" },
        { key: "issue", name: "Depends on the issue", wide: true },
      ],
      route.stages.map((stage) => {
        const held = holder.get(stage.territory);
        return {
          territory: name(stage.territory),
          holder: held === undefined ? undefined : short(name(held)),
          decides: held === undefined ? undefined : decides(study, held),
          passes: stage.passes,
          issue: stage.issue === undefined ? undefined : name(stage.issue),
        };
      }),
    ),
  );
}

function worthParts(study: Study): readonly Part[] {
  const { source } = study;
  const name = naming(source);
  const ends = (value: Quantity): string =>
    typeof value === "number" ? signed(value, 1) : `${signed(value[0], 1)} to ${signed(value[2], 1)}`;
  const tables = source.routes.flatMap((route): Part[] => {
    const open = route.stages.every((stage) => stage.passes);
    const state = (worth: number): string =>
      worth < 0 ? (open ? "would be rid of it" : "is rid of it") : open ? "stands to lose it" : "lacks it";
    const values = [...(route.value ?? [])].sort((a, b) => mode(b.value) - mode(a.value));
    if (values.length === 0) return [];
    return [
      table(
        `What ${route.name} is worth to whom`,
        [
          { key: "actor", name: "Actor" },
          { key: "worth", name: "Worth if open", digits: 1 },
          { key: "range", name: "Range" },
          { key: "now", name: open ? "While it is open" : "While it is shut" },
        ],
        values.map((worth) => ({
          actor: short(name(worth.actor)),
          worth: mode(worth.value),
          range: ends(worth.value),
          now: state(mode(worth.value)),
        })),
        { note: "From −1, as bad as can be, to +1; as the case judges." },
      ),
    ];
  });
  return tables.length > 0
    ? tables
    : [{ kind: "paragraph", text: "The case does not say what the routes are worth to whom." }];
}
