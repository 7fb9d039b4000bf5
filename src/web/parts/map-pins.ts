import type { Case, SavedView } from "../../case/index.ts";
import type { Places } from "./map-frame.ts";

type KeptPlaces = NonNullable<SavedView["places"]>;

/** Node of a bloc that is shown as one. */
export function blocNode(name: string): string {
  return `bloc:${name}`;
}

/** The places that a saved view keeps, by node of the map. */
export function placesIn(kept: KeptPlaces, source: Case): Places {
  const actors = new Set(source.actors.map(({ id }) => id));
  const blocs = new Map(source.blocs.map(({ id, name }) => [id, name]));
  return new Map(
    kept.map(({ actor, x, y }) => [actors.has(actor) ? actor : blocNode(blocs.get(actor) ?? actor), [x, y]]),
  );
}

/** Some places as a saved view keeps them. */
export function placesOut(places: Places, source: Case): KeptPlaces {
  const ids = new Map([
    ...source.blocs.map(({ id, name }) => [blocNode(name), id] as const),
    ...source.actors.map(({ id }) => [id, id] as const),
  ]);
  return [...places].flatMap(([node, [x, y]]) => {
    const actor = ids.get(node);
    return actor === undefined ? [] : [{ actor, x: short(x), y: short(y) }];
  });
}

/**
 * Where nodes were put by hand: as the address has it, over what a saved view keeps.
 *
 * @param text node, to the right and down, with `~` between, one after the other; a node without a place was let go.
 */
export function pinsIn(text: string, kept: Places): Places {
  const pins = new Map(kept);
  const parts = text.split("~");
  for (let i = 0; i + 2 < parts.length; i += 3) {
    const [node, x, y] = [parts[i], Number(parts[i + 1]), Number(parts[i + 2])];
    if (parts[i + 1] === "" || parts[i + 2] === "") pins.delete(node);
    else if (Number.isFinite(x) && Number.isFinite(y)) pins.set(node, [x, y]);
  }
  return pins;
}

/** The address of pins: what differs from what a saved view keeps. */
export function pinsOut(pins: Places, kept: Places): string {
  const parts: string[] = [];
  for (const [node, [x, y]] of pins) {
    const before = kept.get(node);
    if (before === undefined || before[0] !== x || before[1] !== y)
      parts.push(node, `${short(x)}`, `${short(y)}`);
  }
  for (const node of kept.keys()) if (!pins.has(node)) parts.push(node, "", "");
  return parts.join("~");
}

/** Five digits: a place is seen no finer, and an address stays short. */
function short(value: number): number {
  return Number(value.toPrecision(5));
}
