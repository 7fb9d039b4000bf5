import { describe, expect, it } from "vitest";
import { cameoOfName } from "./cameo-name.ts";

describe("names of CAMEO types", () => {
  it("lead to the code of the codebook", () => {
    const table: readonly (readonly [string, string])[] = [
      ["Make_statement", "010"], ["Express_intent_to_meet_or_negotiate", "036"], ["Engage_in_negotiation", "046"],
      ["Use_conventional_military_force", "190"], ["Arrest,_detain,_or_charge_with_legal_action", "173"],
      ["Demonstrate_military_or_police_power", "150"], ["Demonstrate_or_rally", "141"],
      ["Reduce_or_break_diplomatic_relations", "161"], ["Expel_or_deport_individuals", "174"],
    ]; // biome-ignore format: a table
    for (const [name, code] of table) expect([name, cameoOfName(name)]).toEqual([name, code]);
  });
});
