import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, isoDate } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { newCase, readCase } from "../../case/index.ts";
import { caseNetwork } from "../../measure/index.ts";
import { betweenness } from "./map-between.ts";
import { mapIndex } from "./map-index.ts";
import { type MapNetwork, type MapTie, networkAt } from "./map-network.ts";
import { around, shortestWay } from "./map-reach.ts";

const made = readCase(
  newCase({ id: "small", title: "Small", asOf: "2020-03-01", horizon: "2021-02-28" }),
).world;
if (made === undefined) throw new Error("the new case does not read");
const small: Case = made;
const ids = small.actors.map((actor) => actor.id);

const relation = fc.record({
  from: fc.constantFrom(...ids),
  to: fc.constantFrom(...ids),
  value: fc.constantFrom(-1, -0.5, 0, 0.25, 1),
  mutual: fc.boolean(),
  since: fc.option(fc.constantFrom("2017", "2018-05", "2019-01-01"), { nil: undefined }),
});

function tie(from: string, to: string, value: number): MapTie {
  return { key: `${from} ${to}`, from, to, value, last: undefined, rests: "tie" };
}

function net(ties: readonly MapTie[]): MapNetwork {
  const all = [...new Set(ties.flatMap(({ from, to }) => [from, to]))];
  const rest = { kind: "party", bloc: "", group: "", front: "", members: 1 };
  return { ties, nodes: all.map((id) => ({ id, name: id, ...rest })) };
}

describe("the network of a day", () => {
  it("says of standing ties what the measures say, on every day", () => {
    fc.assert(
      fc.property(
        fc.array(
          relation.filter(({ from, to }) => from !== to),
          { maxLength: 12 },
        ),
        fc.integer({ min: dayOf("2016-06-01"), max: dayOf("2020-03-01") }),
        (relations, day) => {
          const source = { ...small, relations } as Case;
          const { ids: names, from, to, weight } = caseNetwork(source, { at: isoDate(day), valued: true });
          const wanted = Array.from(weight, (value, k) => {
            const [a, b] = [names[from[k]], names[to[k]]].sort();
            return `${a} ${b} ${value}`;
          });
          const { ties } = networkAt(mapIndex(source), day, "ties", 180);
          expect(ties.map(({ key, value }) => `${key} ${value}`).sort()).toEqual(wanted.sort());
        },
      ),
    );
  });

  it("halves an event with each half-life, and shows it only where no tie is stated", () => {
    const [a, b] = ids;
    const events = [{ date: "2020-01-01", by: a, of: b, type: "ACCUSE", intensity: -8 }];
    const source = { ...small, relations: [], standing: [], events } as unknown as Case;
    const at = (day: string) =>
      networkAt(mapIndex(source), dayOf(day), "all", 30).ties.map((one) => one.value);
    expect(at("2019-12-31")).toEqual([]);
    expect(at("2020-01-01")).toEqual([-0.8]);
    expect(at("2020-01-31")).toEqual([-0.4]);
    const stated = { ...source, relations: [{ from: a, to: b, value: 0.5 }] } as unknown as Case;
    expect(networkAt(mapIndex(stated), dayOf("2020-01-31"), "all", 30).ties[0].value).toBe(0.5);
  });
});

