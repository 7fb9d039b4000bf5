import { exp, TawazunError } from "../../base/index.ts";
import { level, type Plot } from "../draw/axes.ts";
import { glyph, SHAPES } from "../draw/glyph.ts";
import { legend, lineMark } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { roundEnds } from "../draw/scale.ts";
import { fill, stroke } from "../draw/theme.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { number, percent, range, signed } from "../say/number.ts";
import { listOf, plural } from "../say/words.ts";
import { table } from "../tables/table.ts";
import { nameWidth, placeRows } from "./rows.ts";

/** An estimate with its interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface CoefficientsData {
  /** Models whose coefficients stand side by side. */
  readonly models: readonly { readonly id: string; readonly name: string }[];
  readonly terms: readonly {
    readonly name: string;
    readonly group?: string;
    /** By model id; one that is left out has no such term. */
    readonly estimates: { readonly [model: string]: Estimate };
  }[];
  /** Of the intervals; 0.95 if not given. */
  readonly level?: number;
}

const WIDTH = 960;
const ODDS = 168;
/** Estimates beyond this are drawn at the edge: e⁸ is three thousandfold. */
const MOST = 8;

/**
 * Coefficients of one or more fitted models, a row for each term: a dot and its interval around 0, thick where
 * the interval leaves 0 out; with one model, what it does to the odds beside it.
 *
 * @throws {TawazunError} `show/empty` if there is no coefficient to show.
 * @example
 * ```ts
 * import { coefficientPlot } from "tawazun/show";
 * const models = [{ id: "m", name: "choice" }];
 * const terms = [{ name: "reciprocity", estimates: { m: { value: 0.9, low: 0.4, high: 1.4 } } }];
 * coefficientPlot({ models, terms }, { id: "c", title: "Coefficients", method: "By hand." }).alt;
 * //=> "Coefficients: 1 coefficient with 95% intervals; the interval of reciprocity leaves 0 out."
 * ```
 */
export function coefficientPlot(data: CoefficientsData, options: PictureOptions): Picture {
  const all = data.terms.flatMap((term) => Object.values(term.estimates));
  if (all.length === 0)
    throw new TawazunError("show/empty", `"${options.title}" has no coefficient to show.`);
  const sure = percent(data.level ?? 0.95);
  const several = data.models.length > 1;
  const held = (value: number): number => Math.max(-MOST, Math.min(MOST, value));
  const [low, high] = roundEnds(
    Math.min(0, ...all.map((each) => held(each.low))),
    Math.max(0, ...all.map((each) => held(each.high))),
    6,
  );
  const key = legend(
    [
      ...data.models.map((each, m) => ({
        mark: (x: number, y: number): Child =>
          glyph(SHAPES[m % 8], { x: x + 13, y: y + 7, r: 5.5 }, { fill: fill(m), stroke: stroke(m) }),
        name: each.name,
      })),
      { mark: lineMark("kink", 2.6), name: `${sure} interval without 0` },
      { mark: lineMark("kink dash", 1.2), name: `${sure} interval with 0` },
    ],
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const names = nameWidth(
    data.terms.map((term) => term.name),
    120,
    380,
  );
  const top = key.height + 12;
  const rows = placeRows(data.terms, {
    top,
    left: 8,
    width: names,
    least: several ? 12 + 11 * data.models.length : 28,
  });
  const plot: Plot = {
    left: names + 30,
    right: WIDTH - (several ? 24 : ODDS),
    top,
    bottom: rows.bottom + 4,
  };
  const x = level(plot, { low, high });
  const marks = data.terms.flatMap((term, i): Child[] => {
    const { y } = rows.rows[i];
    return [
      el("line", { class: "hair", x1: plot.left, x2: plot.right, y1: y, y2: y }),
      ...data.models.flatMap(({ id, name }, m): Child[] => {
        const found = term.estimates[id];
        if (found === undefined) return [];
        const at = y + (m - (data.models.length - 1) / 2) * 11;
        const open = found.low <= 0 && found.high >= 0;
        const words = `${term.name}, ${name}: ${inNumbers(found)}`;
        return [
          el("line", {
            class: `${stroke(m)}${open ? " dash" : ""}`,
            "stroke-width": open ? 1.2 : 2.6,
            x1: x.scale(held(found.low)),
            x2: x.scale(held(found.high)),
            y1: at,
            y2: at,
          }),
          glyph(
            SHAPES[m % 8],
            { x: x.scale(held(found.value)), y: at, r: 5.5 },
            { fill: fill(m), stroke: stroke(m) },
            words,
          ),
          several
            ? undefined
            : el("text", { class: "small", x: plot.right + 12, y: at + 4 }, oddsText(found)),
        ];
      }),
    ];
  });
  return framed(options, {
    width: WIDTH,
    height: rows.bottom + 46,
    alt: `${options.title}: ${plural(all.length, "coefficient")} with ${sure} intervals; ${clearOnes(data)}.`,
    table: table(
      options.title,
      [
        ...(data.terms.some((term) => term.group !== undefined) ? [{ key: "group", name: "Factor" }] : []),
        { key: "term", name: "Term", wide: true },
        ...(several ? [{ key: "model", name: "Model" }] : []),
        { key: "value", name: "Estimate", digits: 3, measure: "coefficient" },
        { key: "low", name: `Low, ${sure}`, digits: 3, measure: "interval" },
        { key: "high", name: `High, ${sure}`, digits: 3 },
      ],
      data.terms.flatMap((term) =>
        data.models.flatMap(({ id, name }) => {
          const found = term.estimates[id];
          return found === undefined ? [] : [{ group: term.group, term: term.name, model: name, ...found }];
        }),
      ),
    ),
    marks: [
      ...key.marks,
      ...x.marks,
      ...rows.marks,
      el("line", { class: "rule", x1: x.scale(0), x2: x.scale(0), y1: plot.top, y2: plot.bottom }),
      ...marks,
      ...(several
        ? []
        : [el("text", { class: "small soft", x: plot.right + 12, y: rows.bottom + 20 }, "odds or pace ×")]),
      el(
        "text",
        { class: "small soft middle", x: (plot.left + plot.right) / 2, y: rows.bottom + 38 },
        "coefficient: change of the log odds or of the log pace",
      ),
    ],
  });
}

function inNumbers({ value, low, high }: Estimate): string {
  return `${signed(value, 2)} (${range(signed(low, 2), signed(high, 2))})`;
}

/** "2.5 (1.5–4.1)": the odds or the pace by which a coefficient multiplies. */
function oddsText({ value, low, high }: Estimate): string {
  const times = (each: number): string => {
    if (Math.abs(each) > MOST) return each > 0 ? ">2,980" : "<0.0003";
    const factor = exp(each);
    return number(factor, factor >= 100 ? 0 : factor >= 10 ? 1 : 2);
  };
  return `× ${times(value)} (${range(times(low), times(high))})`;
}

function clearOnes(data: CoefficientsData): string {
  const clear = data.terms.filter((term) =>
    Object.values(term.estimates).some(({ low, high }) => low > 0 || high < 0),
  );
  if (clear.length === 0) return "every interval holds 0";
  if (clear.length > 4) return `${clear.length} of ${data.terms.length} terms have one that leaves 0 out`;
  return `the ${clear.length === 1 ? "interval" : "intervals"} of ${listOf(clear.map((term) => term.name))} ${clear.length === 1 ? "leaves" : "leave"} 0 out`;
}
