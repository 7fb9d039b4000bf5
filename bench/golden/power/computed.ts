import {
  banzhaf,
  banzhafAbsolute,
  exactSwings,
  type Game,
  qualifiedMajority,
  type RuleGame,
  shapleyShubik,
  swings,
  winningCount,
} from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { compare, type Printed } from "./compare.ts";

interface Computed {
  readonly winning?: number;
  readonly swings?: readonly number[];
  readonly swings_exact?: readonly string[];
  readonly ssi?: readonly number[];
  readonly banzhaf_normalized?: readonly number[];
  readonly penrose_banzhaf?: readonly number[];
}

const KNOWN: readonly (keyof Computed)[] = [
  "winning",
  "swings",
  "swings_exact",
  "ssi",
  "banzhaf_normalized",
  "penrose_banzhaf",
];

/** What is asked of computed figures: our doubles against theirs. */
const DOUBLES = 1e-12;

function check(file: string, table: string, game: Game | RuleGame, computed: Computed): GoldenRow[] {
  const rows: GoldenRow[] = [];
  const add = (name: string, result: ReturnType<typeof compare>): void => {
    rows.push({ file, table: `${table}, ${name}`, ...result });
  };
  const doubles = (
    name: string,
    found: () => readonly number[],
    printed: readonly Printed[] | undefined,
  ): void => {
    if (printed !== undefined) add(name, compare(found(), printed, { tolerance: DOUBLES }));
  };
  if (computed.winning !== undefined) {
    add("winning coalitions", compare([winningCount(game)], [computed.winning]));
  }
  if (computed.swings !== undefined) add("swings", compare(swings(game), computed.swings));
  if (computed.swings_exact !== undefined && !("rule" in game)) {
    const found = exactSwings(game).swings;
    const differing = computed.swings_exact.filter((figure, i) => BigInt(figure) !== found[i]).length;
    add("swings, every digit", {
      passed: differing === 0 && found.length === computed.swings_exact.length,
      compared: computed.swings_exact.length,
      digits: "exact",
      ...(differing === 0 ? {} : { note: `${differing} differ` }),
    });
  }
  doubles("Banzhaf", () => banzhaf(game), computed.banzhaf_normalized);
  doubles("Banzhaf, absolute", () => banzhafAbsolute(game), computed.penrose_banzhaf);
  doubles("Shapley–Shubik", () => shapleyShubik(game), computed.ssi);
  return rows;
}

const hasFigures = (value: object): boolean => KNOWN.some((key) => key in value);

/** Figures computed by other programs for one weighted game: `{ quota, weights, swings_exact, ssi, … }`. */
export function computedGames(file: string, content: unknown): GoldenRow[] {
  const game = content as Game & Computed & { readonly min_size?: number };
  if (!Array.isArray(game.weights) || typeof game.quota !== "number" || !hasFigures(game)) return [];
  return check(file, "one quota", game, game);
}

/**
 * Figures for a council by population: `{ populations, lisbon, noblock, … }`. `lisbon` has the clause on blocking
 * minorities, `noblock` has not; a block with its own `quota`, `weights` and `min_size` is a council on those.
 */
export function computedCouncils(file: string, content: unknown): GoldenRow[] {
  const { populations, ...blocks } = content as { readonly populations?: readonly number[] };
  if (!Array.isArray(populations)) return [];
  return Object.entries(blocks as { readonly [name: string]: unknown }).flatMap(([name, block]) => {
    if (typeof block !== "object" || block === null || Array.isArray(block) || !hasFigures(block)) return [];
    const own = block as Computed & Partial<Game> & { readonly min_size?: number };
    return check(file, name, councilOf(name, populations, own), own);
  });
}

function councilOf(
  name: string,
  populations: readonly number[],
  own: Partial<Game> & { readonly min_size?: number },
): RuleGame {
  if (own.quota !== undefined && own.weights !== undefined) {
    const quota = { quota: own.quota, weights: own.weights };
    return {
      voters: own.weights.length,
      rule: own.min_size === undefined ? quota : { all: [quota, { least: own.min_size }] },
    };
  }
  const council = qualifiedMajority(populations);
  const unblocked = "any" in council.rule ? council.rule.any[0] : council.rule;
  return name.startsWith("noblock") ? { voters: council.voters, rule: unblocked } : council;
}
