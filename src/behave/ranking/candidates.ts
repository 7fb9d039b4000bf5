import { judgeHistory } from "./judge-history.ts";
import { judgeStanding } from "./judge-standing.ts";
import type { Acquaintance, Memory } from "./memory.ts";
import { neighbourhoods, PARTNERS } from "./neighbourhood.ts";
import type { Rules } from "./rules.ts";
import { rankingStatistics } from "./statistics.ts";

/** How well the asker knows a candidate, in the order in which {@link Candidates} numbers it. */
export const acquaintances: readonly Acquaintance[] = ["act", "pair", "nothing"];

/** Who may be the answer to a question, each with its statistics. */
export interface Candidates {
  readonly count: number;
  readonly actors: Int32Array;
  /** The statistics that are not 0: those of candidate c from starts[c] to starts[c + 1]. */
  readonly starts: Int32Array;
  readonly which: Uint16Array;
  readonly value: Float32Array;
  /** For each candidate, its entry among the asker's pairs; −1 for one never met. */
  readonly pairs: Int32Array;
  /** For each candidate, an index of {@link acquaintances}. */
  readonly known: Uint8Array;
}

/** Candidates in the making. */
export interface Gathering extends Candidates {
  /** [c · statistics + p]. */
  readonly values: Float32Array;
  /** The candidate's number, made one if it was none; −1 if there is no room for more. */
  place(actor: number): number;
  /** The candidate's number; −1 if it is none. */
  find(actor: number): number;
}

/** A question as the memory keeps it: types beyond the number of types are asked backward. */
export interface Asking {
  readonly s: number;
  readonly r: number;
  readonly day: number;
}

/** Room for partners, the popular for a type, the popular at home, and those near. */
export const MOST_CANDIDATES = PARTNERS + 200 + 150 + 60 + 200;

/** Works out candidates and their statistics; gives views that the next question overwrites. */
export function candidateSource(
  memory: Memory,
  rules: Rules,
  { actors, types }: { readonly actors: number; readonly types: number },
): (asking: Asking) => Candidates {
  const width = rankingStatistics.length;
  const slot = new Int32Array(actors).fill(-1);
  const around = neighbourhoods(memory);
  let count = 0;
  const made = {
    get count() {
      return count;
    },
    actors: new Int32Array(MOST_CANDIDATES),
    values: new Float32Array(MOST_CANDIDATES * width),
    starts: new Int32Array(MOST_CANDIDATES + 1),
    which: new Uint16Array(MOST_CANDIDATES * width),
    value: new Float32Array(MOST_CANDIDATES * width),
    pairs: new Int32Array(MOST_CANDIDATES),
    known: new Uint8Array(MOST_CANDIDATES),
    find: (actor: number) => slot[actor],
    place(actor: number) {
      if (slot[actor] >= 0 || count === MOST_CANDIDATES) return slot[actor];
      const c = count++;
      slot[actor] = c;
      made.actors[c] = actor;
      made.pairs[c] = -1;
      made.known[c] = 2;
      made.values.fill(0, c * width, (c + 1) * width);
      return c;
    },
  };
  function gather(): void {
    const { values, starts, which, value } = made;
    let next = 0;
    for (let c = 0; c < count; c++) {
      starts[c] = next;
      const from = c * width;
      for (let p = 0; p < width; p++) {
        if (values[from + p] === 0) continue;
        which[next] = p;
        value[next++] = values[from + p];
      }
    }
    starts[count] = next;
  }
  const history = judgeHistory(memory, rules, types, made);
  const standing = judgeStanding(memory, { actors, types }, made);
  return (asking) => {
    for (let c = 0; c < count; c++) slot[made.actors[c]] = -1;
    count = 0;
    const neighbourhood = around(asking.s, asking.day);
    history(asking, neighbourhood);
    standing(asking, neighbourhood);
    gather();
    return made;
  };
}
