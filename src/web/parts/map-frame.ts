/** Places by actor, in points of the layout: to the right, and down. */
export type Places = ReadonlyMap<string, readonly [x: number, y: number]>;

/** The part of the layout that a picture shows; who is moved about within it changes nothing for the others. */
export interface Frame {
  readonly x: readonly [least: number, most: number];
  readonly y: readonly [least: number, most: number];
}

export const PICTURE = { width: 960, height: 640, edge: 36 } as const;

/** The smallest frame around some places. */
export function frameOf(places: Iterable<readonly [number, number]>): Frame {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of places) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return left > right ? { x: [-1, 1], y: [-1, 1] } : { x: wide(left, right), y: wide(top, bottom) };
}

/** One place alone, or a line, stands in the middle. */
function wide(least: number, most: number): readonly [number, number] {
  return most > least ? [least, most] : [least - 1, most + 1];
}

export function within({ x, y }: Frame, [across, down]: readonly [number, number]): [number, number] {
  return [Math.max(x[0], Math.min(x[1], across)), Math.max(y[0], Math.min(y[1], down))];
}

/** Where a place of the layout is in the picture, in points of it. */
export function inPicture({ x, y }: Frame, [across, down]: readonly [number, number]): [number, number] {
  const { width, height, edge } = PICTURE;
  return [
    edge + ((across - x[0]) / (x[1] - x[0])) * (width - 2 * edge),
    edge + ((down - y[0]) / (y[1] - y[0])) * (height - 2 * edge),
  ];
}

/** The place of the layout at a point of the picture. */
export function inLayout({ x, y }: Frame, [across, down]: readonly [number, number]): [number, number] {
  const { width, height, edge } = PICTURE;
  return [
    x[0] + ((across - edge) / (width - 2 * edge)) * (x[1] - x[0]),
    y[0] + ((down - edge) / (height - 2 * edge)) * (y[1] - y[0]),
  ];
}
