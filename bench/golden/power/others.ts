import { banzhaf, type Game, nucleolusOf, shapleyShubik, shapleyValue } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { compare, type Printed } from "./compare.ts";

type Row = { readonly [column: string]: string };

interface PeerErrors extends Game {
  readonly game: string;
  readonly correct_banzhaf?: readonly Printed[];
  readonly correct_ssi?: readonly Printed[];
}

/** What another program prints wrongly, with the correct figures: `{ game, quota, weights, correct_… }`. */
export function peerErrors(file: string, content: unknown): GoldenRow[] {
  const peer = content as PeerErrors;
  if (!Array.isArray(peer.weights) || typeof peer.quota !== "number") return [];
  const game = { quota: peer.quota, weights: peer.weights };
  const row = (
    name: string,
    found: readonly number[],
    printed: readonly Printed[] | undefined,
  ): GoldenRow[] =>
    printed === undefined ? [] : [{ file, table: `${peer.game}, ${name}`, ...compare(found, printed) }];
  return [
    ...row("Banzhaf", banzhaf(game), peer.correct_banzhaf),
    ...row("Shapley–Shubik", shapleyShubik(game), peer.correct_ssi),
  ];
}

interface WorthsGame {
  readonly v: readonly number[];
  readonly order: string;
  readonly shapley?: readonly Printed[];
  readonly nucleolus?: readonly Printed[];
}

/** Worths in the order of `order` ("1,2,3,12,…"), by bit mask. */
function byMask(game: WorthsGame): number[] {
  const worths = new Array<number>(game.v.length + 1).fill(0);
  game.order.split(",").forEach((members, place) => {
    const mask = [...members].reduce((sum, voter) => sum | (1 << (Number(voter) - 1)), 0);
    worths[mask] = game.v[place];
  });
  return worths;
}

/** The order of coalitions by size, for games that name none. */
function usualOrder(count: number): string {
  const n = 31 - Math.clz32(count + 1);
  const names = Array.from({ length: count }, (_, k) =>
    Array.from({ length: n }, (_unused, i) => ((k + 1) & (1 << i) ? `${i + 1}` : "")).join(""),
  );
  return names.sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).join();
}

/** Games in which every coalition has a worth: `{ games: [{ v, order, shapley?, nucleolus? }] }`. */
export async function worthsGames(file: string, content: unknown): Promise<GoldenRow[]> {
  const games = (content as { games?: readonly WorthsGame[] }).games;
  if (!Array.isArray(games)) return [];
  const rows: GoldenRow[] = [];
  for (const [k, game] of games.entries()) {
    if (!Array.isArray(game.v)) continue;
    const worths = byMask({
      ...game,
      order: game.order ?? orderBefore(games, k) ?? usualOrder(game.v.length),
    });
    if (game.shapley !== undefined) {
      rows.push({
        file,
        table: `game ${k + 1}, Shapley value`,
        ...compare(shapleyValue(worths), game.shapley, { tolerance: 1e-9 }),
      });
    }
    if (game.nucleolus !== undefined) {
      const found = await nucleolusOf(worths);
      rows.push({
        file,
        table: `game ${k + 1}, nucleolus`,
        ...compare(found, game.nucleolus, { tolerance: 1e-7 }),
      });
    }
  }
  return rows;
}

/** A table may name the order once, at its first game of that size. */
function orderBefore(games: readonly WorthsGame[], k: number): string | undefined {
  return games.slice(0, k).find((game) => game.v.length === games[k].v.length && game.order !== undefined)
    ?.order;
}

/** Votes with the printed percentage of each: a check of the weights that other tables use. */
export function printedPercentages(file: string, rows: readonly Row[]): GoldenRow[] {
  if (rows.length === 0 || !("votes" in rows[0]) || !("percent_published" in rows[0])) return [];
  const votes = rows.map((row) => Number(row.votes));
  const total = votes.reduce((sum, count) => sum + count, 0);
  const found = votes.map((count) => (100 * count) / total);
  return [
    {
      file,
      table: `${rows.length} members, per cent of ${total} votes`,
      ...compare(
        found,
        rows.map((row) => Number(row.percent_published)),
        { digits: 2 },
      ),
    },
  ];
}

/** Shares of seats and of ministries in cabinets: each must be a whole. The line through them is told. */
export function cabinetShares(file: string, rows: readonly Row[]): GoldenRow[] {
  if (rows.length === 0 || !("seat_share" in rows[0]) || !("portfolio_share" in rows[0])) return [];
  const sums = new Map<string, { seats: number; posts: number }>();
  const points = rows.map((row) => ({
    x: Number(row.seat_share),
    y: Number(row.portfolio_share),
    cabinet: row.cabinet,
  }));
  for (const { x, y, cabinet } of points) {
    const sum = sums.get(cabinet) ?? { seats: 0, posts: 0 };
    sums.set(cabinet, { seats: sum.seats + x, posts: sum.posts + y });
  }
  const worst = [...sums.values()].reduce(
    (most, { seats, posts }) => Math.max(most, Math.abs(seats - 1), Math.abs(posts - 1)),
    0,
  );
  const n = points.length;
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / n;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const slope = mean(({ x, y }) => (x - mx) * (y - my)) / mean(({ x }) => (x - mx) ** 2);
  const off = mean(({ x, y }) => Math.abs(x - y));
  return [
    {
      file,
      table: `${sums.size} cabinets, shares add up to 1`,
      passed: worst <= 1e-2,
      compared: 2 * sums.size,
      worst,
      digits: "1e-2",
      note: `ministries = ${(my - slope * mx).toFixed(4)} + ${slope.toFixed(4)} · seats; proportionality is off by ${off.toFixed(4)} on average`,
    },
  ];
}
