import { TawazunError } from "../../base/index.ts";
import { boxMark, legend } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { textWidth } from "../draw/text.ts";
import { fill, SERIES } from "../draw/theme.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { percent } from "../say/number.ts";
import { listOf } from "../say/words.ts";
import { table } from "../tables/table.ts";
import { nameWidth, placeRows } from "./rows.ts";

export interface SharesData {
  /** Whose shares they are, in the order in which they stand. */
  readonly holders: readonly { readonly id: string; readonly name: string; readonly short?: string }[];
  /** Rows of shares by holder's id, 0…1; what is left to 1 is drawn as the rest. */
  readonly arenas: readonly {
    readonly name: string;
    readonly group?: string;
    readonly shares: { readonly [holder: string]: number };
  }[];
  /** What the rest is called; "others" if not given. */
  readonly rest?: string;
}

const WIDTH = 960;
const BAR = 24;

/**
 * Shares by arena as bars cut into parts, a name or a number on each part that has room.
 *
 * @throws {TawazunError} `show/empty` without arenas; `show/share` if a row's shares exceed 1.
 * @example
 * ```ts
 * import { stackedShares } from "tawazun/show";
 * const data = { holders: [{ id: "a", name: "A" }], arenas: [{ name: "Parliament", shares: { a: 0.6 } }] };
 * stackedShares(data, { id: "s", title: "Shares", method: "By hand." }).alt;
 * //=> "Shares by arena; the largest of each: Parliament: A 60%."
 * ```
 */
export function stackedShares(data: SharesData, options: PictureOptions): Picture {
  if (data.arenas.length === 0) throw new TawazunError("show/empty", "There are no arenas to show.");
  const rest = data.rest ?? "others";
  const names = nameWidth(
    data.arenas.map((arena) => arena.name),
    90,
    240,
  );
  const left = names + 24;
  const room = WIDTH - left - 12;
  let hasRest = false;
  const rows = placeRows(data.arenas, { top: 0, left: 8, width: names, least: BAR + 12 });
  const bars = data.arenas.flatMap((arena, i): Child[] => {
    const { y } = rows.rows[i];
    const marks: Child[] = [];
    let at = 0;
    const part = (share: number, name: string, short: string, classes: string): void => {
      const width = share * room;
      const number = percent(share);
      const x = left + at * room;
      const long = `${short} ${number}`;
      const text =
        textWidth(long, 11.5) < width - 8 ? long : textWidth(number, 11.5) < width - 4 ? number : "";
      marks.push(
        el(
          "g",
          {},
          el("title", {}, `${arena.name}, ${name}: ${percent(share, 1)}`),
          el("rect", {
            class: classes,
            x: x + 0.75,
            y: y - BAR / 2,
            width: Math.max(0.5, width - 1.5),
            height: BAR,
          }),
          text === ""
            ? undefined
            : el("text", { class: "small middle on", x: x + width / 2, y: y + 4 }, text),
        ),
      );
      at += share;
    };
    data.holders.forEach((holder, k) => {
      const share = arena.shares[holder.id] ?? 0;
      if (share > 0)
        part(
          share,
          holder.name,
          holder.short ?? holder.name,
          `${fill(k)}${k >= SERIES ? " faint" : ""} tint`,
        );
    });
    if (at > 1 + 1e-6) {
      throw new TawazunError(
        "show/share",
        `The shares of ${arena.name} add up to ${percent(at, 1)}, more than the whole.`,
      );
    }
    if (at < 1 - 0.0005) {
      hasRest = true;
      part(1 - at, rest, rest, "fhair");
    }
    return marks;
  });
  const key = legend(
    [
      ...data.holders.map((holder, k) => ({ mark: boxMark(`${fill(k)} tint`), name: holder.name })),
      ...(hasRest ? [{ mark: boxMark("fhair"), name: rest }] : []),
    ],
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const leaders = data.arenas.map((arena) => {
    const best = [...data.holders].sort((a, b) => (arena.shares[b.id] ?? 0) - (arena.shares[a.id] ?? 0))[0];
    return `${arena.name}: ${best?.name ?? rest} ${percent(arena.shares[best?.id ?? ""] ?? 0)}`;
  });
  return framed(options, {
    width: WIDTH,
    height: rows.bottom + key.height + 16,
    alt: `Shares by arena; the largest of each: ${listOf(leaders)}.`,
    table: table(
      options.title,
      [
        { key: "arena", name: "Arena" },
        ...data.holders.map((holder) => ({ key: holder.id, name: holder.name, unit: "share", digits: 1 })),
      ],
      data.arenas.map((arena) => ({ ...arena.shares, arena: arena.name })),
    ),
    marks: [...key.marks, el("g", { transform: `translate(0 ${key.height + 8})` }, ...rows.marks, ...bars)],
  });
}
