import { describe, expect, it } from "vitest";
import { logOf } from "./event-log.ts";
import { whoIsWho } from "./who-is-who.ts";

describe("who is who", () => {
  it("knows actors by id, name and alias, whatever the case and marks, and lists the rest by frequency", () => {
    const log = logOf(
      ["NURI AL-MALIKI", "maliki", "Nouri_al-Malikī", "Iran", "Iran", "Kurds"].map((source, k) => ({
        time: k,
        source,
        target: "maliki",
        type: "CONSULT",
        intensity: 1,
      })),
    );
    const world = {
      actors: [
        { id: "sadr", name: "Muqtada al-Sadr" },
        { id: "maliki", name: "Nouri al-Maliki", aliases: ["Nuri al-Maliki", "Muqtada al-Sadr"] },
      ],
    };
    const { log: mapped, unmapped, claimedTwice } = whoIsWho(log, world);
    expect(mapped.actors).toEqual(["sadr", "maliki", "Iran", "Kurds"]);
    expect(Array.from(mapped.source)).toEqual([1, 1, 1, 2, 2, 3]);
    expect(unmapped).toMatchObject([
      { name: "Iran", events: 2, example: "1970-01-04 Iran CONSULT maliki" },
      { name: "Kurds", events: 1, example: "1970-01-06 Kurds CONSULT maliki" },
    ]);
    expect(claimedTwice).toEqual(["Muqtada al-Sadr"]);
  });
});
