import * as z from "zod";
import { didYouMean, type Finding, readDate, TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import {
  type EventFilter,
  type EventLog,
  eventRows,
  eventTypes,
  feeds,
  mergeDuplicates,
  type Who,
  whoOf,
} from "../../events/index.ts";
import { caseRows } from "../events/case-rows.ts";
import {
  filesTable,
  findingsText,
  strangersOf,
  strangersTable,
  summaryTables,
} from "../events/event-tables.ts";
import { summaryOf } from "../events/summary.ts";
import { openCase, unusable } from "../open.ts";
import { type EventFilesRead, type Lent, type Outcome, verb } from "../verb.ts";

const options = z.object({
  case: z.string().optional().meta({ description: "folder of a case that says who is who" }),
  from: z.string().optional().meta({ description: "first day that counts, such as 2011-12-01" }),
  to: z.string().optional().meta({ description: "last day that counts; 2011 and 2011-12 mean their last" }),
  actor: z.string().optional().meta({
    description: "only events of these actors, as source or target, parted by semicolons",
  }),
  type: z.string().optional().meta({
    description: "only events of these types, parted by commas; see tawazun types",
  }),
  feed: z
    .string()
    .optional()
    .meta({ description: `the form, if it is not recognised: ${feeds.map(({ id }) => id).join(", ")}` }),
  merge: z
    .boolean()
    .default(false)
    .meta({ description: "count rows of the same day, source, target, type and front as one event" }),
  duckdb: z
    .boolean()
    .default(false)
    .meta({ description: "let DuckDB read and filter tables: for files larger than memory" }),
  toCsv: z.string().optional().meta({
    description: "write the events to this file; with --case as the case's own events.csv is written",
  }),
  most: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(20)
    .meta({ description: "actors, unknown names and findings to list" }),
});

type Given = z.infer<typeof options>;

export const events = verb({
  id: "events",
  summary: "read files of event data, say what they hold and whom the case does not know",
  details: `Knows by their first lines, packed with gzip or not: ${feeds.map(({ name }) => name).join(", ")}; and Parquet with the columns of one of these. Rows that cannot be read are named with line and column, and the others kept. With --case, actors are known by name, alias, dated office and code, and only events between actors of the case are kept; whom it does not know is listed by frequency.`,
  places: [{ name: "files", about: "files of events", required: true, many: true }],
  options,
  async run(lent, files, given) {
    const opened = given.case === undefined ? undefined : await openCase(lent, given.case);
    if (given.case !== undefined && opened !== undefined && opened.source === undefined)
      return unusable(given.case, opened);
    const who = opened?.source === undefined ? undefined : whoOf(opened.source);
    const only = filterOf(given, opened?.source);
    refuseTwice(files);
    refuseOwnInput(given.toCsv, files);
    const read = await lent.readEventFiles(files, {
      feed: given.feed,
      duckdb: given.duckdb,
      only,
      who,
      knownOnly: who !== undefined,
    });
    const log = given.merge ? mergeDuplicates(read.log).log : read.log;
    const notes = notesOf(read, log, who, opened?.source);
    if (given.toCsv !== undefined) notes.push(await written(lent, given.toCsv, log, files, who));
    const summary = summaryOf(log);
    const findings = read.files.flatMap((file) => file.findings);
    const strangers = strangersOf(read);
    return {
      code: read.stopped ? 130 : exitCode(read.log.count, findings),
      text: [
        filesTable(read),
        ...(summary.events === 0 ? ["No events are left."] : summaryTables(summary, given.most)),
        ...(strangers.length === 0 ? [] : [strangersTable(strangers, given.most)]),
        ...notes,
        findingsText(findings, given.most),
      ].join("\n\n"),
      json: {
        files: read.files.map(({ findings: _findings, strangers: _strangers, ...file }) => file),
        ...summary,
        strangers,
        claimedTwice: who?.claimedTwice ?? [],
        findings,
        notes,
      },
    };
  },
});

/** 2 where rows were there and none could be read, 1 where some could not. */
function exitCode(read: number, findings: readonly Finding[]): Outcome["code"] {
  if (read === 0 && findings.length > 0) return 2;
  return findings.some(({ severity }) => severity !== "note") ? 1 : 0;
}

function filterOf(given: Given, world: Case | undefined): EventFilter {
  const day = (flag: string, text: string | undefined, side: "first" | "last"): number | undefined => {
    if (text === undefined) return undefined;
    const date = readDate(text);
    if (date !== undefined) return date[side];
    throw new TawazunError(
      "events/date",
      `There is no date "${text}" for --${flag}; write it as 2012-01-10.`,
    );
  };
  const parts = (text: string | undefined, mark: string): readonly string[] | undefined =>
    text
      ?.split(mark)
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const types = parts(given.type, ",")?.map((name) => typeNamed(name));
  const actors = parts(given.actor, ";")?.map((name) => actorNamed(name, world));
  const [from, to] = [day("from", given.from, "first"), day("to", given.to, "last")];
  if (from !== undefined && to !== undefined && from > to) {
    throw new TawazunError(
      "events/date",
      `--from ${given.from} lies after --to ${given.to}; no day is between them.`,
    );
  }
  return { from, to, actors, types };
}

/** A file named twice would be counted twice. */
function refuseTwice(files: readonly string[]): void {
  const twice = files.find((file, k) => files.slice(0, k).some((before) => plain(before) === plain(file)));
  if (twice === undefined) return;
  throw new TawazunError(
    "events/twice",
    `"${twice}" is named twice, and its events would be counted twice; name it once.`,
  );
}

/** What is read is not written over: rows that were not understood, or not wanted, would be lost. */
function refuseOwnInput(path: string | undefined, files: readonly string[]): void {
  if (path === undefined || !files.some((file) => plain(file) === plain(path))) return;
  throw new TawazunError(
    "events/own-input",
    `--to-csv ${path} would write over a file that is read; give another name.`,
  );
}

function plain(name: string): string {
  return name.replaceAll("\\", "/").replace(/^(\.\/+)+/, "");
}

function typeNamed(name: string): string {
  const id = name.toUpperCase();
  const known = eventTypes.map((type) => type.id);
  // Feeds of benchmarks name their own types; only what looks like a slip is refused.
  if (known.includes(id)) return id;
  const near = didYouMean(id, known);
  if (near !== "") throw new TawazunError("events/type", `There is no event type "${name}".${near}`);
  return name;
}

/** The id of an actor of the case, by id, name or alias; without a case the name itself. */
function actorNamed(name: string, world: Case | undefined): string {
  if (world === undefined) return name;
  const id = whoOf({ actors: world.actors }).of(name, [], 0);
  if (id !== undefined) return id;
  const known = world.actors.flatMap((actor) => [actor.id, actor.name]);
  throw new TawazunError("events/actor", `The case has no actor "${name}".${didYouMean(name, known)}`);
}

function notesOf(
  read: EventFilesRead,
  log: EventLog,
  who: Who | undefined,
  world: Case | undefined,
): string[] {
  const notes: string[] = [];
  if (log.count < read.log.count) {
    notes.push(`${read.log.count - log.count} rows told of an event that another row had told of.`);
  }
  if (who !== undefined && who.claimedTwice.length > 0) {
    notes.push(
      `Names that two actors of the case claim, given to the first: ${who.claimedTwice.join("; ")}.`,
    );
  }
  const last = world === undefined ? undefined : readDate(world.head.as_of)?.last;
  if (last !== undefined && log.count > 0 && log.time[log.count - 1] >= last + 1) {
    notes.push(
      `Some events are later than the case's as-of date ${world?.head.as_of}; a case holds none of those: add --to ${world?.head.as_of}.`,
    );
  }
  if (read.stopped) notes.push("Stopped before the end; what was read is shown.");
  return notes;
}

/** Writes the log beside, whole or not at all, and says so. */
async function written(
  lent: Lent,
  path: string,
  log: EventLog,
  files: readonly string[],
  who: Who | undefined,
): Promise<string> {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  const [folder, name] = [at < 0 ? "." : path.slice(0, at + 1), path.slice(at + 1)];
  const rows =
    who === undefined
      ? { text: [...eventRows(log)].join(""), without: 0 }
      : caseRows(log, files.map((file) => file.replace(/^.*[\\/]/, "")).join(", "));
  await lent.writeFiles(folder, new Map([[name, new TextEncoder().encode(rows.text)]]));
  const left =
    rows.without === 0
      ? ""
      : ` ${rows.without} without a type of PLOVER, or of an actor toward itself, were left out.`;
  return `Written to ${path}: ${log.count - rows.without} events.${left}`;
}
