import type { Game } from "./game.ts";
import type { RuleGame, VotingRule } from "./rule.ts";

/** One quota of votes with clauses on the number of voters: what most councils have. */
export interface SizeClause {
  readonly game: Game;
  /** Fewer voters than this never win. */
  readonly least: number;
  /** This many voters always win. */
  readonly always: number;
}

/** Whether a rule is a number of voters, counted among all. */
function sizeOf(rule: VotingRule): number | undefined {
  return "least" in rule && rule.among === undefined ? rule.least : undefined;
}

/** Parts of a rule that is a list of two: a number of voters and something else. */
function split(
  parts: readonly VotingRule[],
): { readonly size: number; readonly other: VotingRule } | undefined {
  if (parts.length !== 2) return undefined;
  const [a, b] = parts.map(sizeOf);
  if (a !== undefined) return { size: a, other: parts[1] };
  if (b !== undefined) return { size: b, other: parts[0] };
  return undefined;
}

/** The rule as one quota with clauses on size, if it is one; such rules are counted by sorted halves. */
export function sizeClause({ voters, rule }: RuleGame): SizeClause | undefined {
  if ("any" in rule) {
    const outer = split(rule.any);
    if (outer === undefined) return undefined;
    const inner = sizeClause({ voters, rule: outer.other });
    return inner?.always === voters + 1 ? { ...inner, always: outer.size } : undefined;
  }
  if ("all" in rule) {
    const outer = split(rule.all);
    if (outer === undefined || !("quota" in outer.other)) return undefined;
    return { game: outer.other, least: outer.size, always: voters + 1 };
  }
  return "quota" in rule ? { game: rule, least: 0, always: voters + 1 } : undefined;
}
