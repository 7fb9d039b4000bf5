import { describe, expect, it } from "vitest";
import { smallCase } from "../../../test/worlds/small-case.ts";
import type { Case, CaseEvent } from "../../case/index.ts";
import { laterViolence, recordedTrouble } from "./stability-record.ts";

const event = (id: string, date: string, by: string, move: string): CaseEvent => ({
  id,
  date,
  by,
  type: "PROTEST",
  move,
  text: "As reported.",
});

/** The as-of date is 2020-01-15: the twelve months are those of 2019. */
const withEvents = (events: readonly CaseEvent[], standing: Case["standing"] = []): Case => ({
  ...smallCase(),
  events: [...events],
  standing,
});

describe("the parts of stability on the record", () => {
  it.each<[string, Case, number, number]>([
    ["nothing recorded", withEvents([]), 0, 0],
    ["a motion, in its month", withEvents([event("a", "2019-05-03", "rival", "no-confidence")]), 1, 0],
    [
      "a boycott from March to its end in June",
      withEvents([
        event("a", "2019-03-03", "rival", "boycott"),
        event("b", "2019-06-20", "rival", "end-boycott"),
      ]),
      4,
      0,
    ],
    [
      "a boycott that nobody ended and that no longer stands",
      withEvents([event("a", "2019-03-03", "rival", "boycott")]),
      1,
      0,
    ],
    [
      "a boycott that still stands, since November",
      withEvents([], [{ kind: "boycott", by: "rival", in: "house", since: "2019-11-20" }]),
      2,
      0,
    ],
    [
      "a campaign that began before the year and was broken off in February",
      withEvents([
        event("a", "2018-06-01", "ruler", "campaign"),
        event("b", "2019-02-10", "ruler", "break-off-campaign"),
      ]),
      0,
      2,
    ],
  ])("%s", (_, source, crisis, arms) => {
    expect(recordedTrouble(source, 12)).toEqual({ months: 12, crisis, arms });
  });

  it("compare later months with the twelve before each, where all of those are known", () => {
    const seen = {
      months: Array.from({ length: 12 }, (_, k) => `2019-${String(k + 1).padStart(2, "0")}`),
      values: Array.from({ length: 12 }, () => 10),
    };
    const later = { months: ["2020-01", "2020-02", "2020-03"], values: [16, 15, 20] };
    // trailing means by hand: 10; (11·10 + 16)/12 = 10.5; (10·10 + 16 + 15)/12 = 10.917: 16 and 20 lie above 1.5 times
    expect(laterViolence(seen, later, "2020-01-15", 12)).toEqual({ above: 2, months: 3 });
    expect(laterViolence(seen, { months: [], values: [] }, "2020-01-15", 12)).toBeUndefined();
  });
});
