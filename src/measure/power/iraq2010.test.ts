import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { minimalWinning } from "../coalition/index.ts";
import {
  banzhaf,
  deeganPackel,
  exactShapleyShubik,
  type Game,
  johnston,
  owen,
  publicGood,
  shapleyShubik,
  winningCount,
} from "./index.ts";

const file = new URL("../../../../shared/data/iraq/power-indices-computed.json", import.meta.url);
const there = existsSync(file);
if (!there) console.warn("skipped: the figures for Iraq 2010 lie in ../shared/data/iraq, which is not here");

interface Player {
  readonly name: string;
  readonly seats: number;
  readonly ssi: string;
  readonly banzhaf: string;
  readonly pgi: string;
  readonly deegan_packel: string;
  readonly johnston: string;
  readonly owen_with_NationalAlliance_union: string;
}

const value = (fraction: string): number => {
  const [over, under = "1"] = fraction.split("/");
  return Number(over) / Number(under);
};

describe.skipIf(!there)("Iraq's Council of Representatives of 2010, as exact fractions", () => {
  const content = there ? JSON.parse(readFileSync(file, "utf8")) : { players: [] };
  const players: readonly Player[] = content.players;
  const game: Game = { quota: 163, weights: players.map(({ seats }) => seats) };
  const alliance = players.flatMap(({ name }, i) => (["State of Law", "INA"].includes(name) ? [i] : []));

  it.each<[keyof Player, () => readonly number[]]>([
    ["ssi", () => shapleyShubik(game)],
    ["banzhaf", () => banzhaf(game)],
    ["pgi", () => publicGood(game)],
    ["deegan_packel", () => deeganPackel(game)],
    ["johnston", () => johnston(game)],
    ["owen_with_NationalAlliance_union", () => owen(game, [alliance])],
  ])("gives every list its %s", (key, index) => {
    for (const [i, found] of index().entries()) expect(found).toBeCloseTo(value(String(players[i][key])), 15);
  });

  it("gives the Shapley–Shubik fractions themselves, and the numbers of coalitions", () => {
    const { numerators, denominator } = exactShapleyShubik(game);
    players.forEach(({ ssi }, i) => {
      const [over, under] = ssi.split("/").map(BigInt);
      expect(numerators[i] * under).toBe(over * denominator);
    });
    expect(winningCount(game)).toBe(content.winning);
    expect(minimalWinning(game).length).toBe(content.mwc);
  });
});

describe("Iraq 2010", () => {
  const seats = [91, 89, 70, 43, 8, 8, 6, 4, 4, 2];

  it("gives the Kurdistan Alliance with 43 seats no more power than a list with four", () => {
    const power = shapleyShubik({ quota: 163, weights: seats });
    expect(power[3]).toBe(power[8]);
  });

  it("lets it decide once Iraqiya falls into two", () => {
    const before = shapleyShubik({ quota: 163, weights: seats })[3];
    const after = shapleyShubik({ quota: 163, weights: [46, 45, ...seats.slice(1)] })[4];
    expect(after).toBeGreaterThan(5 * before);
  });
});
