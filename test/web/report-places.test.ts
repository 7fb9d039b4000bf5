import { describe, expect, it } from "vitest";
import { type ReportContents, table } from "../../src/show/index.ts";
import { placesOf } from "../../src/web/parts/report-places.ts";

const claims = table("Claims", [{ key: "id", name: "Id" }], [{ id: "C 1" }, { id: "c-2" }], { anchor: "id" });
const contents = {
  sections: [
    { id: "claims", title: "Claims", lead: "", parts: [claims, { kind: "number", id: "effect-c-1" }] },
    { id: "questions", title: "Questions", lead: "", parts: [] },
    { id: "record", title: "Record", lead: "", parts: [{ kind: "number", id: "statement-1" }] },
  ],
} as unknown as ReportContents;

describe("where a link of the report leads in the workbench", () => {
  const places = placesOf(contents);
  it("is the page on which the section, the row or the number stands", () => {
    expect([...places]).toEqual([
      ["claims", "claims"],
      ["c-1", "claims"],
      ["c-2", "claims"],
      ["effect-c-1", "claims"],
      ["questions", "claims"],
    ]);
  });
  it("is nowhere for what no page shows", () => {
    expect(places.has("statement-1")).toBe(false);
    expect(places.has("power")).toBe(false);
  });
});
