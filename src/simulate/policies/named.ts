import { didYouMean, TawazunError } from "../../base/index.ts";
import { policies } from "./index.ts";
import type { Policy } from "./policy.ts";

/**
 * The policy with an id.
 *
 * @throws {TawazunError} `policy/unknown`.
 */
export function policyNamed(id: string): Policy {
  const found = policies.find((candidate) => candidate.id === id);
  if (found !== undefined) return found;
  const known = policies.map((candidate) => candidate.id);
  throw new TawazunError(
    "policy/unknown",
    `There is no policy "${id}".${didYouMean(id, known)} There are ${known.join(", ")}.`,
  );
}
