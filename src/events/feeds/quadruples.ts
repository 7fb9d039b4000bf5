import { cameoOfName } from "../cameo-name.ts";
import type { Feed } from "./feed.ts";
import { typeOfCameo } from "./values.ts";

const LINE = /^(\d+)\s+(\d+)\s+(\d+)\s+(\d+)(?:\s+-?\d+)?\s*$/;

/** Names by number, from lines of name, tab, number. */
function namesOf(lines: Iterable<string>): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const line of lines) {
    const [name, number] = line.split("\t");
    if (number !== undefined && /^\d+\s*$/.test(number)) names.set(Number(number), name.trim());
  }
  return names;
}

/**
 * The form of the benchmarks of temporal knowledge graphs: source, type, target, hour as whole numbers.
 * The names of types are kept as they are, for these benchmarks tell 230 apart; the intensity is that of
 * the CAMEO code that the name stands for, 0 if it stands for none.
 */
export const quadruples: Feed = {
  id: "quadruples",
  name: "Temporal knowledge graph",
  means: "lines of four whole numbers, source, type, target, hour; two files give the names",
  sources: [{ ref: "boschee2015" }],
  recognise: (head) => LINE.test(head.find((line) => line.trim() !== "") ?? ""),
  lines(options) {
    const actors = namesOf(options.actorNames ?? []);
    const types = namesOf(options.typeNames ?? []);
    const start = options.dayZero ?? 0;
    const intensities = new Map<string, number>();
    return {
      line(text, number, give) {
        if (text.trim() === "") return;
        const match = LINE.exec(text);
        if (match === null) {
          give({ problem: "Four whole numbers are expected.", given: text, column: 1 }, number);
          return;
        }
        const [source, type, target, hour] = [match[1], match[2], match[3], match[4]].map(Number);
        const name = types.get(type) ?? `type ${type}`;
        let intensity = intensities.get(name);
        if (intensity === undefined) {
          const code = cameoOfName(name);
          intensity = code === undefined ? 0 : (typeOfCameo(code)?.intensity ?? 0);
          intensities.set(name, intensity);
        }
        const time = start + hour / 24;
        if (!Number.isFinite(time)) {
          give({ problem: "The hour is too far from the first one.", given: match[4] }, number);
          return;
        }
        give(
          {
            time,
            source: actors.get(source) ?? `actor ${source}`,
            target: actors.get(target) ?? `actor ${target}`,
            type: name,
            intensity,
          },
          number,
        );
      },
    };
  },
};
