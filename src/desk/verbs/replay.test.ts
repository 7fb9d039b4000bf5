import { describe, expect, it } from "vitest";
import { newCase } from "../../case/index.ts";
import type { Lent } from "../verb.ts";
import { replay } from "./replay.ts";

const folder = newCase({ id: "m", title: "Meridia", asOf: "2024-05-01", horizon: "2025-04-30" });
const lent = { readFolder: () => Promise.resolve({ folder, findings: [] }) } as unknown as Lent;
const told = async (given: Record<string, unknown>) =>
  (await replay.run(lent, ["m"], replay.options.parse({ months: 3, ...given }))).text;

describe("tawazun replay --actor", () => {
  it("lists the turns of the leader where a party is named: it makes none of its own", async () => {
    const turns = await told({ actor: "vale" });
    expect(turns).toContain("Anna Vale");
    expect(await told({ actor: "civic-party" })).toBe(turns);
  });

  it("says who was probably meant", async () => {
    await expect(told({ actor: "vle" })).rejects.toThrow(
      'There is no actor "vle" in this case. Did you mean "vale"?',
    );
  });
});
