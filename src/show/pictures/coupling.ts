import { TawazunError } from "../../base/index.ts";
import { type Child, el } from "../draw/markup.ts";
import { lines } from "../draw/text.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { percent, range, signed } from "../say/number.ts";
import { capital } from "../say/words.ts";
import { table } from "../tables/table.ts";

/** How much what happens on one front follows what happened on another. */
export interface Coupling {
  readonly from: string;
  readonly to: string;
  /** On any scale on which 0 is no coupling, such as a log rate ratio. */
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** How many events it rests on. */
  readonly events?: number;
}

export interface CouplingData {
  readonly fronts: readonly string[];
  readonly couplings: readonly Coupling[];
  /** What the value is, such as "log rate ratio of a hostile event". */
  readonly measure: string;
  /** Of the intervals; 0.95 if not given. */
  readonly level?: number;
}

const LEFT = 190;
const CELL = 190;
const TALL = 96;

/** A square whose area follows the value; hollow and dashed where the interval holds 0. */
function cell(coupling: Coupling, x: number, y: number, most: number): Child[] {
  const side = most === 0 ? 0 : 58 * Math.sqrt(Math.abs(coupling.value) / most);
  const tone = coupling.value < 0 ? "hostile" : "friendly";
  const { low, high } = coupling;
  const unsure = low !== undefined && high !== undefined && low <= 0 && high >= 0;
  const interval = low === undefined || high === undefined ? "" : range(signed(low, 2), signed(high, 2));
  return [
    el("rect", {
      class: unsure ? `none k${tone} dash` : `f${tone} wash`,
      "stroke-width": unsure ? 1.4 : undefined,
      x: x + 40 - side / 2,
      y: y + TALL / 2 - side / 2,
      width: side,
      height: side,
      rx: 3,
    }),
    el("text", { class: "bold", x: x + 80, y: y + TALL / 2 + 1 }, signed(coupling.value, 2)),
    el("text", { class: "small soft", x: x + 80, y: y + TALL / 2 + 17 }, interval),
  ];
}

/**
 * How the fronts are coupled: rows the front where something happened, columns the front that followed.
 *
 * @throws {TawazunError} `show/empty` without fronts; `show/front` if a coupling names another one.
 * @example
 * ```ts
 * import { coupling } from "tawazun/show";
 * const couplings = [{ from: "foreign", to: "domestic", value: 0.33, low: 0.09, high: 0.57 }];
 * const data = { fronts: ["domestic", "foreign"], couplings, measure: "log rate ratio" };
 * coupling(data, { id: "c", title: "Coupling", method: "Fitted." }).alt;
 * //=> "How far the fronts are coupled, log rate ratio: the strongest between fronts is from foreign to domestic, +0.33."
 * ```
 */
export function coupling(data: CouplingData, options: PictureOptions): Picture {
  const { fronts } = data;
  if (fronts.length === 0) throw new TawazunError("show/empty", "There are no fronts to show.");
  for (const each of data.couplings) {
    for (const name of [each.from, each.to]) {
      if (!fronts.includes(name)) {
        throw new TawazunError(
          "show/front",
          `A coupling names the front "${name}", which is not among them.`,
        );
      }
    }
  }
  const most = Math.max(0, ...data.couplings.map((each) => Math.abs(each.value)));
  const top = 54;
  const marks: Child[] = [
    el("text", { class: "small soft middle", x: LEFT + (CELL * fronts.length) / 2, y: 16 }, "followed on"),
    el("text", { class: "small soft", x: 8, y: top - 10 }, "after hostility on"),
  ];
  fronts.forEach((front, i) => {
    marks.push(
      el(
        "text",
        { class: "bold middle", x: LEFT + CELL * (i + 0.5), y: top - 14 },
        ...lines(capital(front), CELL - 8, 13, 1),
      ),
      el(
        "text",
        { class: "bold", x: 8, y: top + TALL * (i + 0.5) + 4 },
        ...lines(capital(front), LEFT - 16, 13, 1),
      ),
    );
    for (let j = 0; j < fronts.length; j++) {
      const x = LEFT + CELL * j;
      const y = top + TALL * i;
      marks.push(el("rect", { class: "none kline", "stroke-width": 0.7, x, y, width: CELL, height: TALL }));
      const found = data.couplings.find((each) => each.from === front && each.to === fronts[j]);
      marks.push(
        ...(found === undefined
          ? [el("text", { class: "middle small soft", x: x + CELL / 2, y: y + TALL / 2 + 4 }, "not measured")]
          : cell(found, x, y, most)),
      );
    }
  });
  const bottom = top + TALL * fronts.length;
  const across = data.couplings.filter((each) => each.from !== each.to);
  const strongest = across.reduce<Coupling | undefined>(
    (best, each) => (best === undefined || Math.abs(each.value) > Math.abs(best.value) ? each : best),
    undefined,
  );
  const sure = percent(data.level ?? 0.95);
  marks.push(
    el("text", { class: "small soft", x: 8, y: bottom + 22 }, `${capital(data.measure)}; 0 is no coupling.`),
    el(
      "text",
      { class: "small soft", x: 8, y: bottom + 38 },
      `Ranges: ${sure} intervals. Dashed: the interval holds 0.`,
    ),
  );
  return framed(options, {
    width: Math.max(520, LEFT + CELL * fronts.length + 12),
    height: bottom + 50,
    alt: `How far the fronts are coupled, ${data.measure}: ${
      strongest === undefined
        ? "none measured between fronts"
        : `the strongest between fronts is from ${strongest.from} to ${strongest.to}, ${signed(strongest.value, 2)}`
    }.`,
    table: table(
      options.title,
      [
        { key: "from", name: "After hostility on" },
        { key: "to", name: "Followed on" },
        { key: "value", name: capital(data.measure), digits: 3 },
        { key: "low", name: `Low, ${sure}`, digits: 3 },
        { key: "high", name: `High, ${sure}`, digits: 3 },
        { key: "events", name: "Events" },
      ],
      data.couplings.map((each) => ({ ...each })),
    ),
    marks,
  });
}
