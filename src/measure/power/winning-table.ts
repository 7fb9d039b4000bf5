import { TawazunError } from "../../base/index.ts";
import { type Diagram, diagram, LOSE, WIN } from "./diagram.ts";
import type { RuleGame } from "./rule.ts";

/** A table of all coalitions is made for at most this many voters: 16 MB. */
const MOST_FOR_TABLE = 24;

/** table[mask]: 1 if the coalition of the voters whose bits are set wins. */
function winningTable(game: RuleGame): Uint8Array {
  if (game.voters > MOST_FOR_TABLE) {
    throw new TawazunError(
      "power/size",
      `Under a rule of several parts every coalition is looked at, which ${game.voters} voters have too many of: at most ${MOST_FOR_TABLE}.`,
    );
  }
  const asked = diagram(game);
  const table = new Uint8Array(2 ** game.voters);
  fill(asked, table);
  return table;
}

function fill({ levels, voters, root }: Diagram, table: Uint8Array): void {
  const walk = (l: number, node: number, mask: number): void => {
    if (node === LOSE) return;
    if (l === voters) {
      table[mask] = node === WIN ? 1 : 0;
      return;
    }
    const bit = 1 << levels[l].voter;
    walk(l + 1, node === WIN ? WIN : levels[l].against[node], mask);
    walk(l + 1, node === WIN ? WIN : levels[l].inFavour[node], mask | bit);
  };
  walk(0, root, 0);
}

/** Calls with every winning coalition as a mask, and the mask of its critical members. */
export function eachCritical(game: RuleGame, visit: (members: number, critical: number) => void): void {
  const table = winningTable(game);
  for (let mask = 1; mask < table.length; mask++) {
    if (table[mask] === 0) continue;
    let critical = 0;
    for (let left = mask; left !== 0; left &= left - 1) {
      const bit = left & -left;
      if (table[mask ^ bit] === 0) critical |= bit;
    }
    visit(mask, critical);
  }
}

/** Counts coalitions by a size and for each voter of a mask: with[i · (n + 1) + size]. */
export function countMask(mask: number, size: number, n: number, counts: Float64Array): void {
  for (let left = mask; left !== 0; left &= left - 1) {
    counts[(31 - Math.clz32(left & -left)) * (n + 1) + size]++;
  }
}

/** How many voters a mask has. */
export function sizeOfMask(mask: number): number {
  let size = 0;
  for (let left = mask; left !== 0; left &= left - 1) size++;
  return size;
}
