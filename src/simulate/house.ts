import { type Arena, type Case, heldInAll } from "../case/index.ts";
import { resourceIndex } from "./resource-index.ts";

/** The house whose votes count: its place among the arenas, or −1; what its seats are; how many; how many decide. */
interface House {
  readonly assembly: number;
  readonly resourceOf: ReadonlyMap<string, number>;
  readonly seats: number;
  readonly quota: number;
}

/**
 * The first assembly. One that does not say how many seats it has, has those that are held; one without a quota
 * decides by more than half of them.
 */
export function houseOf(source: Case, arenas: readonly Arena[]): House {
  const assembly = arenas.findIndex((arena) => arena.kind === "assembly");
  const resourceOf = resourceIndex(source.resources, arenas[assembly]?.resource);
  if (assembly < 0) return { assembly, resourceOf, seats: 0, quota: 0 };
  const seatsOf = source.resources[resourceOf.get("seats") ?? -1]?.id;
  const seats = arenas[assembly].seats ?? heldInAll(source.holdings, seatsOf);
  return { assembly, resourceOf, seats, quota: arenas[assembly].quota ?? Math.floor(seats / 2) + 1 };
}
