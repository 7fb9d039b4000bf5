import type { Case } from "../../case/index.ts";
import type { Game } from "../../measure/index.ts";
import { firstScene, type Stage } from "../../simulate/index.ts";
import { short } from "./names.ts";

/** Who votes as one in the assembly: a list, a party on its own, or an alliance. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
  /** The alliance it stands in, by name. */
  readonly alliance?: string;
  /** Actors that hold its seats, as places in the world. */
  readonly parties: readonly number[];
  /** The list from which it broke away, by id. */
  readonly from?: string;
}

/** The assembly that gives and withdraws confidence, in three line-ups. */
export interface Assembly {
  readonly arena: Case["arenas"][number];
  readonly seats: number;
  readonly quota: number;
  /** The lists as elected; empty where the case does not tell. */
  readonly elected: readonly Unit[];
  /** Lists and lone parties as they stand on the as-of date. */
  readonly now: readonly Unit[];
  /** The same with every alliance voting as one. */
  readonly allied: readonly Unit[];
}

/** The assembly of a case on its first day; nothing where it has none, or nobody holds a seat in it. */
export function assemblyOf({
  stage: { world },
}: {
  readonly stage: Pick<Stage, "world">;
}): Assembly | undefined {
  const resource = world.resourceOf.get("seats");
  if (world.assembly < 0 || resource === undefined) return undefined;
  const { state } = firstScene(world);
  const n = world.actors.length;
  const nameOfAlliance = (list: number): string | undefined => {
    const alliance = list < 0 ? -1 : world.allianceOf[list];
    return alliance < 0 ? undefined : short(world.blocs[alliance].name);
  };

  const now = new Map<string, { unit: Unit; list: number }>();
  for (let a = 0; a < n; a++) {
    const seats = Math.round(state.holding[resource * n + a]);
    if (seats <= 0) continue;
    const list = state.list[a];
    const id = list < 0 ? world.actors[a].id : world.blocs[list].id;
    const known = now.get(id)?.unit;
    const alliance = nameOfAlliance(list);
    const parent = world.actors[a].splitFrom;
    const origin = parent === undefined ? -1 : state.list[world.actorIndex.get(parent) ?? a];
    const from = origin < 0 || origin === list ? undefined : world.blocs[origin].id;
    now.set(id, {
      list,
      unit: {
        id,
        name: list < 0 ? short(world.actors[a].name) : short(world.blocs[list].name),
        seats: seats + (known?.seats ?? 0),
        ...(alliance === undefined ? {} : { alliance }),
        parties: [...(known?.parties ?? []), a],
        ...(from === undefined ? {} : { from }),
      },
    });
  }
  if (now.size === 0) return undefined;

  const units = [...now.values()].map(({ unit }) => unit);
  const elected = world.blocs.flatMap((bloc, b): Unit[] => {
    if (bloc.elected === undefined || bloc.elected <= 0) return [];
    const alliance = nameOfAlliance(b);
    return [
      {
        id: bloc.id,
        name: short(bloc.name),
        seats: bloc.elected,
        ...(alliance === undefined ? {} : { alliance }),
        parties: now.get(bloc.id)?.unit.parties ?? [],
      },
    ];
  });
  const held = units.reduce((sum, unit) => sum + unit.seats, 0);
  const arena = world.arenas[world.assembly];
  return {
    arena,
    seats: world.seats > 0 ? world.seats : held,
    quota: arena.quota ?? Math.floor((world.seats > 0 ? world.seats : held) / 2) + 1,
    elected: bySize(elected),
    now: bySize(units),
    allied: bySize(allied(units)),
  };
}

/** Line-ups in which whoever stands in an alliance votes with it. */
function allied(units: readonly Unit[]): readonly Unit[] {
  const made = new Map<string, Unit>();
  for (const unit of units) {
    const key = unit.alliance === undefined ? `unit ${unit.id}` : `alliance ${unit.alliance}`;
    const known = made.get(key);
    made.set(key, {
      id: unit.alliance ?? unit.id,
      name: unit.alliance ?? unit.name,
      seats: unit.seats + (known?.seats ?? 0),
      ...(unit.alliance === undefined ? {} : { alliance: unit.alliance }),
      parties: [...(known?.parties ?? []), ...unit.parties],
    });
  }
  return [...made.values()];
}

function bySize(units: readonly Unit[]): readonly Unit[] {
  return [...units].sort((a, b) => b.seats - a.seats || (a.name < b.name ? -1 : 1));
}

/** The voting game of a line-up; nothing if its votes together do not reach the quota. */
export function gameOf(units: readonly Unit[], quota: number): Game | undefined {
  const weights = units.map((unit) => unit.seats);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total >= quota && quota >= 1 ? { quota, weights } : undefined;
}
