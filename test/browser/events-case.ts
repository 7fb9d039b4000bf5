// The case of `tawazun new` with eight actors and two hundred dated events, for what only a longer record shows.
import { dayOf, isoDate, seeded } from "../../src/base/index.ts";
import { type Folder, newCase } from "../../src/case/index.ts";

const AS_OF = "2020-03-01";
const EVENTS = 200;
/** Who acts: those of the new case, and five that this file adds. */
const ADDED = ["dune", "fell", "glen", "holm", "weir"] as const;
const DEEDS = {
  friendly: ["CONSULT", "COOPERATE", "SUPPORT"],
  hostile: ["ACCUSE", "REJECT", "THREATEN"],
} as const;

/** The folder of the case: two camps that mostly deal kindly within and harshly across. */
export function eventsCase(): Folder {
  const files = newCase({ id: "small", title: "A small case", asOf: AS_OF, horizon: "2021-02-28" });
  const random = seeded("two hundred events");
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random.uniform() * items.length)];
  const camps = [
    ["vale", "moss", "dune", "fell"],
    ["ridge", "glen", "holm", "weir"],
  ];
  const last = dayOf(AS_OF) - 1;
  const rows = Array.from({ length: EVENTS }, (_, i) => {
    const day = isoDate(last - Math.floor(((EVENTS - 1 - i) * 600) / EVENTS));
    const camp = Math.floor(random.uniform() * 2);
    const within = random.uniform() < 0.5;
    const by = pick(camps[camp]);
    const of = pick((within ? camps[camp] : camps[1 - camp]).filter((one) => one !== by));
    const kind = random.uniform() < 0.85 === within ? "friendly" : "hostile";
    const type = pick(DEEDS[kind]);
    return `deed-${i},${day},${by},${type},${of},"Deed ${i}: ${by} did ${type.toLowerCase()}, toward ${of}.",invented`;
  });
  const text = new TextEncoder();
  const added = ADDED.map((id) => `  - { id: ${id}, name: Leader ${id}, kind: person, pace: 6 }`);
  return new Map([
    ...files,
    ["more-actors.yaml", text.encode(`actors:\n${added.join("\n")}\n`)],
    ["events.csv", text.encode(`id,date,by,type,of,text,source\n${rows.join("\n")}\n`)],
  ]);
}
