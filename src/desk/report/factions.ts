import { caseNetwork, type Frustration, type SignedNetwork } from "../../measure/index.ts";
import { type NetworkNode, network as networkPicture, type Picture, plural } from "../../show/index.ts";
import { firstScene } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { membershipsNow } from "./belonging.ts";
import { citationsOf } from "./cite.ts";
import { short } from "./names.ts";

/** One side of the partition that frustrates least. */
export interface Faction {
  /** Places in the world, the most powerful first. */
  readonly actors: readonly number[];
  readonly power: number;
}

/** Actors that have a tie which is not neutral. */
function tied(ties: SignedNetwork): ReadonlySet<number> {
  const found = new Set<number>();
  ties.weight.forEach((weight, k) => {
    if (weight === 0) return;
    found.add(ties.from[k]);
    found.add(ties.to[k]);
  });
  return found;
}

/** The two factions; that of the most powerful actor comes first. */
export function factionsOf(study: Study, ties: SignedNetwork, found: Frustration): readonly Faction[] {
  const { weight } = firstScene(study.stage.world);
  const sides = [0, 1].map((side): Faction => {
    const actors = [...tied(ties)].filter((a) => found.partition[a] === side);
    actors.sort((a, b) => weight[b] - weight[a] || a - b);
    return { actors, power: actors.reduce((sum, a) => sum + weight[a], 0) };
  });
  const top = (faction: Faction): number => (faction.actors.length === 0 ? -1 : weight[faction.actors[0]]);
  return top(sides[1]) > top(sides[0]) ? [sides[1], sides[0]] : sides;
}

/** What the factions are called: by their most powerful actors. */
export function factionNames(study: Study, ties: SignedNetwork, found: Frustration): readonly string[] {
  return factionsOf(study, ties, found).map(({ actors }) =>
    actors.length === 0 ? "nobody" : `that of ${short(study.stage.world.actors[actors[0]].name)}`,
  );
}

const KINDS: { readonly [kind: string]: string } = {
  person: "Persons",
  party: "Parties",
  movement: "Movements",
  "armed-group": "Armed groups",
  state: "States",
  organisation: "Organisations",
  institution: "Institutions",
};

/** The alliance or list of an actor, or what kind of actor it is. */
function blocNames(study: Study): readonly string[] {
  const { world } = study.stage;
  const now = membershipsNow(study.source);
  return world.actors.map((actor) => {
    for (const membership of now) {
      if (membership.actor !== actor.id) continue;
      const b = world.blocIndex.get(membership.in);
      if (b === undefined) continue;
      const alliance = world.allianceOf[b];
      const bloc = alliance >= 0 ? alliance : world.topList[b];
      if (bloc >= 0) return short(world.blocs[bloc].name);
    }
    return KINDS[actor.kind] ?? "Others";
  });
}

/** More nodes than this no picture holds: those with most ties are drawn. */
const MOST_DRAWN = 60;

/** The network with its factions: colour for the bloc, shape and side for the faction, size for power. */
export function tiePicture(study: Study, ties: SignedNetwork, found: Frustration): Picture {
  const { world } = study.stage;
  const { weight } = firstScene(world);
  const factions = factionsOf(study, ties, found);
  const side = new Map(factions.flatMap((faction, i) => faction.actors.map((a): [number, number] => [a, i])));
  const degree = world.actors.map(() => 0);
  ties.weight.forEach((sign, k) => {
    if (sign === 0) return;
    degree[ties.from[k]] += 1;
    degree[ties.to[k]] += 1;
  });
  const all = [...side.keys()].sort((a, b) => degree[b] - degree[a] || a - b);
  const drawn = new Set(all.slice(0, MOST_DRAWN));
  const blocs = commonBlocs(blocNames(study), drawn);
  const strengths = caseNetwork(study.source, { at: study.source.head.as_of, valued: true });
  const broken = new Set(found.frustrated);
  return networkPicture(
    {
      nodes: [...drawn]
        .sort((a, b) => a - b)
        .map(
          (a): NetworkNode => ({
            id: world.actors[a].id,
            name: short(world.actors[a].name),
            bloc: blocs[a],
            faction: side.get(a) ?? 0,
            size: weight[a],
          }),
        ),
      ties: Array.from(strengths.weight).flatMap((value, k) => {
        if (value === 0 || !drawn.has(ties.from[k]) || !drawn.has(ties.to[k])) return [];
        const [from, to] = [ties.ids[ties.from[k]], ties.ids[ties.to[k]]];
        const frustrated = broken.has(k);
        return [
          { from, to, value, frustrated },
          { from: to, to: from, value, frustrated },
        ];
      }),
      factions: factionNames(study, ties, found).map((name) => `faction: ${name}`),
    },
    {
      id: "network-ties",
      title: "Friends, enemies, and two factions",
      method: `One tie a pair: the mean of what the case states in both directions, at the most likely values. The factions are those that leave fewest ties that do not fit (${found.method === "exact" ? "proven least" : "the best found"}). Marks grow with the share of power.${
        all.length > drawn.size ? ` The ${drawn.size} with most ties of ${plural(all.length, "actor")}.` : ""
      }`,
      sources: [...found.sources, ...citationsOf(study.source, study.source.relations)],
    },
  );
}

const MOST_BLOCS = 9;

/** The commonest blocs among those drawn by name; the rest are "others". */
function commonBlocs(blocs: readonly string[], drawn: ReadonlySet<number>): readonly string[] {
  const times = new Map<string, number>();
  for (const a of drawn) times.set(blocs[a], (times.get(blocs[a]) ?? 0) + 1);
  const kept = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_BLOCS);
  const names = new Set(kept.map(([name]) => name));
  return blocs.map((name) => (names.has(name) ? name : "Others"));
}
