import type { Rule } from "../case/index.ts";
import { statuses, type World } from "../simulate/index.ts";
import { answersTo, find, gaugeOf, kindOf, membersOf, unknownName } from "./measures.ts";
import { firstDay, lastDay, type Record } from "./record.ts";

/** A rule made ready: whether a history makes it true. */
export type Test = (record: Record) => boolean;

/**
 * Makes a rule ready for a world.
 *
 * @throws {TawazunError} `rule/unknown` for a name that the case or the engine does not have.
 */
export function testOf(world: World, rule: Rule): Test {
  if ("all" in rule) {
    const parts = rule.all.map((part) => testOf(world, part));
    return (record) => parts.every((part) => part(record));
  }
  if ("any" in rule) {
    const parts = rule.any.map((part) => testOf(world, part));
    return (record) => parts.some((part) => part(record));
  }
  if ("not" in rule) {
    const inner = testOf(world, rule.not);
    return (record) => !inner(record);
  }
  if ("compare" in rule) {
    const [left, sign, right] = rule.compare;
    const a = gaugeOf(world, left);
    const b = gaugeOf(world, right);
    return (record) => compare(a(record), sign, b(record));
  }
  if ("holds" in rule) return holdsTest(world, rule);
  if ("filled" in rule) {
    const p = find(world.postIndex, "post", rule.filled.post);
    const by = lastDay(rule.by) + 1;
    const now = world.posts[p].holder !== undefined && world.posts[p].acting !== true;
    return ({ chronicle: { post } }) =>
      now ||
      post.time.some((time, e) => post.post[e] === p && time < by && post.holder[e] >= 0 && !post.acting[e]);
  }
  if ("status" in rule) return statusTest(world, rule);
  if ("boycotts" in rule) return boycottTest(world, rule);
  if ("taken" in rule) {
    const t = rule.taken.territory === undefined ? -1 : territoryOf(world, rule.taken.territory);
    const by = lastDay(rule.by) + 1;
    const held = rule.taken.from === undefined ? () => true : answersTo(world, rule.taken.from);
    const counts = world.source.territories.map(
      (territory, k) =>
        (t < 0 ? territory.capital === true : k === t) && held(world.actorIndex.get(territory.holder) ?? -1),
    );
    return ({ chronicle: { territory } }) =>
      territory.time.some((time, e) => time < by && counts[territory.territory[e]]);
  }
  return occursTest(world, rule);
}

/** The last day that a rule asks about. */
export function reachOf(rule: Rule): number {
  if ("all" in rule) return Math.max(...rule.all.map(reachOf));
  if ("any" in rule) return Math.max(...rule.any.map(reachOf));
  if ("not" in rule) return reachOf(rule.not);
  const dates = JSON.stringify(rule).match(/"\d{4}(?:-\d{2}){0,2}"/g) ?? [];
  return Math.max(...dates.map((date) => lastDay(date.slice(1, -1))));
}

function compare(a: number, sign: string, b: number): boolean {
  if (sign === ">") return a > b;
  if (sign === ">=") return a >= b;
  if (sign === "<") return a < b;
  if (sign === "<=") return a <= b;
  return Math.abs(a - b) < 1e-9;
}

function holdsTest(world: World, rule: Extract<Rule, { holds: unknown }>): Test {
  const p = find(world.postIndex, "post", rule.holds.post);
  const on = lastDay(rule.on) + 1;
  const members = rule.holds.bloc === undefined ? undefined : new Set(membersOf(world, rule.holds.bloc));
  const actor = rule.holds.actor === undefined ? -1 : find(world.actorIndex, "actor", rule.holds.actor);
  const first =
    world.posts[p].holder === undefined
      ? -1
      : find(world.actorIndex, "actor", world.posts[p].holder as string);
  return ({ chronicle: { post } }) => {
    let holder = first;
    let acting = world.posts[p].acting === true;
    for (let e = 0; e < post.time.length && post.time[e] < on; e++) {
      if (post.post[e] !== p) continue;
      holder = post.holder[e];
      acting = post.acting[e];
    }
    if (holder < 0 || (rule.holds.acting !== undefined && rule.holds.acting !== acting)) return false;
    if (members !== undefined && !members.has(holder)) return false;
    return actor < 0 || holder === actor || world.decider[holder] === world.decider[actor];
  };
}

