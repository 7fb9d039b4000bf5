import { dayOf, mode, readDate } from "../../base/index.ts";
import type { CaseEvent } from "../../case/index.ts";
import { eventType } from "../../events/index.ts";
import type { Study } from "../study.ts";

/** A deed of the record with what is read off it. */
export interface Deed {
  readonly event: CaseEvent;
  /** First day it may have been. */
  readonly day: number;
  readonly precision: "year" | "month" | "day";
  /** Goldstein scale, −10…10. */
  readonly intensity: number;
  readonly tone: "hostile" | "friendly" | "neutral";
  /** Places in the world; −1 for no target, or for who is not among the actors. */
  readonly by: number;
  readonly of: number;
  /** Place of the front on which it was done. */
  readonly front: number;
}

/** An intensity of this size or more counts as hostile or friendly: what is milder is neither. */
export const MILD = 2;

/**
 * The deeds of the record in time order.
 *
 * @remarks A deed without a front of its own lies on that of its doer, or of its target if the doer stands on
 * the first.
 */
export function deedsOf(study: Study): readonly Deed[] {
  const { source } = study;
  const { world } = study.stage;
  return source.events
    .map((event): Deed => {
      const intensity =
        event.intensity === undefined ? eventType(event.type).intensity : mode(event.intensity);
      const by = world.actorIndex.get(event.by) ?? -1;
      const of = event.of === undefined ? -1 : (world.actorIndex.get(event.of) ?? -1);
      const standsOn = (a: number): number => (a < 0 ? 0 : world.front[a]);
      const own = event.front === undefined ? undefined : world.frontIndex.get(event.front);
      return {
        event,
        day: dayOf(event.date),
        precision: readDate(event.date)?.precision ?? "day",
        intensity,
        tone: intensity <= -MILD ? "hostile" : intensity >= MILD ? "friendly" : "neutral",
        by,
        of,
        front: own ?? (standsOn(by) > 0 ? standsOn(by) : standsOn(of)),
      };
    })
    .sort((a, b) => a.day - b.day || (a.event.id < b.event.id ? -1 : 1));
}
