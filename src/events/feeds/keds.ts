import type { Feed } from "./feed.ts";
import { dayFrom, typeOfCameo } from "./values.ts";

const LINE = /^\s*(\d{8}|\d{6})\s+(\S+)\s+(\S+)\s+\[?(\d{2,4})\]?(?:\s|$)/;

/** Years of two digits from 69 on are of the last century. */
function dayOfLine(digits: string): number | undefined {
  return dayFrom(digits.length === 8 ? digits : `${Number(digits.slice(0, 2)) >= 69 ? "19" : "20"}${digits}`);
}

/** Output of KEDS and TABARI: date, source, target and CAMEO code, parted by blanks. */
export const keds: Feed = {
  id: "keds",
  name: "KEDS or TABARI",
  means: "lines of yymmdd or yyyymmdd, source, target, CAMEO code, and a text that is not read",
  sources: [{ ref: "schrodt2012" }],
  recognise: (head) => LINE.test(head.find((line) => line.trim() !== "") ?? ""),
  lines: () => ({
    line(text, number, give) {
      if (text.trim() === "") return;
      const match = LINE.exec(text);
      if (match === null) {
        give({ problem: "A date, two actors and a code are expected.", given: text, column: 1 }, number);
        return;
      }
      const [, date, source, target, code] = match;
      const time = dayOfLine(date);
      if (time === undefined) {
        give({ problem: "The day is not one.", given: date, column: text.indexOf(date) + 1 }, number);
        return;
      }
      const type = typeOfCameo(code);
      if (type === undefined) {
        const problem = "This is not a CAMEO code; WEIS codes are not read.";
        // The code comes after two actors: it is sought from the end of what was matched.
        give({ problem, given: code, column: match.index + match[0].lastIndexOf(code) + 1 }, number);
        return;
      }
      give({ time, source, target, type: type.type, intensity: type.intensity }, number);
    },
  }),
};
