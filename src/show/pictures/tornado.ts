import { TawazunError } from "../../base/index.ts";
import { level, type Plot } from "../draw/axes.ts";
import { boxMark, legend } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { roundEnds } from "../draw/scale.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { number, percent } from "../say/number.ts";
import { firstOf } from "../say/words.ts";
import { inPercent, table } from "../tables/table.ts";
import { nameWidth, placeRows } from "./rows.ts";

/** What the answer becomes when one uncertain input is set to each of its ends. */
export interface TornadoInput {
  readonly name: string;
  /** The input's ends, as a reader would say them, such as "20". */
  readonly lowInput: string;
  readonly highInput: string;
  /** The answer with the input at its low and at its high end. */
  readonly atLow: number;
  readonly atHigh: number;
}

export interface TornadoData {
  readonly base: number;
  readonly outcome: string;
  readonly unit: string;
  readonly inputs: readonly TornadoInput[];
}

const WIDTH = 960;

/**
 * Which uncertain input moves the answer most: a bar from the answer at its low end to that at its high end,
 * widest first.
 *
 * @throws {TawazunError} `show/empty` without inputs.
 * @example
 * ```ts
 * import { tornado } from "tawazun/show";
 * const inputs = [{ name: "Discipline", lowInput: "0.5", highInput: "0.9", atLow: 0.2, atHigh: 0.5 }];
 * tornado({ base: 0.3, outcome: "A motion", unit: "probability", inputs }, { id: "t", title: "T", method: "By hand." }).alt;
 * //=> "Tornado chart. A motion is 30.0% as it stands; the inputs that move it most: Discipline."
 * ```
 */
export function tornado(data: TornadoData, options: PictureOptions): Picture {
  if (data.inputs.length === 0)
    throw new TawazunError("show/empty", "There are no uncertain inputs to show.");
  const reach = (input: TornadoInput): number =>
    Math.max(data.base, input.atLow, input.atHigh) - Math.min(data.base, input.atLow, input.atHigh);
  const inputs = [...data.inputs].sort((a, b) => reach(b) - reach(a) || (a.name < b.name ? -1 : 1));
  const say = (value: number): string => (inPercent(data.unit) ? percent(value, 1) : number(value));
  const all = [data.base, ...inputs.flatMap((input) => [input.atLow, input.atHigh])];
  const [low, high] = roundEnds(Math.min(...all), Math.max(...all), 6);
  const key = legend(
    [
      { mark: boxMark("f0"), name: "input at its high end" },
      { mark: boxMark("f1 wash", "none k1"), name: "input at its low end" },
    ],
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const names = nameWidth(
    inputs.map((input) => input.name),
    120,
    330,
  );
  const rows = placeRows(inputs, { top: key.height + 26, left: 8, width: names, least: 28 });
  const plot: Plot = { left: names + 90, right: WIDTH - 90, top: key.height + 26, bottom: rows.bottom + 2 };
  const x = level(plot, { low, high, unit: data.unit });
  const base = x.scale(data.base);
  const bar = (value: number, y: number, classes: string): Child =>
    el("rect", {
      class: classes,
      x: Math.min(base, x.scale(value)),
      y: y - 8,
      width: Math.abs(x.scale(value) - base),
      height: 16,
    });
  const marks = inputs.flatMap((input, i): Child[] => {
    const { y } = rows.rows[i];
    const label = (value: number, text: string): Child => {
      const left = value < data.base || (value === data.base && text === input.lowInput);
      return el(
        "text",
        { class: `small soft halo${left ? " end" : ""}`, x: x.scale(value) + (left ? -6 : 6), y: y + 4 },
        text,
      );
    };
    return [
      bar(input.atLow, y, "f1 wash"),
      bar(input.atLow, y, "none k1"),
      bar(input.atHigh, y, "f0"),
      label(input.atLow, input.lowInput),
      label(input.atHigh, input.highInput),
    ];
  });
  const widest = inputs.filter((input) => reach(input) > 0).map((input) => input.name);
  return framed(options, {
    width: WIDTH,
    height: rows.bottom + 46,
    alt: `Tornado chart. ${data.outcome} is ${say(data.base)} as it stands; ${
      widest.length === 0 ? "no input moves it" : `the inputs that move it most: ${firstOf(widest, 3)}`
    }.`,
    table: table(
      options.title,
      [
        { key: "name", name: "Input", wide: true },
        { key: "lowInput", name: "Low end", align: "end" },
        { key: "highInput", name: "High end", align: "end" },
        {
          key: "atLow",
          name: `${data.outcome} at low end`,
          measure: "tornado",
          unit: data.unit,
          digits: inPercent(data.unit) ? 1 : undefined,
        },
        {
          key: "atHigh",
          name: `${data.outcome} at high end`,
          measure: "tornado",
          unit: data.unit,
          digits: inPercent(data.unit) ? 1 : undefined,
        },
      ],
      inputs.map((input) => ({ ...input })),
    ),
    marks: [
      ...key.marks,
      ...x.marks,
      ...rows.marks,
      ...marks,
      el("line", { class: "rule", x1: base, x2: base, y1: plot.top - 4, y2: plot.bottom }),
      el("text", { class: "small middle", x: base, y: plot.top - 9 }, `as it stands: ${say(data.base)}`),
      el(
        "text",
        { class: "small soft middle", x: (plot.left + plot.right) / 2, y: rows.bottom + 36 },
        data.outcome,
      ),
    ],
  });
}
