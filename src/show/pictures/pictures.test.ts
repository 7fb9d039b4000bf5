import { describe, expect, it } from "vitest";
import { sampleContents } from "../../../test/browser/report-sample.ts";
import { notWellFormed } from "../../../test/browser/xml.ts";
import type { TawazunError } from "../../base/index.ts";
import { type Picture, standalone } from "../picture.ts";
import { csv } from "../tables/csv.ts";
import { calibration } from "./calibration.ts";
import { coupling } from "./coupling.ts";
import { dots } from "./dots.ts";
import { effectInWords, effects } from "./effects.ts";
import { fan } from "./fan.ts";
import { hemicycle } from "./hemicycle.ts";
import { network } from "./network.ts";
import { probabilities } from "./probabilities.ts";
import { routes } from "./routes.ts";
import { stackedShares } from "./shares.ts";
import { timeline } from "./timeline.ts";
import { tornado } from "./tornado.ts";
import { violence } from "./violence.ts";

const HOSTILE = `</text><script>alert("x")</script><svg onload='a()'>&amp;`;
const about = { id: "p", title: "A picture", method: "By hand." };

const pictures = (mark = ""): Picture[] =>
  sampleContents(mark).sections.flatMap((section) => section.parts.filter((part) => part.kind === "picture"));

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as TawazunError).code;
  }
  return "none";
};

