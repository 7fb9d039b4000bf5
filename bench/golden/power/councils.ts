import { type Game, majority, type RuleGame, swings } from "../../../src/measure/index.ts";
import { diagram } from "../../../src/measure/power/diagram.ts";
import { tallyOn } from "../../../src/measure/power/diagram-counts.ts";
import { swingsByEnumeration } from "../../../src/measure/power/enumeration.ts";
import type { GoldenRow } from "../row.ts";

type Row = { readonly [column: string]: string };

/**
 * The qualified majority of the Council by the sum of all votes: treaties of Rome, of accession and of Nice.
 * From 2004 on a majority of the members is needed too.
 */
const QUALIFIED: { readonly [votes: number]: { readonly quota: number; readonly members?: true } } = {
  17: { quota: 12 },
  58: { quota: 41 },
  63: { quota: 45 },
  76: { quota: 54 },
  87: { quota: 62 },
  124: { quota: 88, members: true },
  321: { quota: 232, members: true },
  345: { quota: 255, members: true },
  352: { quota: 260, members: true },
};

/** Up to this many members every coalition is looked at. */
const FEW = 15;

/**
 * A table of council votes: one row a member, one column a period (`v…`), and columns of populations (`p…`).
 * The file prints no power. What is checked: each period's votes add up to a council the treaties know, and two
 * independent ways of counting give the same swings, to the last one.
 */
export function councils(file: string, rows: readonly Row[]): GoldenRow[] {
  if (rows.length === 0 || !("country" in rows[0])) return [];
  const columns = Object.keys(rows[0]);
  const votes = columns.filter((column) => /^v\d+[a-z]*$/.test(column));
  const populations = columns.filter((column) => /^p\d+[a-z]*$/.test(column));
  const found = new Map<string, GoldenRow>();
  for (const column of votes) {
    for (const other of [undefined, ...populations]) {
      const members = rows.filter((row) => row[column] !== "" && (other === undefined || row[other] !== ""));
      const weights = members.map((row) => Number(row[column]));
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const rule = QUALIFIED[total];
      if (rule === undefined || found.has(weights.join())) continue;
      const table = `${column}: ${weights.length} members, ${rule.quota} of ${total} votes`;
      found.set(weights.join(), {
        file,
        table,
        ...twoWays({ quota: rule.quota, weights }, rule.members === true),
      });
    }
  }
  return [...found.values()];
}

function twoWays(game: Game, members: boolean): Pick<GoldenRow, "passed" | "compared" | "digits" | "note"> {
  const n = game.weights.length;
  const least = majority(new Array<number>(n).fill(1));
  const council: RuleGame = { voters: n, rule: members ? { all: [game, { least }] } : game };
  const ours = swings(council);
  const counted = tallyOn(diagram(council)).swings;
  const byDiagram = ours.map((_, i) =>
    counted.slice(i * n, (i + 1) * n).reduce((sum, count) => sum + count, 0),
  );
  const other = !members && n <= FEW ? swingsByEnumeration(game.quota, game.weights) : byDiagram;
  return {
    passed: ours.every((count, i) => count === other[i]),
    compared: n,
    digits: "exact",
    note: members
      ? `with ${least} members at least; sorted halves and the decision diagram count the same swings`
      : `${n <= FEW ? "every coalition looked at" : "the decision diagram"} gives the same swings`,
  };
}
