import { didYouMean, TawazunError } from "../base/index.ts";
import { type Policy, policies } from "./policies/index.ts";
import type { World } from "./world.ts";

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

/**
 * The decision rule of each actor for which the scenario, or else the case, names one.
 *
 * @throws {TawazunError} `policy/unknown`, and `policy/actor` for an actor whom the case does not have.
 */
export function policiesOf(
  world: World,
  given: { readonly [actor: string]: string } | undefined,
): readonly (Policy | undefined)[] | undefined {
  const named = new Map<number, Policy>();
  world.actors.forEach((actor, a) => {
    if (actor.policy !== undefined) named.set(world.decider[a], policyNamed(actor.policy));
  });
  for (const [id, policy] of Object.entries(given ?? {})) {
    const a = world.actorIndex.get(id);
    if (a === undefined) {
      throw new TawazunError(
        "policy/actor",
        `There is no actor "${id}" to have a policy.${didYouMean(id, world.actorIndex.keys())}`,
      );
    }
    named.set(world.decider[a], policyNamed(policy));
  }
  return named.size === 0 ? undefined : world.actors.map((_, a) => named.get(a));
}
