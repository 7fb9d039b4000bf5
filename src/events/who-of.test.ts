import { describe, expect, it } from "vitest";
import { dayOf } from "../base/index.ts";
import { eventAt } from "./event-log.ts";
import { readEvents } from "./feeds/index.ts";
import { whoOf } from "./who-of.ts";

const world = {
  actors: [
    { id: "jaafari", name: "Ibrahim al-Jaafari" },
    { id: "maliki", name: "Nouri al-Maliki", aliases: ["Nuri al-Maliki"] },
    { id: "army", name: "The army", codes: ["IRQMIL*", "Military (Iraq)"] },
    { id: "government", name: "The government", codes: ["IRQGOV*", "IRQ*", "Government (Iraq)"] },
    { id: "iran", name: "Iran", codes: ["IRN"] },
  ],
  posts: [
    {
      name: "Prime Minister",
      aliases: ["Prime Minister of Iraq"],
      holder: "maliki",
      since: "2006-05-20",
      former: [{ holder: "jaafari", from: "2005-05-03", to: "2006-05-19" }],
    },
    { name: "Head of the council" },
  ],
};

describe("who is who", () => {
  it.each([
    ["a name, however it is written", "NURI_AL-MALIKI", [], "2012-01-10", "maliki"],
    ["an office, by whoever holds it", "Prime Minister of Iraq", [], "2006-05-20", "maliki"],
    ["an office, by whoever held it then", "prime minister", [], "2006-05-19", "jaafari"],
    ["an office before anybody is known to have held it", "Prime Minister", [], "2004-01-01", undefined],
    ["an office that is vacant", "Head of the council", [], "2012-01-10", undefined],
    ["a code, where the name is not known", "BAGHDAD", ["IRQGOV"], "2012-01-10", "government"],
    ["the longest beginning of a code", "x", ["IRQMILSPY"], "2012-01-10", "army"],
    ["the narrowest code first", "x", ["Military (Iraq)", "Government (Iraq)"], "2012-01-10", "army"],
    ["a name that is a code itself", "IRN", [], "2012-01-10", "iran"],
    ["a code without a star by itself alone", "x", ["IRNGOV"], "2012-01-10", undefined],
  ] as const)("%s", (_what, name, codes, day, id) => {
    expect(whoOf(world).of(name, codes, dayOf(day))).toBe(id);
  });

  it("tells names and codes that two claim", () => {
    const twice = { actors: [{ id: "a", name: "A", codes: ["X"] }, { id: "b", name: "B", aliases: ["a"], codes: ["x"] }] }; // biome-ignore format: one line
    expect(whoOf(twice).claimedTwice).toEqual(["a", "x"]);
  });

  it("decides while a file is read, with its codes and days, and lists strangers by frequency", () => {
    const text = [
      "Event Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\tTarget Name\tTarget Sectors\tTarget Country",
      "2005-12-01\tPrime Minister\t\tIraq\t112\tAn officer\tMilitary,Army\tIraq",
      "2012-01-10\tPrime Minister\t\tIraq\t112\tAn editor\tMedia\tIraq",
      "2012-01-11\tAn editor\tMedia\tIraq\t112\tIran\t\tIran",
    ].join("\n");
    const who = whoOf(world);
    const { log, strangers } = readEvents(text, { file: "f", who });
    const pairs = Array.from({ length: 3 }, (_, e) => eventAt(log, e)).map((e) => [e.source, e.target]);
    expect(pairs).toEqual([["jaafari", "army"], ["maliki", "An editor"], ["An editor", "iran"]]); // biome-ignore format: pairs
    expect(strangers).toEqual([
      {
        name: "An editor",
        events: 2,
        codes: ["Media (Iraq)", "Iraq"],
        example: "2012-01-10 Prime Minister ACCUSE An editor",
      },
    ]);
    const known = readEvents(text, { file: "f", who, knownOnly: true });
    expect([known.log.count, known.leftOut]).toEqual([1, 2]);
  });
});
