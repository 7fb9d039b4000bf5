import { mode, TawazunError } from "../base/index.ts";
import type { Case, Route } from "../case/index.ts";

/** What a route is worth to an actor, from −1 to 1. */
export interface RouteValue {
  readonly actor: string;
  readonly value: number;
}

/** Where a route is held: a territory on it, and who holds that. */
export interface Gate {
  readonly territory: string;
  readonly holder: string;
}

/** How a route stands. */
export interface RouteStanding {
  readonly route: string;
  readonly name: string;
  readonly status: "open" | "shut";
  /** Where it is shut; none if it is open. */
  readonly shutAt: readonly Gate[];
  /** Every holder on the way: each could shut it, or already does. In the order of the stages. */
  readonly couldShut: readonly string[];
  /** Who would open it by giving way alone; absent if it is open or several shut it. */
  readonly couldOpen?: string;
  /** What the actors lose while it is shut, or stand to lose if it is. */
  readonly atStake: readonly RouteValue[];
  /** The sum of what is lost now; 0 if the route is open. */
  readonly lost: number;
}

/**
 * How every route of a case stands: open while each territory on it is held by someone who lets it pass.
 *
 * @returns one standing a route, in the order of the case.
 * @throws {TawazunError} `route/territory` if a stage names a territory that the case does not have.
 * @remarks Uncertain values count by their mode.
 * @example
 * ```ts
 * import { routes } from "tawazun/measure";
 * const [corridor] = routes({
 *   territories: [
 *     { id: "anbar", name: "Anbar", holder: "iraq" },
 *     { id: "homs", name: "Homs", holder: "syria" },
 *   ],
 *   routes: [
 *     {
 *       id: "corridor",
 *       name: "Overland to the sea",
 *       stages: [
 *         { territory: "anbar", passes: true },
 *         { territory: "homs", passes: false },
 *       ],
 *       value: [{ actor: "iran", value: 0.6 }],
 *     },
 *   ],
 * });
 * corridor.status; //=> "shut"
 * corridor.couldOpen; //=> "syria"
 * corridor.lost; //=> 0.6
 * ```
 */
export function routes(world: Pick<Case, "routes" | "territories">): readonly RouteStanding[] {
  const holders = new Map(world.territories.map((territory) => [territory.id, territory.holder]));
  return world.routes.map((route) => standing(route, holders));
}

function standing(route: Route, holders: ReadonlyMap<string, string>): RouteStanding {
  const gates = route.stages.map(({ territory, passes }) => {
    const holder = holders.get(territory);
    if (holder === undefined) {
      throw new TawazunError(
        "route/territory",
        `Route "${route.id}" runs through "${territory}", which is not among the territories.`,
      );
    }
    return { territory, holder, passes };
  });
  const shutAt = gates
    .filter(({ passes }) => !passes)
    .map(({ territory, holder }): Gate => ({ territory, holder }));
  const shutters = new Set(shutAt.map(({ holder }) => holder));
  const atStake = (route.value ?? []).map(({ actor, value }) => ({ actor, value: mode(value) }));
  const open = shutAt.length === 0;
  return {
    route: route.id,
    name: route.name,
    status: open ? "open" : "shut",
    shutAt,
    couldShut: [...new Set(gates.map(({ holder }) => holder))],
    ...(shutters.size === 1 ? { couldOpen: [...shutters][0] } : {}),
    atStake,
    lost: open ? 0 : atStake.reduce((sum, { value }) => sum + value, 0),
  };
}
