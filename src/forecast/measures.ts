import { didYouMean, TawazunError } from "../base/index.ts";
import type { Measure } from "../case/index.ts";
import { type Chronicle, moveKinds, type World } from "../simulate/index.ts";
import { countIn, firstDay, lastDay, monthBy, monthOf, type Record, stability } from "./record.ts";

/** A measure made ready: a number read off a history. */
export type Gauge = (record: Record) => number;

/** Actors that a name stands for: itself with what it leads, a bloc's members, or a group by weight. */
function sharesOfName(
  world: World,
  id: string,
): (shares: Float64Array, at: number, then: Pick<Chronicle, "list" | "government">, month: number) => number {
  const n = world.actors.length;
  const a = world.actorIndex.get(id);
  if (a !== undefined) {
    // As the run left it: who leads whom follows the posts.
    return (shares, at) => world.led[a].reduce((sum, member) => sum + shares[at + member], 0);
  }
  const g = world.groupIds.indexOf(id);
  if (g >= 0) {
    const groups = world.groupIds.length;
    return (shares, at) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += shares[at + k] * world.belongs[k * groups + g];
      return sum;
    };
  }
  const b = world.blocIndex.get(id);
  if (b === undefined) {
    throw unknownName("actor, bloc or group", id, [
      ...world.actorIndex.keys(),
      ...world.blocIndex.keys(),
      ...world.groupIds,
    ]);
  }
  if (world.blocs[b].kind === "list") {
    return (shares, at, { list }, month) => {
      let sum = 0;
      for (let k = 0; k < n; k++) if (list[month * n + k] === b) sum += shares[at + k];
      return sum;
    };
  }
  // A government is whoever shares it then, not who shared it on the first day.
  if (world.blocs[b].kind === "government") {
    return (shares, at, { government }, month) => {
      let sum = 0;
      for (let k = 0; k < n; k++) if (government[month * n + k] === 1) sum += shares[at + k];
      return sum;
    };
  }
  const members = membersOf(world, id);
  return (shares, at) => members.reduce((sum, member) => sum + shares[at + member], 0);
}

/** Actors in a bloc or below it, on the first day. */
export function membersOf(world: World, id: string): readonly number[] {
  const inside = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const bloc of world.blocs) {
      if (bloc.parent !== undefined && inside.has(bloc.parent) && !inside.has(bloc.id)) {
        inside.add(bloc.id);
        grown = true;
      }
    }
  }
  const found = new Set<number>();
  for (const membership of world.source.memberships) {
    const a = world.actorIndex.get(membership.actor);
    if (a === undefined || !inside.has(membership.in)) continue;
    const over = membership.to !== undefined && lastDay(membership.to) < world.start;
    if (!over) found.add(a);
  }
  return [...found].sort((x, y) => x - y);
}

export function unknownName(what: string, given: string, known: Iterable<string>): TawazunError {
  return new TawazunError("rule/unknown", `There is no ${what} "${given}".${didYouMean(given, known)}`);
}

export function find(index: ReadonlyMap<string, number>, what: string, id: string): number {
  const found = index.get(id);
  if (found === undefined) throw unknownName(what, id, index.keys());
  return found;
}

export function kindOf(id: string): number {
  const k = moveKinds.findIndex((kind) => kind.id === id);
  if (k < 0)
    throw unknownName(
      "kind of move",
      id,
      moveKinds.map((kind) => kind.id),
    );
  return k;
}

/** Whether an actor index answers to a name: the actor, whoever decides for it, or a member of the bloc. */
export function answersTo(world: World, id: string): (actor: number) => boolean {
  const a = world.actorIndex.get(id);
  if (a !== undefined)
    return (actor) => actor >= 0 && (actor === a || world.decider[actor] === world.decider[a]);
  find(world.blocIndex, "actor or bloc", id);
  const members = new Set(membersOf(world, id).flatMap((member) => [member, world.decider[member]]));
  return (actor) => members.has(actor);
}

/**
 * Makes a measure ready for a world.
 *
 * @throws {TawazunError} `rule/unknown` for a name that the case or the engine does not have,
 * `rule/series` where a series has no value in the span.
 */
