import type { Game, Unions } from "../../../src/measure/index.ts";
import type { GoldenRow } from "../row.ts";
import { compare, type Printed } from "./compare.ts";
import { indexNamed } from "./names.ts";

/** A published game: `{ games: [{ id, quota, weights, expected: { index: figures }, unions? }] }`. */
interface PublishedGame extends Game {
  readonly id: string;
  readonly expected: { readonly [index: string]: readonly Printed[] | Printed };
  readonly unions?: Unions | { readonly [name: string]: Unions };
}

function isPublishedGame(value: unknown): value is PublishedGame {
  return (
    typeof value === "object" &&
    value !== null &&
    "quota" in value &&
    "weights" in value &&
    "expected" in value
  );
}

function unionsOf(game: PublishedGame, name: string | undefined): Unions {
  if (game.unions === undefined) return [];
  if (Array.isArray(game.unions)) return game.unions;
  return (game.unions as { readonly [name: string]: Unions })[name ?? ""] ?? [];
}

/** Published games with any of their indices. */
export function publishedGames(file: string, content: unknown): GoldenRow[] {
  const games = (content as { games?: unknown }).games;
  if (!Array.isArray(games)) return [];
  return games.filter(isPublishedGame).flatMap((game) =>
    Object.entries(game.expected).map(([key, printed]) => {
      const [name, unions] = key.split("|");
      const index = indexNamed(name);
      const table = `${game.id}, ${key}`;
      if (index === undefined) {
        return {
          file,
          table,
          passed: false,
          compared: 0,
          note: `no index is known here by the name "${name}"`,
        };
      }
      const figures = Array.isArray(printed) ? (printed as readonly Printed[]) : [printed as Printed];
      const found = index.of(game, unionsOf(game, unions));
      return { file, table, ...compare(found, figures, { digits: index.digits }) };
    }),
  );
}
