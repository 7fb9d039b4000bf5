import { DEED, type Observations } from "./observe.ts";

/** A kind of move by one actor that became more or less frequent. */
export interface MoveShift {
  readonly kind: number;
  readonly actor: number;
  /** Whom the change is mostly about, where one target makes up half of it or more; −1 else. */
  readonly target: number;
  /** The first day of the week from which the difference is told from chance. */
  readonly since: number;
  /** Moves of this kind by this actor in a future, as it is and as changed. */
  readonly before: number;
  readonly after: number;
  /** after − before, with its standard error over pairs. */
  readonly difference: number;
  readonly error: number;
}

/** A difference this many standard errors from 0, at once and at the end, is told from chance. */
export const TOLD = 4;

const WEEK = 7;

/**
 * The moves that one scenario makes more or less frequent than another, the earliest first.
 *
 * @param before the runs as they are, observed with `deeds`, in any pieces.
 * @param after the same runs, or some of them, in the other scenario.
 * @param start the first day played.
 * @returns by the week since which each shift is told from chance; equal weeks by size over error.
 * @remarks *Ours.* For each kind of move and actor, the difference of the counts up to the end of each week
 * is averaged over pairs of runs; a shift begins in the first week from which its size stays above
 * {@link TOLD} standard errors over pairs to the end. With a few thousand kinds and actors, fewer than one
 * such shift in ten analyses is chance alone (a normal tail of 6·10⁻⁵ each, and those that stay so are fewer).
 * Pairs share luck and inputs, so what differs follows from the change.
 */
export function moveShifts(
  before: readonly Observations[],
  after: readonly Observations[],
  start: number,
): readonly MoveShift[] {
  const rows = rowsOf(after);
  const pairs = rows.size;
  const counts = new Map<number, Channel>();
  for (const part of before) count(part, -1, rows, start, counts);
  for (const part of after) count(part, 1, rows, start, counts);
  const shifts: MoveShift[] = [];
  for (const channel of counts.values()) {
    const since = onset(channel, pairs);
    if (since === undefined) continue;
    const { mean, error } = endOf(channel, pairs);
    shifts.push({
      kind: channel.kind,
      actor: channel.actor,
      target: mainTarget(channel, mean * pairs),
      since: start + since * WEEK,
      before: channel.before / pairs,
      after: channel.after / pairs,
      difference: mean,
      error,
    });
  }
  const size = (shift: MoveShift): number => Math.abs(shift.difference) / Math.max(shift.error, 1e-12);
  return shifts.sort(
    (a, b) => a.since - b.since || size(b) - size(a) || a.kind - b.kind || a.actor - b.actor,
  );
}

/** The place of each run among those that are compared. */
function rowsOf(parts: readonly Observations[]): ReadonlyMap<number, number> {
  const rows = new Map<number, number>();
  for (const { from, to } of parts) for (let run = from; run < to; run++) rows.set(run, rows.size);
  return rows;
}

/** What is counted of one kind of move by one actor. */
interface Channel {
  readonly kind: number;
  readonly actor: number;
  before: number;
  after: number;
  /** Row of the run, week and +1 or −1, three by three. */
  readonly marks: number[];
  /** after − before by target. */
  readonly targets: Map<number, number>;
}

function count(
  { deeds }: Observations,
  sign: 1 | -1,
  rows: ReadonlyMap<number, number>,
  start: number,
  into: Map<number, Channel>,
): void {
  if (deeds === undefined) return;
  for (let at = 0; at < deeds.length; at += DEED) {
    const row = rows.get(deeds[at]);
    if (row === undefined) continue;
    const kind = deeds[at + 2];
    const actor = deeds[at + 3];
    const key = kind * 65536 + actor;
    const known = into.get(key);
    const channel: Channel = known ?? { kind, actor, before: 0, after: 0, marks: [], targets: new Map() };
    if (known === undefined) into.set(key, channel);
    if (sign > 0) channel.after += 1;
    else channel.before += 1;
    channel.marks.push(row, Math.floor((deeds[at + 1] - start) / WEEK), sign);
    const target = deeds[at + 4];
    channel.targets.set(target, (channel.targets.get(target) ?? 0) + sign);
  }
}

/** The first week from which the mean difference stays told from chance to the end; nothing if it does not. */
function onset({ marks }: Channel, pairs: number): number | undefined {
  const byWeek = new Map<number, { run: number; sign: number }[]>();
  for (let k = 0; k < marks.length; k += 3) {
    const week = byWeek.get(marks[k + 1]) ?? [];
    week.push({ run: marks[k], sign: marks[k + 2] });
    byWeek.set(marks[k + 1], week);
  }
  const difference = new Int32Array(pairs);
  let sum = 0;
  let squares = 0;
  let since: number | undefined;
  for (const week of [...byWeek.keys()].sort((a, b) => a - b)) {
    for (const { run, sign } of byWeek.get(week) ?? []) {
      squares += 2 * sign * difference[run] + 1;
      difference[run] += sign;
      sum += sign;
    }
    const mean = sum / pairs;
    const variance = Math.max(0, squares / pairs - mean * mean) / Math.max(1, pairs - 1);
    const told = mean !== 0 && mean * mean >= TOLD * TOLD * variance && pairs > 1;
    if (!told) since = undefined;
    else since ??= week;
  }
  return since;
}

function endOf({ marks }: Channel, pairs: number): { readonly mean: number; readonly error: number } {
  const difference = new Int32Array(pairs);
  for (let k = 0; k < marks.length; k += 3) difference[marks[k]] += marks[k + 2];
  let sum = 0;
  let squares = 0;
  for (const value of difference) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / pairs;
  return { mean, error: Math.sqrt(Math.max(0, squares / pairs - mean * mean) / Math.max(1, pairs - 1)) };
}

/** The target that makes up half of a difference or more. */
function mainTarget({ targets }: Channel, difference: number): number {
  for (const [target, part] of targets) {
    if (target >= 0 && part / difference >= 0.5) return target;
  }
  return -1;
}

/** Part of the pairs in which anything is done otherwise, and the middle one's first such day. */
export function firstParting(
  before: readonly Observations[],
  after: readonly Observations[],
): { readonly part: number; readonly day: number | undefined } {
  const one = movesByRun(before);
  const other = movesByRun(after);
  const runs = [...rowsOf(after).keys()];
  const days: number[] = [];
  for (const run of runs) {
    const day = partingDay(one.get(run) ?? [], other.get(run) ?? []);
    if (day !== undefined) days.push(day);
  }
  days.sort((a, b) => a - b);
  return { part: days.length / Math.max(1, runs.length), day: days[Math.floor((days.length - 1) / 2)] };
}

/** The moves of each run, without the number of the run. */
function movesByRun(parts: readonly Observations[]): ReadonlyMap<number, readonly Int32Array[]> {
  const runs = new Map<number, Int32Array[]>();
  for (const { deeds = new Int32Array(0) } of parts) {
    for (let at = 0; at < deeds.length; at += DEED) {
      const run = runs.get(deeds[at]) ?? [];
      run.push(deeds.subarray(at + 1, at + DEED));
      runs.set(deeds[at], run);
    }
  }
  return runs;
}

/** The day of the first move that is not the same in two runs; nothing if there is none. */
function partingDay(one: readonly Int32Array[], other: readonly Int32Array[]): number | undefined {
  for (let e = 0; e < Math.max(one.length, other.length); e++) {
    const x = one[e];
    const y = other[e];
    if (x === undefined || y === undefined) return (x ?? y)[0];
    if (x.some((value, k) => value !== y[k])) return Math.min(x[0], y[0]);
  }
  return undefined;
}
