import type { Drawing } from "./map-look.ts";
import type { Places } from "./map-state.ts";

export function MapViews(_: {
  readonly drawing: Drawing | undefined;
  readonly onPlaces: (places: Places | undefined) => void;
}) {
  return null;
}
