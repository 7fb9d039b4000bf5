import * as z from "zod";
import { readDate, TawazunError } from "../../base/index.ts";
import { newCase } from "../../case/index.ts";
import { verb } from "../verb.ts";

const day = z.string().refine((text) => readDate(text)?.precision === "day", "a date is written 2012-01-10");

export const create = verb({
  id: "new",
  summary: "make a small case to begin with, which checks clean",
  details:
    "Writes a folder with a small invented polity: two lists and a splinter, a government with a post withheld, issues, events, a document with statements, a question and a claim. Comments in the files teach the format. Nothing is written over.",
  places: [{ name: "case", about: "folder to make", required: true }],
  options: z.object({
    title: z.string().optional().meta({ description: "title of the case" }),
    asOf: day.default("2025-01-15").meta({ description: "the day as of which the case is written" }),
    horizon: day.default("2026-12-31").meta({ description: "the last day that is played" }),
  }),
  async run(lent, [path], options) {
    const name =
      path
        .replace(/[\\/]+$/, "")
        .split(/[\\/]/)
        .pop() ?? "case";
    const id = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "");
    if (id === "") {
      throw new TawazunError(
        "new/name",
        `"${path}" gives no name for the case; use letters or digits, such as my-case.`,
      );
    }
    const files = newCase({ id, title: options.title ?? name, asOf: options.asOf, horizon: options.horizon });
    await lent.writeFiles(path, files, { replace: false });
    const typed = /^[\w./\\:~-]+$/.test(path) ? path : `"${path}"`;
    return {
      code: 0,
      text: [
        `Made ${path} with ${files.size} files: ${[...files.keys()].join(", ")}.`,
        `Next: tawazun check ${typed}   tawazun report ${typed}`,
      ].join("\n"),
      json: { path, files: [...files.keys()] },
    };
  },
});
