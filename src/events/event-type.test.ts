import { describe, expect, it } from "vitest";
import { cameo } from "./cameo.ts";
import { eventType, eventTypes } from "./event-type.ts";
import { goldstein } from "./goldstein.ts";

// The number of three-digit codes under each CAMEO root, less one (Schrodt 2012, chapter 6).
const last: { readonly [root: string]: number } = {
  "01": 9, "02": 8, "03": 9, "04": 6, "05": 7, "06": 4, "07": 5, "08": 7, "09": 4, "10": 8,
  "11": 6, "12": 9, "13": 9, "14": 5, "15": 4, "16": 6, "17": 5, "18": 6, "19": 6, "20": 4,
}; // biome-ignore format: a table
const codes = Object.entries(last).flatMap(([root, n]) => Array.from({ length: n + 1 }, (_, k) => root + k));

describe("event types", () => {
  it("are the sixteen of PLOVER, each once", () => {
    expect(eventTypes.map((type) => type.id)).toEqual(
      "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split(
        " ",
      ),
    );
  });

  it("give every CAMEO code but public statements a type", () => {
    const none = codes.filter((code) => cameo(code)?.type === undefined);
    expect(none).toEqual(["010", "011", "012", "013", "014", "015", "017"]);
  });

  it("have the mean Goldstein intensity of the three-digit codes mapped in", () => {
    for (const type of eventTypes) {
      const mapped = codes.filter((code) => cameo(code)?.type?.id === type.id);
      const mean = mapped.reduce((sum, code) => sum + (goldstein(code) ?? Number.NaN), 0) / mapped.length;
      expect(Math.abs(type.intensity - mean), type.id).toBeLessThanOrEqual(0.005 + 1e-9);
      expect(Math.sign(type.intensity), type.id).toBe(type.sign === "cooperative" ? 1 : -1);
    }
  });

  it("follow PLOVER's conversion table, but for our two stated departures", () => {
    const table: readonly (readonly [code: string, type: string])[] = [
      ["031", "AGREE"], ["046", "CONSULT"], ["057", "SUPPORT"], ["064", "COOPERATE"], ["075", "AID"],
      ["0812", "CONCEDE"], ["0813", "RETREAT"], ["0831", "CONCEDE"], ["0871", "RETREAT"], ["092", "ACCUSE"],
      ["1041", "REQUEST"], ["1123", "ACCUSE"], ["129", "REJECT"], ["1384", "THREATEN"], ["1441", "PROTEST"],
      ["154", "MOBILIZE"], ["164", "SANCTION"], ["1711", "COERCE"], ["1712", "ASSAULT"], ["173", "COERCE"],
      ["175", "ASSAULT"], ["191", "COERCE"], ["192", "COERCE"], ["1831", "ASSAULT"], ["190", "ASSAULT"],
      ["204", "ASSAULT"],
      ["163", "SANCTION"], // PLOVER: COERCE
      ["0211", "REQUEST"], // PLOVER: dropped
    ]; // biome-ignore format: a table
    for (const [code, type] of table) expect([code, cameo(code)?.type?.id]).toEqual([code, type]);
  });

  it("name a near miss", () => {
    expect(() => eventType("SANCTIONS")).toThrow(/Did you mean "SANCTION"\?/);
    expect(() => eventType("")).toThrow(/There is no event type ""/);
  });

  it("say nothing of what is not a CAMEO code", () => {
    for (const code of ["", "0", "1", "21", "999", "055x", "099", "0999", "218", "17a", "17321", "--", " 17"])
      expect(cameo(code)).toBeUndefined();
  });
});

describe("goldstein", () => {
  it("gives the values of GDELT's conversion table", () => {
    const table: readonly (readonly [string, number])[] = [
      ["010", 0], ["0256", -0.3], ["036", 4], ["042", 1.9], ["0334", 6], ["0874", 10], ["112", -2],
      ["1125", -2], ["130", -4.4], ["1384", -7], ["145", -7.5], ["1712", -9.2], ["1821", -9], ["1823", -10],
      ["190", -10], ["196", -9.5], ["2042", -10],
    ]; // biome-ignore format: a table
    for (const [code, intensity] of table) expect([code, goldstein(code)]).toEqual([code, intensity]);
  });
});
