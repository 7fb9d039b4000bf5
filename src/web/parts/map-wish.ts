import { dayOf } from "../../base/index.ts";
import { COLOUR_BY, type ColourBy } from "./map-look.ts";
import type { Making } from "./map-network.ts";
import type { Over } from "./map-reach.ts";

export const MAKINGS: readonly Making[] = ["all", "ties", "events"];
export const MOST_HOPS = 4;

/** What is chosen on the map, as the address says it. */
export interface Wish {
  readonly day: number | undefined;
  readonly making: Making;
  readonly halfLife: number;
  readonly colour: ColourBy;
  /** A measure, or a resource after `held:`. */
  readonly size: string;
  /** Names of blocs shown as one, with `~` between. */
  readonly shut: string;
  /** Where nodes were put by hand: see map-pins.ts. */
  readonly pin: string;
  readonly who: string | undefined;
  readonly to: string | undefined;
  readonly over: Over;
  readonly focus: string | undefined;
  readonly hops: number;
  /** Actors whose neighbours are shown too, with `~` between. */
  readonly open: string;
  readonly degree: Span | undefined;
  readonly strength: Span | undefined;
  readonly age: Span | undefined;
  readonly lone: boolean;
  readonly draw: "lines" | "canvas" | undefined;
}

export type Span = readonly [low: number, high: number];

export function wishOf(chosen: URLSearchParams): Wish {
  const of = (name: string): string | undefined => chosen.get(name) || undefined;
  const draw = of("draw");
  const day = of("day");
  return {
    day: day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) ? dayOf(day) : undefined,
    making: MAKINGS.find((id) => id === of("made")) ?? "all",
    halfLife: Math.max(1, Number(of("half")) || 180),
    colour: COLOUR_BY.find((id) => id === of("colour")) ?? "bloc",
    size: of("size") ?? "ties",
    shut: of("shut") ?? "",
    pin: of("pin") ?? "",
    who: of("who"),
    to: of("to"),
    over: of("over") === "friendly" ? "friendly" : "any",
    focus: of("focus"),
    hops: Math.max(1, Math.min(MOST_HOPS, Math.round(Number(of("hops"))) || 1)),
    open: of("open") ?? "",
    degree: spanIn(of("deg")),
    strength: spanIn(of("str")),
    age: spanIn(of("age")),
    lone: of("lone") === "yes",
    draw: draw === "lines" || draw === "canvas" ? draw : undefined,
  };
}

function spanIn(text: string | undefined): Span | undefined {
  const [low, high, ...rest] = (text ?? "").split("~").map(Number);
  return text === undefined || rest.length > 0 || !(low <= high) ? undefined : [low, high];
}

/** A span as the address holds it; nothing where it leaves nothing out. */
export function spanOut([low, high]: Span, [least, most]: Span): string | undefined {
  return low <= least && high >= most ? undefined : `${low}~${high}`;
}

/** Names that stand with `~` between in the address. */
export function namesIn(text: string): ReadonlySet<string> {
  return new Set(text.split("~").filter((name) => name !== ""));
}
