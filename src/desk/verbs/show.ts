import * as z from "zod";
import { didYouMean, TawazunError } from "../../base/index.ts";
import { type Case, listNames } from "../../case/index.ts";
import { table, tablePlain } from "../../show/index.ts";
import { findingCount, openToRead, unusable } from "../open.ts";
import { verb } from "../verb.ts";

/** What lies beside a case in files of its own, and who reads it. */
const APART: Readonly<Record<string, string>> = {
  outcomes:
    "Outcomes are kept apart from the case, in outcomes.yaml, so that no forecast can see them; tawazun judge reads them.",
  experiments: "Experiments are files of their own, in experiments/; tawazun sweep lists and plays them.",
  scenarios: "Scenarios are files of their own, in scenarios/; tawazun whatif plays them.",
  views: "Views are files of their own, in views/; the workbench opens them.",
};

export const show = verb({
  id: "show",
  summary: "say what is in a case, or list one section of it",
  details:
    "Without a section: the head of the case and how much each section holds. With one: its items, a line each.",
  places: [
    { name: "case", about: "folder of the case", required: true },
    { name: "section", about: "such as actors, relations or questions", required: false },
  ],
  options: z.object({}),
  async run(lent, [path, section]) {
    const opened = await openToRead(lent, path);
    if (opened.source === undefined) return unusable(path, opened);
    const { source } = opened;
    if (section !== undefined) return listed(source, section);
    const counts = listNames.map((name) => ({ name, count: source[name].length }));
    const { head } = source;
    return {
      code: 0,
      text: [
        `${head.title} (${head.id})`,
        "",
        head.summary,
        "",
        `Polity ${head.polity} · as of ${head.as_of} · horizon ${head.horizon} · ${findingCount(opened.findings)}`,
        `Fingerprint ${source.hash.slice(0, 16)}`,
        "",
        tablePlain(
          table(
            "What it holds",
            [
              { key: "name", name: "Section" },
              { key: "count", name: "Items" },
            ],
            counts,
          ),
        ),
      ].join("\n"),
      json: {
        head,
        hash: source.hash,
        counts: Object.fromEntries(counts.map(({ name, count }) => [name, count])),
      },
    };
  },
});

function listed(source: Case, section: string) {
  const name = listNames.find((known) => known === section);
  if (name === undefined) {
    if (Object.hasOwn(APART, section)) throw new TawazunError("show/section", APART[section]);
    throw new TawazunError(
      "show/section",
      `There is no section "${section}".${didYouMean(section, listNames)} There are ${listNames.join(", ")}.`,
    );
  }
  const items: readonly object[] = source[name];
  return {
    code: 0 as const,
    text: `${items.map((item) => line(item)).join("\n")}\n\n${items.length === 1 ? "1 item" : `${items.length} ${name}`}.`,
    json: items,
  };
}

/** An item on one line: its id or names first, then what else it says, provenance left out. */
function line(item: object): string {
  const { id, source: _source, evidence: _evidence, note: _note, ...rest } = item as Record<string, unknown>;
  const text = Object.entries(rest)
    .map(([key, value]) => `${key}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" · ");
  const whole = id === undefined ? text : `${String(id)} — ${text}`;
  return whole.length > 240 ? `${whole.slice(0, 239)}…` : whole;
}
