import type { Finding } from "../../base/index.ts";
import { feeds, type Stranger } from "../../events/index.ts";
import { table, tablePlain } from "../../show/index.ts";
import { findingCount, findingLines } from "../open.ts";
import type { EventFilesRead } from "../verb.ts";
import { firstFindings, type LogSummary } from "./summary.ts";

/** Strangers of all files together, the most frequent first. */
export function strangersOf(read: EventFilesRead): readonly Stranger[] {
  const all = new Map<string, Stranger>();
  for (const stranger of read.files.flatMap((file) => file.strangers)) {
    const known = all.get(stranger.name);
    all.set(
      stranger.name,
      known === undefined ? stranger : { ...known, events: known.events + stranger.events },
    );
  }
  return [...all.values()].sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

/** The files that were read: form, rows, findings. */
export function filesTable(read: EventFilesRead): string {
  const rows = read.files.map((file) => ({
    file: file.file,
    feed: feeds.find(({ id }) => id === file.feed)?.name ?? "not recognised",
    rows: file.rows,
    left: file.leftOut,
    findings: findingCount(file.findings),
  }));
  return tablePlain(
    table(
      "Files",
      [
        { key: "file", name: "File", wide: true },
        { key: "feed", name: "Feed" },
        { key: "rows", name: "Rows" },
        { key: "left", name: "Not wanted" },
        { key: "findings", name: "Findings" },
      ],
      rows,
    ),
    110,
  );
}

/** What the log holds: period, types, who is most active. */
export function summaryTables(summary: LogSummary, most: number): readonly string[] {
  const count = { key: "events", name: "Events" };
  return [
    `${summary.events} events from ${summary.from} to ${summary.to}, of ${summary.actors.length} actors.`,
    tablePlain(
      table(
        "Types",
        [{ key: "name", name: "Type" }, count, { key: "intensity", name: "Mean intensity", digits: 2 }],
        summary.types.slice(0, Math.max(most, 20)).map((row) => ({ ...row })),
      ),
      110,
    ),
    tablePlain(
      table(
        "Most active, as source or target",
        [{ key: "name", name: "Actor", wide: true }, count],
        summary.actors.slice(0, most).map((row) => ({ ...row })),
      ),
      110,
    ),
  ];
}

/** Names that the case does not know, and how to mend it. */
export function strangersTable(strangers: readonly Stranger[], most: number): string {
  const more = strangers.length - most;
  const shown = table(
    "Whom the case does not know",
    [
      { key: "name", name: "Name", wide: true },
      { key: "events", name: "Events" },
      { key: "codes", name: "Codes", wide: true },
      { key: "example", name: "First event", wide: true },
    ],
    strangers.slice(0, most).map(({ codes, ...row }) => ({ ...row, codes: codes.join("; ") })),
  );
  const hint = "To mend it, give an actor of the case the name among its aliases, or a code among its codes.";
  return `${tablePlain(shown, 130)}\n${more > 0 ? `and ${more} more names. ` : ""}${hint}`;
}

/** The first findings, a line each. */
export function findingsText(findings: readonly Finding[], most: number): string {
  const { shown, more } = firstFindings(findings, most);
  if (shown.length === 0) return "No findings.";
  return `${findingLines(shown)}${more > 0 ? `\nand ${more} more; --most shows them.` : ""}`;
}
