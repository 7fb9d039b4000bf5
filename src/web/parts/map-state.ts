import { useEffect, useRef, useState } from "react";
import type { Day } from "../../base/index.ts";
import type { Case, SavedView } from "../../case/index.ts";
import { choose, usePlace } from "../place.ts";
import { useAfterPaint, useMade } from "./later.ts";
import { brushed, histograms } from "./map-brush.ts";
import { frameOf, type Places } from "./map-frame.ts";
import { mapIndex } from "./map-index.ts";
import { type Drawing, drawnNodes, drawnTies, type Standing } from "./map-look.ts";
import { countOf, countsOf, heldAt } from "./map-measures.ts";
import { asDate, collapsed, type MapNetwork, type MapNode, networkAt } from "./map-network.ts";
import { pinsIn, placesIn } from "./map-pins.ts";
import { around, shortestWay, tiedOnly } from "./map-reach.ts";
import { namesIn, wishOf } from "./map-wish.ts";
import { useBetween, useFactions, usePlaces } from "./map-worker.ts";

const NO_SIDES = { sides: new Map<string, number>(), broken: new Set<string>() };

/** All that the map shows, from the case, the address, and the view that is open. Menus answer at once; this follows. */
export function useMapState(source: Case, view: SavedView | undefined) {
  const { chosen } = usePlace();
  const now = wishOf(chosen);
  const query = useAfterPaint(chosen.toString());
  const wish = useMade(() => wishOf(new URLSearchParams(query)), [query]);
  const index = useMade(() => mapIndex(source), [source]);
  const { day, shown, move } = useDay(now.day, index.span.last);
  const { making, halfLife, colour, size, who, to, over, focus, hops, lone } = wish;
  const shut = useMade(() => namesIn(wish.shut), [wish.shut]);
  const opened = useMade(() => namesIn(wish.open), [wish.open]);

  const whole = useMade(
    () => collapsed(networkAt(index, shown, making, halfLife), shut),
    [index, shown, making, halfLife, shut],
  );
  // Places are those of the last day, so that nobody moves when the day does.
  const still = useMade(() => collapsed(networkAt(index, index.span.last, "all", 180), shut), [index, shut]);
  const placed = usePlaces(still);
  const kept = useMade(() => placesIn(view?.places ?? [], source), [view, source]);
  const pins = useMade(() => pinsIn(wish.pin, kept), [wish.pin, kept]);
  const found = useFactions(whole);
  const between = useBetween(whole, size === "between");
  const counts = useMade(() => countsOf(whole), [whole]);
  const bars = useMade(() => histograms(tiedOnly(whole), counts, shown), [whole, counts, shown]);
  const [degree, strength, age] = [wish.degree, wish.strength, wish.age].map((span) => span?.join("~"));
  // The spans say what they hold.
  const left = useMade(
    () => brushed(whole, counts, shown, wish),
    [whole, counts, shown, degree, strength, age],
  );
  const middle = whole.nodes.some((node) => node.id === focus) ? focus : undefined;
  const near = useMade(
    () => (middle !== undefined ? around(left, middle, hops, opened) : lone ? left : tiedOnly(left)),
    [left, middle, hops, lone, opened],
  );
  const standing = useStanding(placed, pins, still, near, middle !== undefined);
  const way = useMade(
    () =>
      who === undefined || to === undefined || who === to ? undefined : shortestWay(left, who, to, over),
    [left, who, to, over],
  );
  const onWay = useMade(() => new Set((way ?? []).map((tie) => tie.key)), [way]);
  const sides = useMade(() => {
    if (found === undefined) return NO_SIDES;
    const { nodes, ties } = found.network;
    const { partition, frustrated } = found.factions;
    return {
      sides: new Map(nodes.map((node, i) => [node.id, partition[i]])),
      broken: new Set(frustrated.map((k) => ties[k].key)),
    };
  }, [found]);
  const worthOf = useMade(() => {
    if (size.startsWith("held:")) {
      const held = heldAt(source, size.slice("held:".length), shown);
      return (node: MapNode): number => held.get(node.id) ?? 0;
    }
    return (node: MapNode): number => {
      if (size === "between") return between?.get(node.id) ?? 0;
      if (size === "members") return node.members;
      if (size === "same") return 1;
      const { friends, enemies, strength: sum } = countOf(counts, node.id);
      return size === "friends"
        ? friends
        : size === "enemies"
          ? enemies
          : size === "strength"
            ? sum
            : friends + enemies;
    };
  }, [source, size, shown, between, counts]);
  const marks = useMade(
    () => standing && drawnNodes(near, standing, sides.sides, counts, { colour, worthOf }),
    [near, standing, sides, counts, colour, worthOf],
  );
  const ties = useMade(() => drawnTies(near, sides.broken, shown), [near.ties, sides, shown]);
  const drawn = useMade(
    (): Drawing | undefined =>
      standing && marks && { frame: standing.frame, ground: standing.ground, ...marks, ties },
    [standing, marks, ties],
  );
  return {
    ...{
      now,
      wish,
      index,
      day,
      shown,
      move,
      shut,
      whole,
      bars,
      left,
      near,
      way,
      onWay,
      found,
      drawn,
      between,
      kept,
      pins,
    },
    focus: middle,
  };
}

export type MapState = ReturnType<typeof useMapState>;

/** Where everybody stands, and what is shown of it: the same frame on every day, so that nobody moves when the day does. */
function useStanding(
  placed: Places | undefined,
  pins: Places,
  still: MapNetwork,
  near: MapNetwork,
  focused: boolean,
): Standing | undefined {
  const places = useMade(() => placed && new Map([...placed, ...pins]), [placed, pins]);
  const tied = useMade(() => tiedOnly(still).nodes, [still]);
  // Whoever is moved within the frame leaves it as it is: their own places count, not where they were put.
  const ground = useMade(
    () => placed && frameOf([...placesOf(tied, placed), ...placesOf(near.nodes, placed), ...pins.values()]),
    [placed, pins, tied, near],
  );
  const frame = useMade(() => {
    if (placed === undefined || !focused) return ground;
    return frameOf([...placesOf(near.nodes, placed), ...placesOf(near.nodes, pins)]);
  }, [placed, pins, near, focused, ground]);
  return useMade(
    () => (places && frame && ground ? { places, pins, frame, ground } : undefined),
    [places, pins, frame, ground],
  );
}

function placesOf(nodes: MapNetwork["nodes"], places: Places): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const { id } of nodes) {
    const place = places.get(id);
    if (place !== undefined) found.push(place);
  }
  return found;
}

/**
 * The day of the slider and the day that is drawn: the slider answers at once, the picture follows as it can,
 * and the address once the slider rests.
 */
function useDay(asked: Day | undefined, last: Day) {
  const [day, setDay] = useState(asked ?? last);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setDay(asked ?? last), [asked, last]);
  const shown = useAfterPaint(day);
  const move = (to: Day): void => {
    setDay(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => choose({ day: to === last ? undefined : asDate(to) }), 300);
  };
  return { day, shown, move };
}
