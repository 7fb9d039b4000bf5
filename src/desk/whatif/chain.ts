import { isoDate, monthIndex, monthStart } from "../../base/index.ts";
import type { Intervention } from "../../case/index.ts";
import { effectOf, type MoveShift, TOLD } from "../../forecast/index.ts";
import { capital, number, signed } from "../../show/index.ts";
import { moveKinds, trouble, type World } from "../../simulate/index.ts";
import { type Compared, type Comparison, pairsOf } from "./compare.ts";
import { changeInWords } from "./in-words.ts";

/** One link of a chain of causes. */
export interface Link {
  /** The first day of the week, or the last of the month, from which it is told from chance; of a change, its day. */
  readonly date: string;
  /** `change`: what was changed; `direct`: a move that the change itself forbids, forces or takes away; the rest follows. */
  readonly kind: "change" | "direct" | "move" | "share" | "trouble" | "violence";
  readonly text: string;
  /** Per future: moves, share of power, part of months or deaths, as it is and as changed. */
  readonly before?: number;
  readonly after?: number;
}

/** The most links of each kind that are told; what is left out is counted. */
const MOST_MOVES = 12;
const MOST_SHARES = 6;
/** A share of power that moves less than this by the last day is not told. */
const LEAST_SHARE = 0.005;

/** A chain of causes, in the order in which its links begin. */
export interface Chain {
  readonly links: readonly Link[];
  /** Shifts of moves that were found and are not told. */
  readonly leftOut: number;
}

/**
 * What follows from the changes of an alternative, in order of time: the moves that become more or less
 * frequent, whose power grows or shrinks, and what becomes of quiet.
 *
 * @remarks Told from chance as in {@link moveShifts}: four standard errors over pairs, to the end. The order
 * of beginnings is that of the model's futures; that an earlier link made a later one is not shown by it.
 */
