import { dayOf, mode, type Quantity } from "../base/index.ts";
import { type History, history } from "../behave/index.ts";
import { eventType, isEventType } from "../events/index.ts";
import type { Inputs } from "./inputs.ts";
import type { World } from "./world.ts";

/** The recorded events up to the first day, as the memory with which play begins: marked, so that each run can go back to it. */
export function pastOf(world: World, inputs: Inputs): History {
  const past = history(
    world.actors.length,
    inputs.parameters["habit.halfLife"],
    Math.max(1, world.source.fronts.length),
  );
  const events = world.source.events
    .map((event, order) => ({ event, time: dayOf(event.date), order }))
    .sort((a, b) => a.time - b.time || a.order - b.order);
  for (const { event, time } of events) {
    const i = world.actorIndex.get(event.by);
    const j = event.of === undefined ? undefined : world.actorIndex.get(event.of);
    if (i === undefined || j === undefined || time > world.start) continue;
    const tone = toneOf(event.type, event.intensity);
    const source = world.decider[i];
    const target = world.decider[j];
    if (tone === 0 || source === target) continue;
    // a doubtful report weighs as much as it is certain
    const weight = 2 * Math.abs(tone) * mode(event.certainty ?? 1);
    if (weight > 0) past.record(time, source, target, tone > 0 ? 1 : -1, weight, world.front[source]);
  }
  past.mark();
  return past;
}

/** Intensity of an event divided by 10: its own, else that of its type; 0 if the type is unknown. */
function toneOf(type: string, intensity: Quantity | undefined): number {
  if (intensity !== undefined) return mode(intensity) / 10;
  return isEventType(type) ? eventType(type).intensity / 10 : 0;
}
