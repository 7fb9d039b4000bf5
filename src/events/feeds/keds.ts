import type { Feed } from "./feed.ts";
import { dayFrom, type Row, reading, typeOfCameo } from "./reader.ts";

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
  read: (lines, options) =>
    reading(lines, options, "keds", (line): Row => {
      if (line.trim() === "") return undefined;
      const match = LINE.exec(line);
      if (match === null) return { problem: "A date, two actors and a code are expected.", given: line };
      const time = dayOfLine(match[1]);
      if (time === undefined) return { problem: "The day is not one.", given: match[1] };
      const type = typeOfCameo(match[4]);
      if (type === undefined) {
        return { problem: "This is not a CAMEO code; WEIS codes are not read.", given: match[4] };
      }
      return { time, source: match[2], target: match[3], ...type };
    }),
};
