import * as z from "zod";
import { besideFindings } from "../beside.ts";
import { findingCount, findingLines, hasErrors, openOutcomes, openToRead } from "../open.ts";
import { verb } from "../verb.ts";

export const check = verb({
  id: "check",
  summary: "say everything that is wrong with a case, with file, line and column",
  details:
    "Reads all files of the case and lists every finding at once: what was given, what would be right, near misses. Exit code 0: no errors; 1: errors; 2: the folder could not be read.",
  places: [{ name: "case", about: "folder of the case", required: true }],
  options: z.object({
    strict: z.boolean().default(false).meta({ description: "count warnings as errors" }),
  }),
  async run(lent, [path], options) {
    const opened = await openToRead(lent, path);
    const findings = [
      ...opened.findings,
      ...(opened.folder === undefined || opened.source === undefined
        ? []
        : [
            ...openOutcomes(opened.folder, opened.source).findings,
            ...besideFindings(opened.folder, opened.source),
          ]),
    ];
    const bad =
      hasErrors(findings) || (options.strict && findings.some((finding) => finding.severity === "warning"));
    const lines = findingLines(findings);
    return {
      code: opened.folder === undefined ? 2 : bad ? 1 : 0,
      text: `${lines}${lines === "" ? "" : "\n\n"}${path}: ${findingCount(findings)}.`,
      json: { path, findings },
    };
  },
});
