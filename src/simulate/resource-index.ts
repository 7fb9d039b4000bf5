import type { Case } from "../case/index.ts";

/**
 * The first resource of each kind, by kind; of those of which seats are counted, the one that the assembly names.
 *
 * A map whose `get` knows the kinds of the case format by heart: a play asks for "seats" or "street" some million
 * times, and where the kind is written in the code, the compiler has the answer.
 */
export function resourceIndex(
  resources: Case["resources"],
  ofAssembly?: string,
): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  resources.forEach((resource, r) => {
    const decides = resource.kind === "seats" && resource.id === ofAssembly;
    if (decides || !index.has(resource.kind)) index.set(resource.kind, r);
  });
  const [seats, street, arms, money, posts, authority, backing, other] = [
    "seats",
    "street",
    "arms",
    "money",
    "posts",
    "authority",
    "backing",
    "other",
  ].map((kind) => index.get(kind));
  index.get = (kind) => {
    if (kind === "seats") return seats;
    if (kind === "street") return street;
    if (kind === "arms") return arms;
    if (kind === "money") return money;
    if (kind === "posts") return posts;
    if (kind === "authority") return authority;
    if (kind === "backing") return backing;
    return kind === "other" ? other : undefined;
  };
  return index;
}
