import { describe, expect, it } from "vitest";
import { newCase } from "../../src/case/index.ts";
import { type Lent, verbs } from "../../src/desk/index.ts";

const seat = verbs.find((verb) => verb.id === "seat");
const files = newCase({ id: "meridia", title: "Meridia", asOf: "2025-01-15", horizon: "2026-12-31" });

function lent(ask?: Lent["ask"]): Lent {
  return {
    readFolder: () => Promise.resolve({ folder: files, findings: [] }),
    ...(ask === undefined ? {} : { ask }),
  } as unknown as Lent;
}

async function sit(
  as: string,
  ask?: Lent["ask"],
  months = 6,
): Promise<{ readonly turns: readonly { readonly move?: string }[] }> {
  if (seat === undefined) throw new Error("no verb seat");
  const outcome = await seat.run(lent(ask), ["meridia"], { as, seed: "seat", months, policy: "strategic" });
  return outcome.json as { readonly turns: readonly { readonly move?: string }[] };
}

describe("a seat", () => {
  it("lists the options best first, does what is chosen, and tells it in the next turn", async () => {
    const prompts: string[] = [];
    const { turns } = await sit("ridge", (prompt) => {
      prompts.push(prompt);
      return prompts.length <= 3 ? "1" : "0";
    });
    expect(turns.filter((turn) => turn.move !== undefined)).toHaveLength(Math.min(3, prompts.length));
    expect(prompts[0]).toMatch(/ {2}1\. .*gain .*price/);
    expect(prompts[1]).toContain(turns[0].move);
  });

  it("asks again after a slip, and passes to the end after q", async () => {
    const replies = ["x", "99", "m", "0", "q"];
    let asked = 0;
    const prompts: string[] = [];
    const { turns } = await sit("ridge", (prompt) => {
      prompts.push(prompt);
      return replies[asked++] ?? "q";
    });
    expect(asked).toBe(5);
    expect(prompts[0]).not.toContain("none of these");
    expect(prompts[1]).toContain('"x" is none of these: give a number from 0 to');
    expect(prompts[2]).toContain('"99" is none of these');
    expect(prompts[3]).not.toContain("none of these");
    expect(turns).toEqual([{ date: expect.any(String) }, { date: expect.any(String) }]);
  });

  it("gives the same future to the same choices", async () => {
    const first = () => "1";
    expect(await sit("ridge", first)).toEqual(await sit("ridge", first));
  });

  it("is refused to nobody, to who is not there, and where there is nobody to ask", async () => {
    await expect(sit("rigde", () => "0")).rejects.toThrow(/no actor "rigde"/);
    await expect(sit("ridge")).rejects.toThrow(/needs a terminal/);
  });
});