describe("every picture", () => {
  const plain = pictures();
  const marked = pictures(HOSTILE);

  it("is among the sample: thirteen kinds", () => {
    expect(plain).toHaveLength(13);
  });

  it.each(plain.map((picture) => [picture.id, picture] as const))("%s is well-formed XML", (_, picture) => {
    expect(notWellFormed(picture.svg)).toBeUndefined();
    expect(notWellFormed(standalone(picture))).toBeUndefined();
  });

  it.each(marked.map((picture) => [picture.id, picture] as const))(
    "%s shows markup in its data as letters and runs none of it",
    (_, picture) => {
      expect(notWellFormed(picture.svg)).toBeUndefined();
      expect(picture.svg).not.toMatch(/<script|<svg onload|onload='/i);
      expect(picture.svg).toContain("&lt;script&gt;");
    },
  );

  it.each(plain.map((picture) => [picture.id, picture] as const))(
    "%s has a title, a description that says what is to be seen, a method, and its data",
    (_, picture) => {
      expect(picture.svg).toContain(picture.listed ? 'role="group"' : 'role="img"');
      expect(picture.svg).toContain(`aria-labelledby="${picture.id}-title ${picture.id}-alt"`);
      expect(picture.svg).toContain(`<title id="${picture.id}-title">`);
      expect(picture.alt.length).toBeGreaterThan(30);
      expect(picture.alt).not.toMatch(/undefined|NaN/);
      expect(picture.method).not.toBe("");
      expect(picture.table.rows.length).toBeGreaterThan(0);
      for (const column of picture.table.columns) {
        expect(picture.table.rows.some((row) => column.key in row)).toBe(true);
      }
      expect(csv(picture.table).split("\r\n").length).toBeGreaterThan(picture.table.rows.length);
    },
  );

  it("is made of the same bytes again", () => {
    expect(pictures().every((picture, i) => picture.svg === plain[i].svg)).toBe(true);
  });

  it("has no colour of its own until it stands alone", () => {
    for (const picture of plain) {
      expect(picture.svg).not.toMatch(/#[0-9a-f]{6}|var\(/i);
      expect(standalone(picture)).toMatch(/fill:#[0-9a-f]{6}/i);
      expect(standalone(picture)).not.toContain("var(");
    }
  });
});

describe("a hemicycle", () => {
  const lists = [
    { id: "a", name: "Left", seats: 3 },
    {
      id: "b",
      name: "Right",
      seats: 4,
      parts: [
        { name: "Old", seats: 3 },
        { name: "New", seats: 1 },
      ],
    },
  ];

  it("has a mark for each seat", () => {
    const { svg } = hemicycle({ lists, quota: 4 }, about);
    expect(svg.match(/<circle/g)).toHaveLength(3);
    expect(svg.match(/<rect/g)).toHaveLength(4);
  });

  it("says whether one list alone has a majority", () => {
    expect(hemicycle({ lists, quota: 4 }, about).alt).toContain("No one of them alone has a majority");
    expect(
      hemicycle({ lists: [{ id: "a", name: "Left", seats: 9 }, ...lists], quota: 9 }, about).alt,
    ).toContain("Left alone has a majority");
  });

  it("draws the majority line in the middle of an odd house", () => {
    const { svg } = hemicycle({ lists: [{ id: "a", name: "All", seats: 325 }], quota: 163 }, about);
    const line = /<line class="rule dash" x1="([\d.]+)"/.exec(svg);
    expect(Number(line?.[1])).toBeCloseTo(480, -1);
  });

  it("refuses parts that do not add up, and houses too large or empty", () => {
    const wrong = [{ ...lists[1], parts: [{ name: "Old", seats: 3 }] }];
    expect(codeOf(() => hemicycle({ lists: wrong, quota: 4 }, about))).toBe("show/seats");
    expect(codeOf(() => hemicycle({ lists: [], quota: 1 }, about))).toBe("show/seats");
    expect(codeOf(() => hemicycle({ lists: [{ id: "a", name: "A", seats: 701 }], quota: 1 }, about))).toBe(
      "show/seats",
    );
  });
});

describe("a network", () => {
  const nodes = [
    { id: "maliki", name: "Maliki", faction: 0 },
    { id: "allawi", name: "Allawi", faction: 1 },
  ];

  it("draws one line for two directions of one sign, two for different signs", () => {
    const both = (back: number) =>
      network(
        {
          nodes,
          ties: [
            { from: "maliki", to: "allawi", value: -0.5 },
            { from: "allawi", to: "maliki", value: back },
          ],
        },
        about,
      );
    expect(both(-0.9).svg.match(/khostile dash" stroke-width/g)).toHaveLength(1 + 1);
    expect(both(0.4).alt).toContain("1 friendly tie, 1 hostile tie");
    expect(both(-0.9).alt).toContain("0 friendly ties, 1 hostile tie");
  });

  it("marks a frustrated tie and says how many there are", () => {
    const made = network(
      { nodes, ties: [{ from: "maliki", to: "allawi", value: 0.5, frustrated: true }] },
      about,
    );
    expect(made.svg).toContain("frustrated");
    expect(made.alt).toContain("one breaks the partition");
  });

  it("names the near miss of a node that is not there", () => {
    const act = () => network({ nodes, ties: [{ from: "malki", to: "allawi", value: 1 }] }, about);
    expect(codeOf(act)).toBe("show/node");
    expect(act).toThrow('Did you mean "maliki"?');
  });

  it("holds forty actors with no name outside the page", () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      id: `n${i}`,
      name: `Organisation number ${i}`,
      faction: i % 2,
    }));
    const ties = many.flatMap((node, i) => [
      { from: node.id, to: `n${(i * 7 + 1) % 40}`, value: i % 3 === 0 ? -0.7 : 0.5 },
      { from: node.id, to: `n${(i * 5 + 3) % 40}`, value: i % 2 === 0 ? -0.4 : 0.8 },
    ]);
    const { svg, width } = network({ nodes: many, ties }, about);
    for (const [, anchor, x] of svg.matchAll(/<text class="small halo( end| middle)?" x="([\d.]+)"/g)) {
      const wide = 24 * 6;
      const left =
        anchor === " end" ? Number(x) - wide : anchor === " middle" ? Number(x) - wide / 2 : Number(x);
      expect(left).toBeGreaterThan(-25);
      expect(left + wide).toBeLessThan(width + 25);
    }
  });
});

describe("pictures of time", () => {
  const point = { at: "2012-02", low95: 1, low80: 2, low50: 3, median: 4, high50: 5, high80: 6, high95: 7 };

  it("put every number of the fan into its table", () => {
    const { table } = fan(
      {
        unit: "deaths",
        asOf: "2012-01-10",
        panels: [{ id: "a", name: "A", record: [{ at: "2012-01", value: 3.5 }], forecast: [point] }],
      },
      about,
    );
    expect(table.rows).toEqual([
      { name: "A", at: "2012-01", kind: "record", median: 3.5 },
      { name: "A", kind: "forecast", ...point },
    ]);
  });

  it("join observed months, forecast, baselines and outcomes by month", () => {
    const { table } = violence(
      {
        unit: "deaths",
        asOf: "2012-01-10",
        observed: [{ at: "2012-01", value: 230 }],
        forecast: [point],
        baselines: [{ name: "persistence", values: [{ at: "2012-02", value: 230 }] }],
        outcome: [{ at: "2012-02", value: 190 }],
      },
      about,
    );
    expect(table.rows).toEqual([
      { at: "2012-01", observed: 230, baseline0: undefined, outcome: undefined },
      { ...point, observed: undefined, baseline0: 230, outcome: 190 },
    ]);
  });

  it("number events in their order, each mark leading to its row", () => {
    const made = timeline(
      {
        events: [
          { id: "late", at: "2012-01-05", lane: "B", text: "second", tone: "friendly" },
          { id: "early", at: "2011-12-19", lane: "A", text: "first", tone: "hostile", to: "javascript:x" },
        ],
      },
      about,
    );
    expect(made.table.rows.map((row) => [row.n, row.text])).toEqual([
      [1, "first"],
      [2, "second"],
    ]);
    expect(made.svg).toContain('href="#event-early"');
    expect(made.svg).not.toContain("javascript");
    expect(made.svg).toContain("1. 19 December 2011: first");
  });

  it("refuse dates that do not exist", () => {
    const events = [{ id: "x", at: "2012-02-30", lane: "A", text: "never", tone: "neutral" as const }];
    expect(codeOf(() => timeline({ events }, about))).toBe("date/none");
  });
});

describe("pictures of judging", () => {
  it("say which bin of a reliability diagram is off", () => {
    const bin = { low: 0, high: 0.2, mean: 0.1, count: 10, consistent: [0, 0.3] as const };
    expect(calibration({ bins: [{ ...bin, frequency: 0.2 }] }, about).alt).toContain("Every bin lies inside");
    expect(calibration({ bins: [{ ...bin, frequency: 0.5 }] }, about).alt).toContain("the bin about 10%");
  });

  it("count the questions that came out as expected", () => {
    const question = (id: string, probability: number, outcome: boolean) => ({
      id,
      text: id,
      probability,
      outcome,
    });
    const { alt, svg } = probabilities(
      { questions: [question("a", 0.9, true), question("b", 0.8, false), question("c", 0.2, false)] },
      about,
    );
    expect(alt).toContain("Of 3 whose outcome is known, 2 came out on the side expected");
    expect(svg.match(/>missed</g)).toHaveLength(1);
  });

  it("say an effect with its interval", () => {
    const claim = {
      id: "c",
      text: "x",
      effect: 0.032,
      low: 0.011,
      high: 0.054,
      expected: "raises" as const,
      verdict: "supported",
      unit: "share",
    };
    expect(effectInWords(claim)).toBe("+3.2 points (+1.1 to +5.4)");
    expect(effectInWords({ ...claim, effect: -120, low: -300, high: 20, unit: "deaths" })).toBe(
      "−120 deaths (−300 to +20)",
    );
  });

  it("put the widest bar of a tornado first", () => {
    const input = (name: string, atLow: number, atHigh: number) => ({
      name,
      lowInput: "0",
      highInput: "1",
      atLow,
      atHigh,
    });
    const { table } = tornado(
      {
        base: 0.5,
        outcome: "P",
        unit: "probability",
        inputs: [input("small", 0.49, 0.51), input("large", 0.2, 0.6)],
      },
      about,
    );
    expect(table.rows.map((row) => row.name)).toEqual(["large", "small"]);
  });
});

describe("what cannot be drawn is refused", () => {
  it.each([
    ["a network without nodes", () => network({ nodes: [], ties: [] }, about)],
    ["a fan without panels", () => fan({ panels: [], unit: "", asOf: "2012" }, about)],
    ["a timeline without events", () => timeline({ events: [] }, about)],
    [
      "violence without months",
      () => violence({ unit: "deaths", observed: [], forecast: [], asOf: "2012" }, about),
    ],
    ["calibration without forecasts", () => calibration({ bins: [] }, about)],
    ["dots without numbers", () => dots({ series: [], rows: [], unit: "" }, about)],
    ["no questions", () => probabilities({ questions: [] }, about)],
    ["no effects", () => effects({ claims: [] }, about)],
    ["a tornado without inputs", () => tornado({ base: 0, outcome: "x", unit: "", inputs: [] }, about)],
    ["no routes", () => routes({ routes: [] }, about)],
    ["no fronts", () => coupling({ fronts: [], couplings: [], measure: "x" }, about)],
    ["no arenas", () => stackedShares({ holders: [], arenas: [] }, about)],
  ])("%s", (_, act) => {
    expect(codeOf(act)).toBe("show/empty");
  });

  it("shares of more than the whole", () => {
    const data = { holders: [{ id: "a", name: "A" }], arenas: [{ name: "x", shares: { a: 1.2 } }] };
    expect(codeOf(() => stackedShares(data, about))).toBe("show/share");
  });

  it("a probability outside 0 to 1", () => {
    expect(
      codeOf(() => probabilities({ questions: [{ id: "q", text: "q", probability: 1.2 }] }, about)),
    ).toBe("show/probability");
  });

  it("a coupling with a front that is not there", () => {
    const couplings = [{ from: "home", to: "abroad", value: 1 }];
    expect(codeOf(() => coupling({ fronts: ["home"], couplings, measure: "x" }, about))).toBe("show/front");
  });
});
