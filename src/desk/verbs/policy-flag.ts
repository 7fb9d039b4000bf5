import { TawazunError } from "../../base/index.ts";
import { policies } from "../../simulate/index.ts";

/** Decision rules as a scenario takes them: one for all, others for some. */
export interface ChosenPolicies {
  readonly policy: string;
  readonly policies?: { readonly [actor: string]: string };
}

/** The rules that need nobody at the machine, for the help. */
export const POLICY_IDS = policies.filter((policy) => !policy.asks).map((policy) => policy.id);

/**
 * Reads `bold` (for all) and `ACTOR=bold,OTHER=cautious` (for some); names are looked up when play begins.
 *
 * @throws {TawazunError} `policy/twice` for an actor named twice, `policy/seat` for a rule that asks a person.
 */
export function readPolicies(text: string): ChosenPolicies {
  let all: string | undefined;
  const some: { [actor: string]: string } = {};
  for (const part of text.split(",").map((piece) => piece.trim())) {
    const [first, second] = part.split("=").map((piece) => piece.trim());
    const id = second ?? first;
    if (policies.some((policy) => policy.id === id && policy.asks)) {
      throw new TawazunError(
        "policy/seat",
        `"${id}" asks a person at each turn: sit down with tawazun seat CASE --as ACTOR.`,
      );
    }
    const before = second === undefined ? all : some[first];
    if (before !== undefined && before !== id) {
      throw new TawazunError(
        "policy/twice",
        `${second === undefined ? "All actors have" : `"${first}" has`} two policies: "${before}" and "${id}".`,
      );
    }
    if (second === undefined) all = first;
    else some[first] = second;
  }
  const policy = all ?? "strategic";
  return Object.keys(some).length === 0 ? { policy } : { policy, policies: some };
}