export function chainOf(comparison: Comparison, compared: Compared): Chain {
  const { world } = comparison.stage;
  const { changes } = compared.alternative;
  const direct = compared.shifts.filter((shift) => isDirect(world, changes, shift));
  const followed = compared.shifts
    .filter((shift) => !direct.includes(shift))
    .sort((a, b) => sizeOf(b) - sizeOf(a))
    .slice(0, MOST_MOVES);
  const links: readonly Link[] = [
    ...changes.map(
      (change): Link => ({
        date: "force" in change ? change.force.on : isoDate(world.start),
        kind: "change",
        text: `${capital(changeInWords(world, change))}.`,
      }),
    ),
    ...direct.slice(0, MOST_MOVES).map((shift) => linkOf(world, shift, "direct")),
    ...followed.map((shift) => linkOf(world, shift, "move")),
    ...shareLinks(comparison, compared),
    ...troubleLinks(comparison, compared),
    ...countLinks(comparison, compared),
  ];
  const order: readonly Link["kind"][] = ["change", "direct", "move", "share", "trouble", "violence"];
  return {
    links: [...links].sort(
      (a, b) =>
        (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || order.indexOf(a.kind) - order.indexOf(b.kind),
    ),
    leftOut: compared.shifts.length - Math.min(direct.length, MOST_MOVES) - followed.length,
  };
}

const sizeOf = (shift: MoveShift): number => Math.abs(shift.difference) / Math.max(shift.error, 1e-9);

/** Whether the change itself forbids, forces or takes away such moves. */
function isDirect(world: World, changes: readonly Intervention[], shift: MoveShift): boolean {
  const decider = (id: string | undefined): number => {
    const a = id === undefined ? undefined : world.actorIndex.get(id);
    return a === undefined ? -1 : world.decider[a];
  };
  const kind = moveKinds[shift.kind].id;
  return changes.some((change) => {
    if ("forbid" in change) {
      const { move, by } = change.forbid;
      const bloc = by !== undefined && world.blocIndex.has(by);
      return (
        move === kind && shift.difference < 0 && (by === undefined || bloc || decider(by) === shift.actor)
      );
    }
    if ("force" in change)
      return change.force.move === kind && shift.difference > 0 && decider(change.force.by) === shift.actor;
    if ("remove" in change) return decider(change.remove.actor) === shift.actor;
    return false;
  });
}

function linkOf(world: World, shift: MoveShift, kind: "direct" | "move"): Link {
  const toward = shift.target < 0 ? "" : `, mostly toward ${world.actors[shift.target].name}`;
  const more = shift.difference > 0 ? "more" : "less";
  return {
    date: isoDate(shift.since),
    kind,
    text: `${world.actors[shift.actor].name}: “${moveKinds[shift.kind].name}” ${more} often${toward}: ${number(shift.before, 2)} → ${number(shift.after, 2)} a future.`,
    before: shift.before,
    after: shift.after,
  };
}

/** The first month from which a monthly difference stays told from chance to the end, with its last value. */
function monthly(
  { base, size }: Comparison,
  { parts }: Compared,
  of: (part: Compared["parts"][number], row: number, month: number) => number,
): { readonly month: number; readonly before: number; readonly after: number } | undefined {
  let since: number | undefined;
  let last = { before: 0, after: 0 };
  for (let month = 0; month < size.months; month++) {
    const pairs = pairsOf(base, parts, (part, row) => of(part, row, month));
    const { with: after, without: before, difference } = effectOf(pairs);
    const squares = pairs.reduce((sum, pair) => {
      const apart = pair.with - pair.without - difference;
      return sum + apart * apart;
    }, 0);
    const error = Math.sqrt(squares / Math.max(1, pairs.length * (pairs.length - 1)));
    if (Math.abs(difference) > 1e-12 && Math.abs(difference) >= TOLD * error) since ??= month;
    else since = undefined;
    last = { before, after };
  }
  return since === undefined ? undefined : { month: since, ...last };
}

function shareLinks(comparison: Comparison, compared: Compared): readonly Link[] {
  const { world } = comparison.stage;
  const movers = world.movers.length;
  return world.movers
    .map((mover, k) => ({ mover, k, effect: compared.shares[k] }))
    .filter(({ effect }) => Math.abs(effect.difference) >= LEAST_SHARE)
    .sort((a, b) => Math.abs(b.effect.difference) - Math.abs(a.effect.difference))
    .slice(0, MOST_SHARES)
    .flatMap(({ mover, k, effect }): Link[] => {
      const found = monthly(
        comparison,
        compared,
        (part, row, month) => part.share[(row * part.months + month) * movers + k],
      );
      if (found === undefined) return [];
      const does = effect.difference > 0 ? "gains" : "loses";
      return [
        {
          date: dateOf(world, found.month),
          kind: "share",
          text: `${world.actors[mover].name} ${does} power: ${signed(100 * effect.difference, 1)} points by the last day.`,
          before: found.before,
          after: found.after,
        },
      ];
    });
}

function troubleLinks(comparison: Comparison, compared: Compared): readonly Link[] {
  const kinds = [
    [trouble.crisis, "crises of government"],
    [trouble.violence, "months of violence above its trend"],
    [trouble.arms, "months of armed confrontation"],
  ] as const;
  return kinds.flatMap(([bit, words]): Link[] => {
    const found = monthly(comparison, compared, (part, row, month) => {
      let sum = 0;
      for (let m = 0; m <= month; m++) if ((part.trouble[row * part.months + m] & bit) !== 0) sum += 1;
      return sum;
    });
    if (found === undefined) return [];
    const more = found.after > found.before ? "More" : "Fewer";
    return [
      {
        date: dateOf(comparison.stage.world, found.month),
        kind: "trouble",
        text: `${more} ${words}: ${number(found.before, 2)} → ${number(found.after, 2)} months a future.`,
        before: found.before,
        after: found.after,
      },
    ];
  });
}

function countLinks(comparison: Comparison, compared: Compared): readonly Link[] {
  const { world } = comparison.stage;
  const series = world.source.series.find((candidate) => candidate.kind === "violence");
  if (series === undefined) return [];
  const found = monthly(comparison, compared, (part, row, month) => {
    let sum = 0;
    for (let m = 0; m <= month; m++) sum += part.count[row * part.months + m];
    return sum;
  });
  if (found === undefined) return [];
  return [
    {
      date: dateOf(world, found.month),
      kind: "violence",
      text: `${series.name}: ${number(found.before, 0)} → ${number(found.after, 0)} ${series.unit} a future.`,
      before: found.before,
      after: found.after,
    },
  ];
}

/** The last day of a month played: what is seen by month is known at its end. */
function dateOf(world: World, month: number): string {
  return isoDate(monthStart(monthIndex(world.start) + month + 1) - 1);
}
