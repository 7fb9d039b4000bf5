import { describe, expect, it } from "vitest";
import { notWellFormed } from "../../../test/browser/xml.ts";
import { standalone } from "../picture.ts";
import { coefficientPlot } from "./coefficients.ts";

const about = { id: "c", title: "Coefficients", method: "By hand." };
const terms = (name: string) => [
  { name, group: "choice", estimates: { a: { value: 1, low: 0.5, high: 1.5 } } },
  { name: "open", group: "choice", estimates: { a: { value: 0.2, low: -0.5, high: 0.9 } } },
];

/** Where a dot stands, by the words that belong to it. */
function dotAt(svg: string, words: string): number {
  const found = new RegExp(`<circle[^>]*cx="([\\d.]+)"[^>]*><title>${words}`).exec(svg);
  if (found === null) throw new Error(`no dot "${words}"`);
  return Number(found[1]);
}

describe("the plot of coefficients", () => {
  const models = [{ id: "a", name: "model A" }];
  const picture = coefficientPlot({ models, terms: terms("clear") }, about);

  it("puts dots where the numbers are: 1 as far right of 0.2 as the axis says", () => {
    const zero = Number(/class="rule" x1="([\d.]+)"/.exec(picture.svg)?.[1]);
    const one = dotAt(picture.svg, "clear") - zero;
    const fifth = dotAt(picture.svg, "open") - zero;
    expect(fifth / one).toBeCloseTo(0.2, 2);
    expect(one).toBeGreaterThan(100);
  });

  it("draws an interval that holds 0 thin and dashed, and says which leaves 0 out", () => {
    expect(picture.svg.match(/class="k0 dash"/g)).toHaveLength(1);
    expect(picture.svg.match(/class="k0" stroke-width="2.6"/g)).toHaveLength(1);
    expect(picture.alt).toContain("the interval of clear leaves 0 out");
  });

  it("says what one model does to the odds: e¹ = 2.72, e^0.5 = 1.65, e^1.5 = 4.48", () => {
    expect(picture.svg).toContain("× 2.72 (1.65–4.48)");
  });

  it("stands several models side by side, each with a shape of its own", () => {
    const both = coefficientPlot(
      {
        models: [...models, { id: "b", name: "model B" }],
        terms: [
          {
            name: "both",
            estimates: { a: { value: 1, low: 0, high: 2 }, b: { value: -1, low: -3, high: -0.5 } },
          },
        ],
      },
      about,
    );
    expect(both.table.rows).toHaveLength(2);
    expect(both.table.rows.map((row) => row.model)).toEqual(["model A", "model B"]);
    expect(both.svg).toContain("<rect");
    expect(notWellFormed(standalone(both))).toBeUndefined();
  });

  it("keeps estimates that ran away inside the picture", () => {
    const far = coefficientPlot(
      { models, terms: [{ name: "far", estimates: { a: { value: 25, low: -40, high: 90 } } }] },
      about,
    );
    expect(dotAt(far.svg, "far")).toBeLessThan(960);
    expect(far.table.rows[0].value).toBe(25);
  });

  it("shows markup in names as letters, and refuses to draw nothing", () => {
    const nasty = coefficientPlot({ models, terms: terms("<script>&amp;") }, about);
    expect(notWellFormed(nasty.svg)).toBeUndefined();
    expect(nasty.svg).toContain("&lt;script&gt;");
    expect(() => coefficientPlot({ models, terms: [] }, about)).toThrow(/no coefficient/);
  });
});
