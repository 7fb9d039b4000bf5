import type { Feed } from "./feed.ts";
import { dayFrom, reading, typeOfCameo } from "./reader.ts";

// Columns of the event table, from 0: the same in versions 1.0 (57 or 58 columns) and 2.0 (61).
const DAY = 1;
const SOURCE_CODE = 5;
const SOURCE_NAME = 6;
const TARGET_CODE = 15;
const TARGET_NAME = 16;
const EVENT_CODE = 26;
const INTENSITY = 30;

/** GDELT's event table, 1.0 or 2.0: tab-separated, no header. */
export const gdelt: Feed = {
  id: "gdelt",
  name: "GDELT events",
  means: "tab-separated without header, 57, 58 or 61 columns; actors by name, else by CAMEO actor code",
  sources: [{ ref: "leetaru2013" }],
  recognise(head) {
    const cells = (head[0] ?? "").split("\t");
    return [57, 58, 61].includes(cells.length) && /^\d{8}$/.test(cells[DAY]) && /^\d+$/.test(cells[0]);
  },
  read(lines, options) {
    let lastDate = "";
    let lastDay: number | undefined;
    return reading(lines, options, "gdelt", (line) => {
      if (line === "") return undefined;
      const starts = [0];
      for (
        let at = line.indexOf("\t");
        at >= 0 && starts.length <= INTENSITY + 1;
        at = line.indexOf("\t", at + 1)
      ) {
        starts.push(at + 1);
      }
      if (starts.length <= INTENSITY + 1) {
        return { problem: `The row has ${starts.length} columns; 57, 58 or 61 are expected.` };
      }
      const cell = (k: number): string => line.slice(starts[k], starts[k + 1] - 1);
      const date = cell(DAY);
      if (date !== lastDate) {
        lastDate = date;
        lastDay = dayFrom(date);
      }
      if (lastDay === undefined) return { problem: "The day is not one.", given: date };
      const source = cell(SOURCE_NAME) || cell(SOURCE_CODE);
      if (source === "") return { problem: "The event has no source." };
      const type = typeOfCode(cell(EVENT_CODE));
      if (type === undefined) return { problem: "This is not a CAMEO code.", given: cell(EVENT_CODE) };
      const target = cell(TARGET_NAME) || cell(TARGET_CODE);
      const given = cell(INTENSITY);
      const intensity = given === "" ? type.intensity : Number(given);
      return {
        time: lastDay,
        source,
        target: target === "" ? undefined : target,
        type: type.type,
        intensity: intensity >= -10 && intensity <= 10 ? intensity : type.intensity,
      };
    });
  },
};

const known = new Map<string, ReturnType<typeof typeOfCameo>>();

/** The same few codes come a million times. */
function typeOfCode(code: string): ReturnType<typeof typeOfCameo> {
  if (known.has(code)) return known.get(code);
  const type = typeOfCameo(code);
  if (known.size < 1000) known.set(code, type);
  return type;
}