function statusTest(world: World, rule: Extract<Rule, { status: unknown }>): Test {
  const a = find(world.actorIndex, "actor", rule.status.actor);
  const wanted = statuses.indexOf(rule.status.is);
  const first = statuses.indexOf(world.actors[a].status ?? "active");
  const on = rule.on === undefined ? undefined : lastDay(rule.on) + 1;
  const by = rule.by === undefined ? Number.POSITIVE_INFINITY : lastDay(rule.by) + 1;
  return ({ chronicle: { status } }) => {
    if (on === undefined) {
      return (
        first === wanted ||
        status.time.some((time, e) => time < by && status.actor[e] === a && status.status[e] === wanted)
      );
    }
    let now = first;
    status.time.forEach((time, e) => {
      if (time < on && status.actor[e] === a) now = status.status[e];
    });
    return now === wanted;
  };
}

/** Whether an actor, or most of a bloc's members who boycotted or could, stays away from an arena. */
function boycottTest(world: World, rule: Extract<Rule, { boycotts: unknown }>): Test {
  const k = find(world.arenaIndex, "arena", rule.boycotts.arena);
  const a = world.actorIndex.get(rule.boycotts.actor);
  const members = a === undefined ? membersOf(world, rule.boycotts.actor) : world.led[a];
  const at = lastDay((rule.on ?? rule.by) as string) + 1;
  const ever = rule.on === undefined;
  const fact = new Set(
    world.source.standing
      .filter((standing) => standing.kind === "boycott" && standing.in === rule.boycotts.arena)
      .flatMap((standing) => {
        const actor = world.actorIndex.get(standing.by);
        return actor === undefined ? membersOf(world, standing.by) : world.led[actor];
      }),
  );
  return ({ chronicle: { boycott } }) => {
    const away = new Set(members.filter((member) => fact.has(member)));
    const most = (): boolean => 2 * away.size > members.length;
    let was = most();
    for (let e = 0; e < boycott.time.length && boycott.time[e] < at; e++) {
      if (boycott.arena[e] !== k || !members.includes(boycott.actor[e])) continue;
      if (boycott.on[e]) away.add(boycott.actor[e]);
      else away.delete(boycott.actor[e]);
      was ||= most();
    }
    return ever ? was : most();
  };
}

function territoryOf(world: World, id: string): number {
  const t = world.source.territories.findIndex((territory) => territory.id === id);
  if (t < 0)
    throw unknownName(
      "territory",
      id,
      world.source.territories.map((territory) => territory.id),
    );
  return t;
}

function occursTest(world: World, rule: Extract<Rule, { occurs: unknown }>): Test {
  const { occurs } = rule;
  const from = rule.from === undefined ? Number.NEGATIVE_INFINITY : firstDay(rule.from);
  const by = lastDay(rule.by) + 1;
  if (occurs.event !== undefined) {
    const e = world.source.outside.findIndex((event) => event.id === occurs.event);
    if (e < 0)
      throw unknownName(
        "outside event",
        occurs.event,
        world.source.outside.map((event) => event.id),
      );
    const inSpan = (time: number): boolean => time >= from && time < by;
    return ({ chronicle: { outside, again } }) =>
      (outside[e] !== -1 && inSpan(outside[e])) ||
      again.time.some((time, k) => again.event[k] === e && inSpan(time));
  }
  const kind = occurs.move === undefined ? -1 : kindOf(occurs.move);
  const actor = occurs.by === undefined ? () => true : answersTo(world, occurs.by);
  const target = occurs.target === undefined ? () => true : answersTo(world, occurs.target);
  const object = occurs.object === undefined ? -1 : objectIndex(world, occurs.object);
  return ({ chronicle: { move } }) => {
    for (let e = 0; e < move.kind.length; e++) {
      if (
        (kind < 0 || move.kind[e] === kind) &&
        move.time[e] >= from &&
        move.time[e] < by &&
        (occurs.success === undefined || move.success[e] === occurs.success) &&
        (object < 0 || move.object[e] === object) &&
        actor(move.actor[e]) &&
        target(move.target[e])
      ) {
        return true;
      }
    }
    return false;
  };
}

/** The index of whatever a name of an object stands for: a post, an issue, an arena, a territory or a list. */
function objectIndex(world: World, id: string): number {
  const t = world.source.territories.findIndex((territory) => territory.id === id);
  const found =
    world.postIndex.get(id) ??
    world.issueIndex.get(id) ??
    world.arenaIndex.get(id) ??
    world.blocIndex.get(id) ??
    t;
  if (found < 0)
    throw unknownName("post, issue, arena, list or territory", id, [
      ...world.postIndex.keys(),
      ...world.issueIndex.keys(),
    ]);
  return found;
}
