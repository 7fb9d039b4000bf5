import { TawazunError } from "../../base/index.ts";
import type { Value } from "./answer.ts";
import type { TableRow } from "./read-rows.ts";

/** A condition on the value of one column. */
export interface Condition {
  readonly column: string;
  holds(row: TableRow): boolean;
}

const FORM = /^\s*([\p{L}\p{N}_.-]+|"[^"]+")\s*(<=|>=|!=|<>|==|=|<|>)\s*(.+?)\s*$/u;

/**
 * A condition from its words: a column, one of `= != < <= > >=`, and a number, a text, true or false.
 *
 * @throws {TawazunError} `query/where` for anything else.
 * @remarks As in SQL, nothing is larger, smaller, equal or unequal to a value that is missing.
 */
export function conditionOf(words: string): Condition {
  const found = FORM.exec(words);
  if (found === null) {
    const message = `"${words}" is no condition; write a column, one of = != < <= > >=, and a value: "calm > 0.5".`;
    throw new TawazunError("query/where", message);
  }
  const [, name, sign, given] = found;
  const column = name.replace(/^"|"$/g, "");
  const wanted = wantedOf(given);
  return {
    column,
    holds(row) {
      const value = row[column] ?? null;
      if (value === null) return false;
      const way = compared(value, wanted);
      if (way === undefined) return sign === "!=" || sign === "<>";
      if (sign === "=" || sign === "==") return way === 0;
      if (sign === "!=" || sign === "<>") return way !== 0;
      if (sign === "<") return way < 0;
      if (sign === "<=") return way <= 0;
      return sign === ">" ? way > 0 : way >= 0;
    },
  };
}

function wantedOf(given: string): Value {
  if (/^(['"]).*\1$/.test(given)) return given.slice(1, -1);
  if (given === "true" || given === "false") return given === "true";
  return Number.isFinite(Number(given)) ? Number(given) : given;
}

/** Which of two is larger; nothing where they are of different kinds. */
function compared(value: string | number | boolean, wanted: Value): number | undefined {
  if (typeof value !== typeof wanted || wanted === null) return undefined;
  return value < wanted ? -1 : value > wanted ? 1 : 0;
}