describe("where an actor stands on the map", () => {
  const actors = [
    { id: "chief", name: "Chief", kind: "person" },
    { id: "aide", name: "Aide", kind: "person", leader: "chief" },
    { id: "guard", name: "Guard", kind: "armed-group", leader: "chief" },
    { id: "wing", name: "Wing", kind: "party", leader: "chief" },
    { id: "main", name: "Main", kind: "party", leader: "chief" },
    { id: "loner", name: "Loner", kind: "person" },
  ];
  const blocs = ["Small list", "Large list", "Own list"].map((name) => ({
    ...{ id: name.split(" ")[0].toLowerCase(), name, kind: "list" },
  }));
  const memberships = [
    { actor: "wing", in: "small" },
    { actor: "main", in: "large", from: "2019-07-01" },
    { actor: "guard", in: "hills" },
    { actor: "main", in: "coast" },
  ];
  const holdings = [
    { actor: "wing", resource: "seats", amount: 90, as_of: "2015-01-01" },
    { actor: "wing", resource: "seats", amount: 3, as_of: "2019-01-01" },
    { actor: "main", resource: "seats", amount: 40 },
    { actor: "guard", resource: "arms", amount: 1000 },
  ];
  const made = (more: object = {}): Case =>
    ({ ...small, actors, blocs, memberships, holdings, ...more }) as unknown as Case;
  const placesOn = (source: Case, day: string, by: "bloc" | "group") =>
    Object.fromEntries(
      networkAt(mapIndex(source), dayOf(day), "ties", 180).nodes.map((node) => [node.id, node[by]]),
    );

  it("is where what it leads stands, the part with most seats first; whoever it leads follows it", () => {
    expect(placesOn(made(), "2020-01-01", "bloc")).toEqual({
      ...{ chief: "Large list", aide: "Large list", guard: "Large list" },
      ...{ wing: "Small list", main: "Large list", loner: "" },
    });
    const name = (id: string): string => small.groups.find((group) => group.id === id)?.name ?? "";
    expect(placesOn(made(), "2020-01-01", "group")).toMatchObject({
      ...{ chief: name("coast"), guard: name("hills"), aide: name("coast"), loner: "" },
    });
  });

  it("is on each day what memberships say of that day", () => {
    expect(placesOn(made(), "2019-01-01", "bloc")).toMatchObject({
      ...{ chief: "Small list", aide: "Small list", main: "Small list" },
    });
  });

  it("is its own wherever the case says so, and nowhere where nobody says", () => {
    const own = [...memberships, { actor: "chief", in: "own" }];
    expect(placesOn(made({ memberships: own }), "2020-01-01", "bloc")).toMatchObject({
      ...{ chief: "Own list", aide: "Own list", main: "Large list", wing: "Small list" },
    });
    const ring = actors.map((actor) => (actor.id === "chief" ? { ...actor, leader: "aide" } : actor));
    expect(placesOn(made({ actors: ring, memberships: [] }), "2020-01-01", "bloc").chief).toBe("");
  });
});

describe("ways through a network", () => {
  const square = net([tie("a", "b", 0.9), tie("b", "d", 0.2), tie("a", "c", -0.5), tie("c", "d", 0.5)]);

  it("is as short as can be, and of those as short the one whose weakest tie is strongest", () => {
    expect(shortestWay(square, "a", "d", "any")?.map(({ key }) => key)).toEqual(["a c", "c d"]);
    expect(shortestWay(square, "a", "d", "friendly")?.map(({ key }) => key)).toEqual(["a b", "b d"]);
    expect(shortestWay(net([tie("a", "b", 1), tie("c", "d", 1)]), "a", "d", "any")).toBeUndefined();
  });

  it("reaches so many steps around an actor, and one around each that is opened out", () => {
    const line = net([tie("a", "b", 1), tie("b", "c", 1), tie("c", "d", 1), tie("d", "e", 1)]);
    const names = (some: MapNetwork) => some.nodes.map(({ id }) => id).join("");
    expect(names(around(line, "a", 1))).toBe("ab");
    expect(names(around(line, "a", 2))).toBe("abc");
    expect(names(around(line, "a", 1, new Set(["c"])))).toBe("abcd");
  });

  it("counts who stands between, as counted by hand on a path and a square", () => {
    // On the path 0-1-2-3 the second stands between 0 and 2, and 0 and 3. On a square each pair of opposite
    // corners has two ways, half for each of the others.
    expect([...betweenness(4, Int32Array.of(0, 1, 2), Int32Array.of(1, 2, 3))]).toEqual([0, 2, 2, 0]);
    expect([...betweenness(4, Int32Array.of(0, 1, 2, 3), Int32Array.of(1, 2, 3, 0))]).toEqual([
      0.5, 0.5, 0.5, 0.5,
    ]);
  });
});
