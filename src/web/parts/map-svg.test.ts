import { describe, expect, it } from "vitest";
import { nameLabels } from "./map-labels.ts";
import type { Drawing, DrawnNode } from "./map-look.ts";
import { mapSvg } from "./map-svg.ts";

function node(id: string, x: number, y: number, more: Partial<DrawnNode> = {}): DrawnNode {
  return {
    ...{ id, name: id, kind: "party", bloc: "", group: "", front: "", members: 1 },
    ...{ x, y, r: 8, tone: "0", worth: 1, pinned: false, faction: 0, friends: 1, enemies: 0, strength: 1 },
    ...more,
  };
}

const frame = { x: [0, 100], y: [0, 100] } as const;
const drawing: Drawing = {
  ...{ frame, ground: frame, legend: [] },
  nodes: [node("a", 0, 0), node("b", 100, 100, { pinned: true }), node('c"<', 50, 50)],
  ties: [
    {
      ...{ key: "a b", from: "a", to: "b", value: 0.5, last: undefined, rests: "tie" },
      ...{ fresh: 1, breaks: true },
    },
  ],
};

describe("the map as an SVG", () => {
  const svg = mapSvg(drawing, "Title", "Says");

  it("puts the corners of its frame at the corners of the picture, whoever else is drawn", () => {
    expect(svg).toContain('data-id="a" data-at="36.0 36.0"');
    expect(svg).toContain('data-id="b" data-at="924.0 604.0"');
    const fewer = mapSvg({ ...drawing, nodes: drawing.nodes.slice(0, 1), ties: [] }, "Title", "Says");
    expect(fewer).toContain('data-id="a" data-at="36.0 36.0"');
  });

  it("has a pin on whoever was put there by hand and on nobody else", () => {
    expect(svg.match(/class="pin"/g)).toHaveLength(1);
    expect(svg.indexOf('class="pin"')).toBeGreaterThan(svg.indexOf('data-id="b"'));
  });

  it("tells of each line whom it ties, and escapes what a case calls its actors", () => {
    expect(svg.match(/data-from="a" data-to="b"/g)).toHaveLength(2);
    expect(svg).toContain('data-id="c&quot;&lt;"');
  });
});

describe("names on the map", () => {
  const boxes = (labels: readonly string[]): readonly (readonly [number, number])[] =>
    labels.map((label) => [
      Number(/ x="([\d.]+)"/.exec(label)?.[1]),
      Number(/ y="([\d.]+)"/.exec(label)?.[1]),
    ]);

  it("stand on as many lines as there are, where marks are side by side", () => {
    const crowd = Array.from({ length: 5 }, (_, i) => {
      const at = [300 + 25 * i, 300] as const;
      return { ...node(`A name of some length ${i}`, ...at), at };
    });
    const places = boxes(nameLabels(crowd, undefined));
    expect(places.length).toBeGreaterThan(1);
    for (const [i, [x, y]] of places.entries()) {
      // Names of 23 letters are wider than 100 points: two on one line would lie over each other.
      for (const [u, v] of places.slice(i + 1))
        expect(Math.abs(x - u) > 100 || Math.abs(y - v) > 9).toBe(true);
    }
  });

  it("are cut where only a part has room, and written first for who is chosen", () => {
    const long = "Somebody with a name that takes very much room";
    const [label] = nameLabels([{ ...node("x", 0, 0, { name: long }), at: [480, 320] }], "x");
    expect(label).toContain("Somebody with a name that takes very …<");
    const two = [
      { ...node("small", 0, 0, { r: 2 }), at: [300, 300] as const },
      { ...node("large", 0, 0, { r: 9 }), at: [320, 300] as const },
    ];
    expect(nameLabels(two, "small")[0]).toContain(">small<");
    expect(nameLabels(two, undefined)[0]).toContain(">large<");
  });
});
