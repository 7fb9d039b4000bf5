import type { Feed } from "./feed.ts";
import { dayFrom, intensityFrom, table, typeOfCameo } from "./reader.ts";

const WANTED = ["event date", "source name", "cameo code", "target name"];

/** ICEWS coded event data, as on Dataverse: tab-separated, one file a week or a year. */
export const icews: Feed = {
  id: "icews",
  name: "ICEWS",
  means:
    "tab-separated with a header: Event Date, Source Name, CAMEO Code, Intensity, Target Name and others",
  sources: [{ ref: "boschee2015" }],
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    return header.includes("\t") && WANTED.every((name) => header.includes(name));
  },
  read: (lines, options) =>
    table(lines, options, "icews", WANTED, (cell) => {
      const time = dayFrom(cell("event date"));
      if (time === undefined) return { problem: "The event date is not one.", given: cell("event date") };
      if (cell("source name") === "") return { problem: "The event has no source." };
      const code = cell("cameo code");
      // Spreadsheets drop the leading 0 of roots below 10; ICEWS itself has no code of two digits.
      const type = (code.length > 2 ? typeOfCameo(code) : undefined) ?? typeOfCameo(`0${code}`);
      if (type === undefined) return { problem: "This is not a CAMEO code.", given: code };
      return {
        time,
        source: cell("source name"),
        type: type.type,
        intensity: intensityFrom(cell("intensity")) ?? type.intensity,
        ...(cell("target name") === "" ? {} : { target: cell("target name") }),
      };
    }),
};
