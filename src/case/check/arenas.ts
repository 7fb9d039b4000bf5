import { mode } from "../../base/index.ts";
import { type Draft, type Sound, sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { holdingsNow } from "../held.ts";

/** Power is counted in every arena that has a weight, and votes are cast where there are seats. */
export function checkCounted(draft: Draft, report: Report): void {
  const arenas = sound(draft, "arenas");
  const voting = arenas.find(({ value }) => value.kind === "assembly");
  const seats = sound(draft, "resources").filter(({ value }) => value.kind === "seats");
  for (const arena of arenas) {
    if (weightless(arena)) continue;
    if (arena === voting) {
      if (seats.length > 0) continue;
      const message = `${labelAtStart("arenas", arena.raw)} is an assembly, but no resource is of kind seats: nobody has a vote in it, and its weight is lost, so that shares of power add up to less than 1. Give the resource that votes there \`kind: seats\`.`;
      report("case/no-resource", arena.place(["kind"]), message, { expected: "kind: seats" });
    } else if (arena.value.kind !== "cabinet" && arena.value.resource === undefined) {
      const message = `${labelAtStart("arenas", arena.raw)} has no "resource": nobody holds anything in it, and its weight is lost, so that shares of power add up to less than 1. Name the resource that decides there, or give it the weight 0.`;
      report("case/no-resource", arena.place(["kind"]), message, { expected: "resource" });
    }
  }
  if (voting === undefined && draft.items.arenas.length === arenas.length)
    checkHouseless(draft, seats, report);
}

function weightless({ value: { weight } }: Sound<"arenas">): boolean {
  return (typeof weight === "number" ? weight : weight[2]) === 0;
}

/** Seats that somebody holds, without a house in which they vote. */
function checkHouseless(draft: Draft, seats: readonly Sound<"resources">[], report: Report): void {
  const held = new Set(
    holdingsNow(sound(draft, "holdings").map(({ value }) => value)).flatMap(({ resource, amount }) =>
      mode(amount) > 0 ? [resource] : [],
    ),
  );
  const first = seats.find(({ value }) => held.has(value.id));
  if (first === undefined) return;
  const message = `${labelAtStart("resources", first.raw)} is held as seats, but no arena is of kind assembly: no votes are cast in play, so that no motion and no bill can pass. Add the assembly in which they vote.`;
  report("case/no-assembly", first.place(["kind"]), message, { expected: "an arena of kind assembly" });
}
