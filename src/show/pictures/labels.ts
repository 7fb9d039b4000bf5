/** A box on the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly width: number;
  readonly height: number;
}

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}

function overlap(a: Box, b: Box): number {
  const w = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

interface Candidate extends LabelPlace {
  readonly box: Box;
  readonly cost: number;
}

/** Places around a node, best first: right, left, below, above, then the corners. */
function candidates(item: Labelled): Candidate[] {
  const { x, y, r, width: w, height: h } = item;
  const gap = r + 4;
  const slant = r * 0.7 + 3;
  const make = (dx: number, dy: number, anchor: LabelPlace["anchor"], cost: number): Candidate => {
    const left = anchor === "start" ? x + dx : anchor === "end" ? x + dx - w : x + dx - w / 2;
    return {
      x: x + dx,
      y: y + dy + h * 0.32,
      anchor,
      cost,
      box: { x: left, y: y + dy - h / 2, width: w, height: h },
    };
  };
  return [
    make(gap, 0, "start", 0),
    make(-gap, 0, "end", 1),
    make(0, gap + h / 2, "middle", 2),
    make(0, -gap - h / 2, "middle", 2),
    make(slant, slant + h / 3, "start", 3),
    make(slant, -slant - h / 3, "start", 3),
    make(-slant, slant + h / 3, "end", 4),
    make(-slant, -slant - h / 3, "end", 4),
  ];
}

/**
 * A place beside each node for its label, with as little overlap as a few rounds of mending can reach.
 *
 * @returns places in the order of the items; the same input gives the same answer.
 */
export function labelPlaces(items: readonly Labelled[], page: Box): LabelPlace[] {
  const choices = items.map(candidates);
  const nodes = items.map((item) => ({
    x: item.x - item.r - 1,
    y: item.y - item.r - 1,
    width: 2 * item.r + 2,
    height: 2 * item.r + 2,
  }));
  const chosen = items.map(() => 0);
  const cost = (i: number, c: number): number => {
    const { box, cost: own } = choices[i][c];
    const inside = overlap(box, page);
    let sum = own + 4 * (box.width * box.height - inside);
    for (let j = 0; j < items.length; j++) {
      if (j !== i) sum += 2 * overlap(box, nodes[j]) + 2 * overlap(box, choices[j][chosen[j]].box);
    }
    return sum;
  };
  for (let round = 0; round < 8; round++) {
    let changed = false;
    for (let i = 0; i < items.length; i++) {
      let best = chosen[i];
      let least = cost(i, best);
      for (let c = 0; c < choices[i].length; c++) {
        const each = cost(i, c);
        if (each < least) {
          best = c;
          least = each;
        }
      }
      if (best !== chosen[i]) {
        chosen[i] = best;
        changed = true;
      }
    }
    if (!changed) break;
  }
  return items.map((_, i) => choices[i][chosen[i]]);
}