export function gaugeOf(world: World, measure: Measure): Gauge {
  if (typeof measure === "number") return () => measure;
  if ("sum" in measure)
    return overMonths(world, measure.sum, (values) => values.reduce((sum, value) => sum + value, 0));
  if ("max" in measure) return overMonths(world, measure.max, (values) => Math.max(...values));
  if ("worst_day" in measure) {
    const { from, to } = measure.worst_day;
    const first = Math.max(0, monthOf(world, from));
    const last = monthOf(world, to);
    return ({ chronicle }) => {
      let most = 0;
      for (let m = first; m <= last && m < chronicle.worstDay.length; m++)
        most = Math.max(most, chronicle.worstDay[m]);
      return most;
    };
  }
  if ("times" in measure) {
    const [factor, inner] = measure.times;
    const gauge = gaugeOf(world, inner);
    return (record) => factor * gauge(record);
  }
  if ("share" in measure) return shareGauge(world, measure.share);
  if ("seats" in measure) {
    const of = sharesOfName(world, measure.seats.of);
    const month = monthBy(world, measure.seats.on);
    return ({ chronicle }) => of(chronicle.seats, month * world.actors.length, chronicle, month);
  }
  if ("rank" in measure) return rankGauge(world, measure.rank);
  if ("pledges" in measure) {
    const by = lastDay(measure.pledges.by);
    find(world.actorIndex, "actor", measure.pledges.against);
    return ({ chronicle }) => {
      let most = 0;
      chronicle.signatures.time.forEach((time, e) => {
        if (time < by + 1) most = Math.max(most, chronicle.signatures.total[e]);
      });
      return most;
    };
  }
  if ("left" in measure) {
    const b = find(world.blocIndex, "bloc", measure.left.bloc);
    const elected = world.blocs[b].elected ?? 0;
    const of = sharesOfName(world, measure.left.bloc);
    const month = monthBy(world, measure.left.by);
    return ({ chronicle }) =>
      Math.max(0, elected - of(chronicle.seats, month * world.actors.length, chronicle, month));
  }
  if ("status_quo" in measure) {
    const q = find(world.issueIndex, "issue", measure.status_quo.issue);
    const month = monthBy(world, measure.status_quo.on);
    return ({ chronicle }) => chronicle.statusQuo[month * world.issues.length + q];
  }
  if ("count" in measure) return countGauge(world, measure.count);
  const months = monthBy(world, measure.stability.to) + 1;
  return ({ chronicle }) => stability(chronicle, Math.min(months, chronicle.trouble.length)).whole;
}

function overMonths(
  world: World,
  span: { readonly series: string; readonly from: string; readonly to: string },
  fold: (values: readonly number[]) => number,
): Gauge {
  if (!world.source.series.some((series) => series.id === span.series)) {
    throw unknownName(
      "series",
      span.series,
      world.source.series.map((series) => series.id),
    );
  }
  const first = monthOf(world, span.from);
  const last = monthOf(world, span.to);
  return (record) => {
    const values: number[] = [];
    for (let m = first; m <= last; m++) {
      const value = countIn(record, span.series, m);
      if (value === undefined) {
        throw new TawazunError(
          "rule/series",
          `The series "${span.series}" has no value in part of ${span.from} to ${span.to}.`,
        );
      }
      values.push(value);
    }
    return fold(values);
  };
}

function shareGauge(
  world: World,
  share: { readonly of: string; readonly arena?: string | undefined; readonly on: string },
): Gauge {
  const n = world.actors.length;
  const of = sharesOfName(world, share.of);
  const month = monthBy(world, share.on);
  if (share.arena === undefined) return ({ chronicle }) => of(chronicle.share, month * n, chronicle, month);
  const k = find(world.arenaIndex, "arena", share.arena);
  return ({ chronicle }) => of(chronicle.arenaShare, (month * world.arenas.length + k) * n, chronicle, month);
}

/** Rank by seats among the lists and lone parties of an assembly, 1 for the largest; ties share the better rank. */
function rankGauge(
  world: World,
  rank: { readonly of: string; readonly arena: string; readonly on: string },
): Gauge {
  find(world.arenaIndex, "arena", rank.arena);
  const n = world.actors.length;
  const month = monthBy(world, rank.on);
  const of = sharesOfName(world, rank.of);
  return ({ chronicle }) => {
    const own = of(chronicle.seats, month * n, chronicle, month);
    const sizes = new Map<number, number>();
    for (let a = 0; a < n; a++) {
      const list = chronicle.list[month * n + a];
      const key = list < 0 ? world.blocs.length + a : list;
      sizes.set(key, (sizes.get(key) ?? 0) + chronicle.seats[month * n + a]);
    }
    let larger = 0;
    for (const size of sizes.values()) if (size > own) larger += 1;
    return larger + 1;
  };
}

function countGauge(
  world: World,
  count: {
    readonly move: string;
    readonly by?: string | undefined;
    readonly target?: string | undefined;
    readonly from?: string | undefined;
    readonly to: string;
  },
): Gauge {
  const kind = kindOf(count.move);
  const by = count.by === undefined ? () => true : answersTo(world, count.by);
  const target = count.target === undefined ? () => true : answersTo(world, count.target);
  const from = count.from === undefined ? world.start : firstDay(count.from);
  const to = lastDay(count.to) + 1;
  return ({ chronicle: { move } }) => {
    let sum = 0;
    for (let e = 0; e < move.kind.length; e++) {
      if (
        move.kind[e] === kind &&
        move.time[e] >= from &&
        move.time[e] < to &&
        by(move.actor[e]) &&
        target(move.target[e])
      )
        sum += 1;
    }
    return sum;
  };
}
