import { TawazunError } from "../../base/index.ts";
import { checkGame, type Game } from "./game.ts";

/**
 * What a coalition must satisfy to win: a tree whose leaves are quotas.
 *
 * - `{ quota, weights }`: enough votes; voters without a vote in this house have weight 0;
 * - `{ least, among }`: enough voters, counted among all or among some;
 * - `{ veto }`: each of these voters agrees;
 * - `{ all }`, `{ any }`: every one, or at least one, of several rules.
 */
export type VotingRule =
  | Game
  | { readonly least: number; readonly among?: readonly number[] }
  | { readonly veto: readonly number[] }
  | { readonly all: readonly VotingRule[] }
  | { readonly any: readonly VotingRule[] };

/**
 * A voting game with any rule.
 *
 * @example The UN Security Council: nine of fifteen, and no permanent member against.
 * ```ts
 * import { type RuleGame, shapleyShubik } from "tawazun/measure";
 * const council: RuleGame = { voters: 15, rule: { all: [{ veto: [0, 1, 2, 3, 4] }, { least: 9 }] } };
 * shapleyShubik(council)[14] === 4 / 2145; //=> true
 * ```
 */
export interface RuleGame {
  readonly voters: number;
  readonly rule: VotingRule;
}

/** Whether a game has a rule of several parts. */
export function hasRule(game: Game | RuleGame): game is RuleGame {
  return "rule" in game;
}

/** How many voters a game has. */
export function votersOf(game: Game | RuleGame): number {
  return hasRule(game) ? game.voters : game.weights.length;
}

function checkVoters(voters: readonly number[], n: number, what: string): void {
  const seen = new Set<number>();
  for (const voter of voters) {
    if (!Number.isInteger(voter) || voter < 0 || voter >= n) {
      throw new TawazunError(
        "rule/voter",
        `${what} names voter ${voter}; the voters are counted from 0 to ${n - 1}.`,
      );
    }
    if (seen.has(voter)) throw new TawazunError("rule/voter", `${what} names voter ${voter} twice.`);
    seen.add(voter);
  }
  if (voters.length === 0) throw new TawazunError("rule/voter", `${what} names no voter.`);
}

function checkRule(rule: VotingRule, n: number): void {
  if ("all" in rule || "any" in rule) {
    const parts = "all" in rule ? rule.all : rule.any;
    if (parts.length === 0) {
      throw new TawazunError(
        "rule/empty",
        `A rule "${"all" in rule ? "all" : "any"}" has no parts; give at least one.`,
      );
    }
    for (const part of parts) checkRule(part, n);
  } else if ("veto" in rule) checkVoters(rule.veto, n, "A veto");
  else if ("least" in rule) {
    if (rule.among !== undefined) checkVoters(rule.among, n, "A number of voters");
    const most = rule.among?.length ?? n;
    if (!Number.isInteger(rule.least) || rule.least < 1 || rule.least > most) {
      throw new TawazunError(
        "rule/least",
        `At least ${rule.least} voters are asked for; it must be from 1 to ${most}.`,
      );
    }
  } else {
    if (rule.weights.length !== n) {
      throw new TawazunError(
        "rule/weights",
        `A quota has ${rule.weights.length} weights for ${n} voters; give one each, 0 for those without a vote.`,
      );
    }
    checkGame(rule);
  }
}

/**
 * The game itself, if its rule is one.
 *
 * @throws {TawazunError} `game/weight`, `game/quota`: see {@link checkGame}; `rule/voters`, `rule/voter`, `rule/least`,
 * `rule/weights`, `rule/empty`.
 */
export function checkRuleGame(game: RuleGame): RuleGame {
  if (!Number.isInteger(game.voters) || game.voters < 1) {
    throw new TawazunError(
      "rule/voters",
      `The game has ${game.voters} voters; it needs a whole number from 1.`,
    );
  }
  checkRule(game.rule, game.voters);
  return game;
}

/**
 * Whether a coalition satisfies a rule.
 *
 * @param members voters by place; each once.
 * @example
 * ```ts
 * import { satisfies } from "tawazun/measure";
 * satisfies({ any: [{ least: 3 }, { veto: [0] }] }, [0]); //=> true
 * ```
 */
export function satisfies(rule: VotingRule, members: readonly number[]): boolean {
  if ("all" in rule) return rule.all.every((part) => satisfies(part, members));
  if ("any" in rule) return rule.any.some((part) => satisfies(part, members));
  if ("veto" in rule) return rule.veto.every((voter) => members.includes(voter));
  if ("least" in rule) {
    const { among } = rule;
    return (among === undefined ? members : members.filter((i) => among.includes(i))).length >= rule.least;
  }
  return members.reduce((sum, i) => sum + BigInt(rule.weights[i]), 0n) >= BigInt(rule.quota);
}

/** A rule as quotas joined by all and any; every leaf is weighted. */
export type Leaves =
  | { readonly leaf: number }
  | { readonly all: readonly Leaves[] }
  | { readonly any: readonly Leaves[] };

/** The quotas of a rule, numbered, and the tree over their numbers. */
export function leavesOf({ voters, rule }: RuleGame): {
  readonly tree: Leaves;
  readonly quotas: readonly Game[];
} {
  const quotas: Game[] = [];
  const ones = (chosen: readonly number[] | undefined): number[] => {
    const weights = new Array<number>(voters).fill(chosen === undefined ? 1 : 0);
    for (const i of chosen ?? []) weights[i] = 1;
    return weights;
  };
  const plant = (part: VotingRule): Leaves => {
    if ("all" in part) return { all: part.all.map(plant) };
    if ("any" in part) return { any: part.any.map(plant) };
    if ("veto" in part) quotas.push({ quota: part.veto.length, weights: ones(part.veto) });
    else if ("least" in part) quotas.push({ quota: part.least, weights: ones(part.among) });
    else quotas.push(part);
    return { leaf: quotas.length - 1 };
  };
  return { tree: plant(rule), quotas };
}
