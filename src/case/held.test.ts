import { describe, expect, it } from "vitest";
import { holdingsNow } from "./held.ts";

describe("the holdings that count", () => {
  it("are the latest of each actor and resource, however they are listed", () => {
    const holdings = [
      { actor: "a", resource: "seats", amount: 60, as_of: "2014" },
      { actor: "a", resource: "seats", amount: 70, as_of: "2010" },
      { actor: "b", resource: "seats", amount: 40 },
      { actor: "a", resource: "arms", amount: 5, as_of: "2012-06" },
      { actor: "a", resource: "arms", amount: 6, as_of: "2012-06-15" },
      { actor: "b", resource: "arms", amount: 1 },
      { actor: "b", resource: "arms", amount: 2, as_of: "2009" },
    ];
    // June 2012 is known to the month: it may be its last day.
    expect(holdingsNow(holdings).map(({ amount }) => amount)).toEqual([60, 40, 5, 2]);
  });
});
