import { TawazunError } from "../../base/index.ts";
import { level, type Plot } from "../draw/axes.ts";
import { glyph } from "../draw/glyph.ts";
import { legend, lineMark } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { roundEnds } from "../draw/scale.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { percent, range, signed } from "../say/number.ts";
import { listOf, plural } from "../say/words.ts";
import { inPercent, table } from "../tables/table.ts";
import { placeRows, whisker } from "./rows.ts";

/** What taking a claim's cause away does to its outcome, turned round: the effect of the cause. */
export interface ClaimEffect {
  readonly id: string;
  readonly text: string;
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** What the text says the cause does. */
  readonly expected: "raises" | "lowers";
  readonly verdict: string;
  /** Effects of one unit share an axis. */
  readonly unit: string;
}

export interface EffectsData {
  readonly claims: readonly ClaimEffect[];
  /** Of the intervals; 0.95 if not given. */
  readonly level?: number;
}

const WIDTH = 960;
const NAMES = 372;
const VERDICT = 170;

function say(value: number, unit: string): string {
  return inPercent(unit) ? `${signed(value * 100, 1)} points` : `${signed(value)} ${unit}`;
}

/**
 * Effects of alleged causes with their intervals, one axis a unit; the shaded side is the one that the
 * text expects.
 *
 * @throws {TawazunError} `show/empty` without claims.
 * @example
 * ```ts
 * import { effects } from "tawazun/show";
 * const claims = [
 *   { id: "c1", text: "The warrant", effect: -0.02, low: -0.03, high: -0.01, expected: "lowers" as const, verdict: "supported", unit: "share" },
 * ];
 * effects({ claims }, { id: "e", title: "Effects", method: "Paired runs." }).alt;
 * //=> "Effects of 1 alleged cause with 95% confidence intervals: The warrant −2.0 points (supported)."
 * ```
 */
export function effects(data: EffectsData, options: PictureOptions): Picture {
  if (data.claims.length === 0) throw new TawazunError("show/empty", "There are no effects to show.");
  const sure = percent(data.level ?? 0.95);
  const key = legend(
    [
      {
        mark: (x, y) =>
          glyph("disc", { x: x + 13, y: y + 7, r: 5.5 }, { fill: "faccent", stroke: "kaccent" }),
        name: "effect of the alleged cause",
      },
      { mark: lineMark("kaccent", 1.6), name: `${sure} confidence interval` },
      {
        mark: (x, y) => el("rect", { class: "fsoft wash", x: x + 2, y, width: 22, height: 14 }),
        name: "side that the text expects",
      },
    ],
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const marks: Child[] = [...key.marks];
  let top = key.height + 8;
  for (const unit of new Set(data.claims.map((claim) => claim.unit))) {
    const mine = data.claims.filter((claim) => claim.unit === unit);
    const [low, high] = roundEnds(
      Math.min(0, ...mine.map((claim) => claim.low)),
      Math.max(0, ...mine.map((claim) => claim.high)),
      6,
    );
    const rows = placeRows(
      mine.map((claim) => ({ name: claim.text })),
      { top: top + 4, left: 8, width: NAMES, least: 40 },
    );
    const plot: Plot = { left: NAMES + 30, right: WIDTH - VERDICT - 14, top: top + 4, bottom: rows.bottom };
    const x = level(plot, { low, high, unit, about: 5 });
    marks.push(
      ...mine.map((claim, i) => {
        const up = claim.expected === "raises";
        const [from, to] = up ? [x.scale(0), plot.right] : [plot.left, x.scale(0)];
        const { top: y, height } = rows.rows[i];
        return el("rect", {
          class: "fsoft wash",
          x: from,
          y: y + 3,
          width: Math.max(0, to - from),
          height: height - 6,
        });
      }),
      ...x.marks,
      ...rows.marks,
      el("line", { class: "rule", x1: x.scale(0), x2: x.scale(0), y1: plot.top, y2: plot.bottom }),
      ...mine.flatMap((claim, i): Child[] => {
        const { y } = rows.rows[i];
        return [
          ...whisker(y, x.scale, { thin: [claim.low, claim.high] }, "kaccent"),
          glyph(
            "disc",
            { x: x.scale(claim.effect), y, r: 5.5 },
            { fill: "faccent", stroke: "kaccent" },
            `${claim.text}: ${say(claim.effect, unit)}`,
          ),
          el("text", { class: "bold small", x: plot.right + 12, y: y - 2 }, say(claim.effect, unit)),
          el("text", { class: "soft small", x: plot.right + 12, y: y + 13 }, claim.verdict),
        ];
      }),
      el(
        "text",
        { class: "small soft middle", x: (plot.left + plot.right) / 2, y: rows.bottom + 33 },
        inPercent(unit) ? "percentage points" : unit,
      ),
    );
    top = rows.bottom + 48;
  }
  return framed(options, {
    width: WIDTH,
    height: top,
    alt: `Effects of ${plural(data.claims.length, "alleged cause")} with ${sure} confidence intervals: ${listOf(
      data.claims.map((claim) => `${claim.text} ${say(claim.effect, claim.unit)} (${claim.verdict})`),
    )}.`,
    table: table(
      options.title,
      [
        { key: "id", name: "Id" },
        { key: "text", name: "Alleged cause and outcome", wide: true },
        { key: "effect", name: "Effect", measure: "paired-difference" },
        { key: "low", name: `Low, ${sure}` },
        { key: "high", name: `High, ${sure}` },
        { key: "unit", name: "Unit" },
        { key: "expected", name: "The text says it" },
        { key: "verdict", name: "Verdict" },
      ],
      data.claims.map((claim) => ({ ...claim })),
    ),
    marks,
  });
}

/** An effect with its interval in words, for prose: "+3.2 points (+1.1 to +5.4)". */
export function effectInWords(claim: ClaimEffect): string {
  const end = (value: number): string => (inPercent(claim.unit) ? signed(value * 100, 1) : signed(value));
  return `${say(claim.effect, claim.unit)} (${range(end(claim.low), end(claim.high))})`;
}
