import { describe, expect, it } from "vitest";
import { readMarked as read } from "../../../test/worlds/marked.ts";

const question = (rule: string) =>
  `questions:\n  - { id: q, text: q, asked: 2012-01-10, by: 2012-12-31, resolution: r, rule: ${rule} }\n`;
const ACTORS =
  "actors:\n  - { id: a, name: A, kind: person, status: dead }\n  - { id: b, name: B, kind: party }\n";

describe("whoever is gone before play begins", () => {
  it("is told where a question asks about him", () => {
    const { found, expected, findings } = read("case/gone", {
      "x.yaml": `${ACTORS}${question("{ status: { actor: ▸a, is: active }, by: 2012-12-31 }")}`,
    });
    expect(found).toEqual(expected);
    expect(findings[0]).toMatchObject({ severity: "warning", given: "a" });
    expect(findings[0].message).toContain("dead from the first day on");
  });

  it("is told where he leads", () => {
    const { found, expected } = read("case/gone", {
      "x.yaml": `${ACTORS}  - { id: c, name: C, kind: party, leader: ▸a }\n`,
    });
    expect(found).toEqual(expected);
  });

  it("is not told where nobody asks", () => {
    const { found } = read("", {
      "x.yaml": `${ACTORS}${question("{ status: { actor: b, is: active }, by: 2012-12-31 }")}`,
    });
    expect(found).toEqual([]);
  });
});
