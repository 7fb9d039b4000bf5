import { mode } from "../../base/index.ts";
import type { Draft, Sound } from "../draft.ts";
import { sound } from "../draft.ts";
import { labelAtStart } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { heldInAll } from "../held.ts";

/** Seats, quotas and the weights of arenas must be such that votes can be counted. */
export function checkSeats(draft: Draft, report: Report): void {
  const arenas = sound(draft, "arenas");
  const holdings = sound(draft, "holdings").map(({ value }) => value);
  for (const arena of arenas) {
    const { resource, seats, quota } = arena.value;
    const held = resource === undefined ? undefined : heldInAll(holdings, resource);
    if (seats !== undefined && held !== undefined) checkHeld(arena, seats, held, report);
    const total = seats ?? held;
    if (quota !== undefined && total !== undefined) checkQuota(arena, quota, total, report);
  }
  if (arenas.length > 0 && arenas.every(({ value }) => mode(value.weight) === 0)) {
    const message = "All arenas have the weight 0; at least one must count, or nobody has any power.";
    report("case/arena-weights", arenas[0].place(["weight"]), message, { given: "0" });
  }
  checkSecond(arenas, report);
  checkElected(draft, arenas, report);
}

/** Votes are cast in one assembly. */
function checkSecond(arenas: readonly Sound<"arenas">[], report: Report): void {
  const [first, ...others] = arenas.filter(({ value }) => value.kind === "assembly");
  for (const other of others) {
    const message = `${labelAtStart("arenas", other.raw)} is a second assembly. Votes are cast, governments formed and elections held in "${first.value.id}" alone; here power is counted by seats. Write \`kind: other\` for it, to say that this is meant.`;
    report("case/second-assembly", other.place(["kind"]), message, { given: "assembly", expected: "other" });
  }
}

function checkHeld(arena: Sound<"arenas">, seats: number, held: number, report: Report): void {
  if (Math.abs(held - seats) < 1e-9) return;
  const { resource } = arena.value;
  const given = String(Math.round(held * 100) / 100);
  const message = `${labelAtStart("arenas", arena.raw)} has ${seats} seats, but the holdings of ${resource} add up to ${given}.`;
  const advice = held > seats ? "" : " The rest belongs to nobody: list who holds it.";
  report(held > seats ? "case/seats" : "case/seats-missing", arena.place(["seats"]), message + advice, {
    given,
    expected: String(seats),
  });
}

function checkQuota(arena: Sound<"arenas">, quota: number, total: number, report: Report): void {
  const what = labelAtStart("arenas", arena.raw);
  const place = arena.place(["quota"]);
  const half = Math.floor(total / 2) + 1;
  const expected = `${half} … ${Math.floor(total)}`;
  if (quota > total) {
    const message = `${what} has the quota ${quota} with ${total} votes in all: nothing could ever pass.`;
    report("case/quota", place, message, { given: String(quota), expected });
  } else if (quota <= total / 2) {
    const message = `${what} has the quota ${quota}, not above half of ${total}: two opposed majorities could both win.`;
    report("case/quota-low", place, message, { given: String(quota), expected });
  }
}

/** Seats won by blocs: those of its parts do not exceed a bloc's, and all do not exceed the assembly's. */
function checkElected(draft: Draft, arenas: readonly Sound<"arenas">[], report: Report): void {
  const blocs = sound(draft, "blocs");
  const parts = new Map<string, number>();
  for (const { value } of blocs) {
    if (value.parent === undefined || value.elected === undefined) continue;
    parts.set(value.parent, (parts.get(value.parent) ?? 0) + value.elected);
  }
  for (const bloc of blocs) {
    const { id, elected } = bloc.value;
    const sum = parts.get(id);
    if (elected === undefined || sum === undefined || sum <= elected) continue;
    const message = `${labelAtStart("blocs", bloc.raw)} has won ${elected} seats, but the blocs in it ${sum}.`;
    report("case/elected", bloc.place(["elected"]), message, {
      given: String(elected),
      expected: String(sum),
    });
  }
  const assembly = arenas.find(({ value }) => value.kind === "assembly")?.value;
  if (assembly?.seats === undefined) return;
  const { name, seats } = assembly;
  const lowest = blocs.filter(({ value }) => value.elected !== undefined && !parts.has(value.id));
  const sum = lowest.reduce((total, { value }) => total + (value.elected ?? 0), 0);
  if (lowest.length === 0 || sum === seats) return;
  const message = `The blocs have won ${sum} seats by "elected"; ${name} has ${seats}.`;
  const advice = sum > seats ? "" : " That is right if the others were elected on no list.";
  const place = lowest[lowest.length - 1].place(["elected"]);
  report(sum > seats ? "case/elected" : "case/elected-fewer", place, message + advice, {
    given: String(sum),
    expected: String(seats),
  });
}
