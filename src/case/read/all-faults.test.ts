import { describe, expect, it } from "vitest";
import { HEAD, readMarked as read } from "../../../test/worlds/marked.ts";
import { readCase } from "./read-case.ts";

const WORLD = `fronts: [{ id: f, name: F }]
actors:
  - { id: maliki, name: Nuri al-Maliki, kind: person, aliases: [the premier] }
  - { id: allawi, name: Ayad Allawi, kind: person }
blocs: [{ id: iraqiya, name: Iraqiya, kind: list }]
issues: [{ id: oil, name: Oil, low: a, high: b, front: f, status_quo: 5 }]
series: []
`;

describe("all faults of a case", () => {
  it("reports each fault of an item, and the faults of all items at once", () => {
    const { found } = read("", {
      "w.yaml": WORLD,
      "x.yaml":
        "stakes:\n  - { actor: malki, issue: gas, position: 101, salience: x }\n  - { actor: maliki }\n",
    });
    expect(found).toEqual([
      "case/reference x.yaml:2:14",
      "case/reference x.yaml:2:28",
      "case/bounds x.yaml:2:43",
      "case/type x.yaml:2:58",
      "case/missing-key x.yaml:3:5",
      "case/missing-key x.yaml:3:5",
      "case/missing-key x.yaml:3:5",
    ]);
  });

  it("does not take an item with a fault for one that is not there", () => {
    const { found } = read("", {
      "w.yaml": WORLD,
      "x.yaml":
        "actors:\n  - { id: a, name: A, kind: x }\nrelations:\n  - { from: a, to: maliki, value: 0 }\n",
    });
    expect(found).toEqual(["case/choice x.yaml:2:29"]);
  });

  it("checks moves and event types where their names are given", () => {
    const text = `${HEAD}${WORLD}events:\n  - { id: e, date: 2011-12-19, by: maliki, type: ACUSE, move: arest, text: t }\n`;
    const folder = new Map([["case.yaml", new TextEncoder().encode(text)]]);
    expect(readCase(folder).findings).toEqual([]);
    const { findings } = readCase(folder, { moves: ["arrest", "accuse"], eventTypes: ["ACCUSE"] });
    expect(findings.map(({ code, expected }) => [code, expected])).toEqual([
      ["case/reference", "ACCUSE"],
      ["case/reference", "arrest"],
    ]);
  });

  it("seeks near misses for a hundred names and no more", () => {
    const actors = Array.from(
      { length: 1000 },
      (_, i) => `  - { id: actor-${i}, name: A ${i}, kind: party }`,
    );
    const relations = Array.from({ length: 1000 }, (_, i) => `  - { from: actr-${i}, to: maliki, value: 0 }`);
    const text = `actors:\n${actors.join("\n")}\nrelations:\n${relations.join("\n")}\n`;
    const { findings } = read("", { "w.yaml": WORLD, "x.yaml": text });
    expect(findings.length).toBe(1000);
    expect(findings.filter(({ message }) => message.includes("Did you mean")).length).toBe(100);
  });
});
