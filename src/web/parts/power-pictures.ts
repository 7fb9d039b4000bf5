import type { TFunction } from "i18next";
import { escapeText, number, type Picture, percent, table } from "../../show/index.ts";

/** What a list is worth now, and what it was worth as the case stands. */
export interface WorthRow {
  readonly name: string;
  readonly seats: number;
  readonly shapley: number;
  readonly banzhaf: number;
  readonly before?:
    | { readonly seats: number; readonly shapley: number; readonly banzhaf: number }
    | undefined;
}

/** Words of the pictures, in the reader's language. */
export type Say = TFunction;

const WIDTH = 640;
const LEFT = 190;
const ROW = 34;

/** Share of seats and indices side by side; an outline says what was before the reader changed anything. */
export function worthPicture(rows: readonly WorthRow[], say: Say): Picture {
  const total = rows.reduce((sum, row) => sum + row.seats, 0) || 1;
  const before = rows.reduce((sum, row) => sum + (row.before?.seats ?? 0), 0) || 1;
  const values = rows.flatMap((row) => [
    row.seats / total,
    row.shapley,
    row.banzhaf,
    (row.before?.seats ?? 0) / before,
    row.before?.shapley ?? 0,
    row.before?.banzhaf ?? 0,
  ]);
  const most = Math.max(0.05, ...values);
  const x = (value: number): number => (value / most) * (WIDTH - LEFT - 60);
  const marks = rows.map((row, i) => {
    const y = 26 + i * ROW;
    const bars = [
      ["f8", row.seats / total, (row.before?.seats ?? 0) / before],
      ["f0", row.shapley, row.before?.shapley],
      ["f1", row.banzhaf, row.before?.banzhaf],
    ] as const;
    const drawn = bars.map(([look, value, old], k) => {
      const top = y + k * 9;
      const ghost =
        row.before === undefined || old === undefined || Math.abs(old - value) < 5e-4
          ? ""
          : `<rect class="none ksoft" stroke-dasharray="3 2" x="${LEFT}" y="${top - 1}" width="${f(x(old))}" height="9"/>`;
      return `<rect class="${look}" x="${LEFT}" y="${top}" width="${f(Math.max(0.5, x(value)))}" height="7"/>${ghost}`;
    });
    // The number stands behind the bars and the outlines.
    const longest = Math.max(...bars.flatMap(([, value, old]) => [value, old ?? 0]));
    const name = row.name.length > 27 ? `${row.name.slice(0, 26)}…` : row.name;
    return `<g><title>${escapeText(row.name)}: ${percent(row.seats / total, 1)}, ${percent(row.shapley, 1)}, ${percent(row.banzhaf, 1)}</title><text class="small end" x="${LEFT - 8}" y="${y + 16}">${escapeText(name)}</text>${drawn.join("")}<text class="small soft" x="${f(LEFT + x(longest) + 8)}" y="${y + 16}">${percent(row.shapley, 1)}</text></g>`;
  });
  const key = [
    ["f8", "power.seatShare"],
    ["f0", "power.shapley"],
    ["f1", "power.banzhaf"],
  ].map(
    ([look, words], i) =>
      `<rect class="${look}" x="${LEFT + i * 150}" y="6" width="10" height="10"/><text class="small" x="${LEFT + 14 + i * 150}" y="15">${escapeText(say(words))}</text>`,
  );
  const height = 36 + rows.length * ROW;
  return picture({
    ...{ id: "worth", title: say("power.worth"), method: say("power.worthMethod"), height },
    alt: say("power.worthAlt", { name: rows[0]?.name ?? "", share: percent(rows[0]?.shapley ?? 0, 1) }),
    marks: [...key, ...marks].join(""),
    table: table(
      say("power.worth"),
      [
        { key: "name", name: say("power.list") },
        { key: "seats", name: say("power.seats") },
        { key: "share", name: say("power.seatShare"), unit: "share", digits: 1, measure: "seat-share" },
        { key: "shapley", name: say("power.shapley"), unit: "share", digits: 1, measure: "shapley-shubik" },
        { key: "banzhaf", name: say("power.banzhaf"), unit: "share", digits: 1, measure: "banzhaf" },
        { key: "seatsBefore", name: say("power.seatsBefore") },
        {
          key: "shapleyBefore",
          name: say("power.shapleyBefore"),
          unit: "share",
          digits: 1,
          measure: "shapley-shubik",
        },
      ],
      rows.map((row) => ({
        ...{ name: row.name, seats: row.seats, share: row.seats / total },
        ...{ shapley: row.shapley, banzhaf: row.banzhaf },
        ...{ seatsBefore: row.before?.seats, shapleyBefore: row.before?.shapley },
      })),
    ),
  });
}

/** Who stands together, as a bar of seats with the line of those needed. */
export function seatBar(
  parts: readonly {
    readonly name: string;
    readonly seats: number;
    readonly look: string;
    readonly side: string;
  }[],
  needed: number,
  all: number,
  { id, title, method }: { readonly id: string; readonly title: string; readonly method: string },
  say: Say,
): Picture {
  const x = (seats: number): number => 10 + (seats / Math.max(all, needed, 1)) * (WIDTH - 20);
  let at = 0;
  const drawn = parts
    .filter((part) => part.seats > 0)
    .map(({ name, seats, look }) => {
      const [from, to] = [x(at), x(at + seats)];
      at += seats;
      const room = Math.floor((to - from - 8) / 6.6);
      const words = name.length <= room ? name : room >= 5 ? `${name.slice(0, room - 1)}…` : "";
      return `<g><title>${escapeText(name)}: ${number(seats)}</title><rect class="${look}" x="${f(from)}" y="18" width="${f(Math.max(1, to - from - 1))}" height="30"/><text class="small halo" x="${f(from + 4)}" y="37">${escapeText(words)}</text></g>`;
    });
  const line = x(needed);
  const sum = parts.reduce((seats, part) => seats + (part.look === "fhair" ? 0 : part.seats), 0);
  const label = say("power.needed", { count: needed });
  return picture({
    ...{ id, title, method, height: 66 },
    alt: say("power.barAlt", { seats: sum, needed }),
    marks: `<rect class="none hair" x="10" y="18" width="${WIDTH - 20}" height="30"/>${drawn.join("")}<line class="rule" stroke-width="2" x1="${f(line)}" x2="${f(line)}" y1="12" y2="54"/><text class="small ${line > WIDTH / 2 ? "end" : ""}" x="${f(line)}" y="64">${escapeText(label)}</text>`,
    table: table(
      title,
      [
        { key: "name", name: say("power.list") },
        { key: "seats", name: say("power.seats") },
        { key: "side", name: say("power.side") },
      ],
      parts.map(({ name, seats, side }) => ({ name, seats, side })),
    ),
  });
}

function picture(
  made: Pick<Picture, "id" | "title" | "alt" | "method" | "table" | "height"> & { readonly marks: string },
): Picture {
  const { marks, ...rest } = made;
  const { id, title, alt, height } = rest;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="tz" role="img" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" aria-labelledby="${id}-title ${id}-alt"><title id="${id}-title">${escapeText(title)}</title><desc id="${id}-alt">${escapeText(alt)}</desc>${marks}</svg>`;
  return { kind: "picture", ...rest, sources: [], width: WIDTH, svg };
}

function f(value: number): string {
  return value.toFixed(1);
}
