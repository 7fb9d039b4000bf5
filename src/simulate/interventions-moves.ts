import { TawazunError } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import { actorsOf, daysOf, find, findIn, unknown } from "./interventions-names.ts";
import { moveKinds } from "./moves/index.ts";
import type { Forbidden } from "./options.ts";
import type { World } from "./world.ts";

type Forbid = Extract<Intervention, { forbid: unknown }>["forbid"];
type Force = Extract<Intervention, { force: unknown }>["force"];

/** A move that an intervention forces; −1 stands for any. */
export interface Forced {
  readonly kind: number;
  readonly actor: number;
  readonly target: number;
  readonly object: number;
  /** The first moment at which it is tried, and the last. */
  readonly from: number;
  readonly until: number;
  /** Whether it comes off; absent: by its own luck. */
  readonly success: boolean | undefined;
}

/** Days during which a forced move that is not open yet is tried again, week by week. */
const PATIENCE = 28;

/** What an intervention forbids: one entry for each pair of actors that it names by a bloc. */
export function forbiddenOf(world: World, rule: Forbid): readonly Forbidden[] {
  const kind = kindOf(rule.move);
  const makers = rule.by === undefined ? [-1] : actorsOf(world, rule.by);
  const targets = rule.target === undefined ? [-1] : actorsOf(world, rule.target);
  const from = rule.from === undefined ? Number.NEGATIVE_INFINITY : daysOf(world, rule.from).first;
  const until = rule.to === undefined ? Number.POSITIVE_INFINITY : daysOf(world, rule.to).last + 1;
  if (until <= from) {
    throw new TawazunError(
      "intervention/date",
      `A move is forbidden from ${rule.from} to ${rule.to}, which ends before it begins.`,
    );
  }
  const object = rule.object === undefined ? -1 : objectOf(world, kind, rule.object);
  return makers.flatMap((actor) =>
    targets.map((target) => ({
      kind,
      actor: actor < 0 ? -1 : world.decider[actor],
      target,
      object,
      from,
      until,
    })),
  );
}

/**
 * What an intervention forces.
 *
 * @throws {TawazunError} `intervention/…` if it names nothing, or a day that is not played.
 */
export function forcedOf(world: World, rule: Force): Forced {
  const kind = kindOf(rule.move);
  const { first } = daysOf(world, rule.on);
  const from = Math.max(first, world.start);
  const until = rule.until === undefined ? from + PATIENCE : daysOf(world, rule.until).last;
  if (until < from) {
    throw new TawazunError(
      "intervention/date",
      `A move is forced on ${rule.on} and tried until ${rule.until}, which ends before it begins.`,
    );
  }
  return {
    kind,
    actor: find(world.actorIndex, "actor", rule.by),
    target: rule.target === undefined ? -1 : find(world.actorIndex, "actor", rule.target),
    object: rule.object === undefined ? -1 : objectOf(world, kind, rule.object),
    from,
    until,
    success: rule.success,
  };
}

/** Whether what is forbidden leaves a forced move no day and no way. */
export function shutsOut(world: World, forbidden: Forbidden, forced: Forced): boolean {
  return (
    forbidden.kind === forced.kind &&
    (forbidden.actor < 0 || forbidden.actor === world.decider[forced.actor]) &&
    (forbidden.target < 0 ||
      (forced.target >= 0 && world.decider[forbidden.target] === world.decider[forced.target])) &&
    (forbidden.object < 0 || forbidden.object === forced.object) &&
    forbidden.from <= forced.from &&
    forbidden.until > forced.until
  );
}

function kindOf(id: string): number {
  const kind = moveKinds.findIndex((known) => known.id === id);
  if (kind >= 0) return kind;
  throw unknown(
    "kind of move",
    id,
    moveKinds.map((known) => known.id),
  );
}

/** The index of what a kind of move is about: a post, an issue, an arena, a list or a territory. */
function objectOf(world: World, kind: number, id: string): number {
  const { object, name } = moveKinds[kind];
  if (object === "post") return find(world.postIndex, "post", id);
  if (object === "issue") return find(world.issueIndex, "issue", id);
  if (object === "arena") return find(world.arenaIndex, "arena", id);
  if (object === "list") return find(world.blocIndex, "bloc", id);
  if (object === "territory") return findIn(world.source.territories, "territory", id);
  throw new TawazunError(
    "intervention/object",
    `The move "${name}" has no object that could be named "${id}". Leave the object out.`,
  );
}
