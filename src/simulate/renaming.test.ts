import { describe, expect, it } from "vitest";
import { troubledCase } from "../../test/worlds/small-case.ts";
import type { Case } from "../case/index.ts";
import { policies, stageOf } from "./index.ts";

/** The case with every actor under another id and name, in the same order. */
function renamed(source: Case): Case {
  const ids = new Map(source.actors.map((actor, a) => [actor.id, `x${(a * 7919) % 1009}`]));
  const swap = (value: unknown): unknown => {
    if (typeof value === "string") return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(swap);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, swap(inner)]));
  };
  const people = swap(source.actors) as Case["actors"];
  return {
    ...source,
    ...(Object.fromEntries(
      ["memberships", "holdings", "standing", "stakes", "demands", "relations", "events"].map((section) => [
        section,
        swap(source[section as keyof Case]),
      ]),
    ) as Partial<Case>),
    actors: people.map((actor) => ({ ...actor, name: `Somebody called ${actor.id}` })),
    posts: source.posts.map((post) => ({
      ...post,
      ...(swap({ holder: post.holder }) as object),
    })) as Case["posts"],
    blocs: source.blocs.map((bloc) => ({
      ...bloc,
      ...(swap({ leader: bloc.leader }) as object),
    })) as Case["blocs"],
    territories: source.territories.map((land) => ({ ...land, holder: swap(land.holder) as string })),
    routes: source.routes.map((route) => ({ ...route, value: swap(route.value) })) as Case["routes"],
  };
}

function bytes(source: Case, policy: string): string {
  const found: unknown[] = [];
  stageOf(source).play({ seed: "names", months: 12, policy, interventions: [] }, 0, 3, (run, chronicle) => {
    found.push([run, structuredClone(chronicle)]);
  });
  return JSON.stringify(found, (_key, value) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
  );
}

describe("names", () => {
  it("are worth nothing: with all actors renamed, every run of every policy is the same to the byte", () => {
    const source = troubledCase();
    for (const { id } of policies) expect(bytes(renamed(source), id)).toBe(bytes(source, id));
  });
});
