import type { Finding } from "../base/index.ts";
import {
  type Case,
  type Folder,
  type Outcome as ResolvedOutcome,
  readCase,
  readLater,
  readOutcomes,
} from "../case/index.ts";
import { eventTypes } from "../events/index.ts";
import { moveKinds } from "../simulate/index.ts";
import type { Lent, Outcome } from "./verb.ts";

/** Names that only later rooms know, for the check of a case. */
export const knownNames = {
  moves: moveKinds.map((kind) => kind.id),
  eventTypes: eventTypes.map((type) => type.id),
} as const;

export interface Opened {
  readonly folder: Folder | undefined;
  readonly source: Case | undefined;
  readonly findings: readonly Finding[];
}

/** Opens a case to work on: one with errors is none, for what is wrong in it would be computed with. */
export async function openCase(lent: Lent, path: string): Promise<Opened> {
  const opened = await openToRead(lent, path);
  return hasErrors(opened.findings) ? { ...opened, source: undefined } : opened;
}

/** Opens a case to look at or to mend: one with errors too, where it can be read in spite of them. */
export async function openToRead(lent: Lent, path: string): Promise<Opened> {
  const { folder, findings } = await lent.readFolder(path);
  if (folder === undefined) return { folder: undefined, source: undefined, findings };
  const read = checkFolder(folder);
  return { folder, source: read.source, findings: [...findings, ...read.findings] };
}

/** Reads a case whose files are at hand, with all that is to be said of it. */
export function checkFolder(folder: Folder): {
  readonly source: Case | undefined;
  readonly findings: readonly Finding[];
} {
  const read = readCase(folder, knownNames);
  return { source: read.world, findings: read.findings };
}

/** What came true of a case, for judging alone: resolved outcomes, and later months of its series. */
export interface Resolved {
  readonly outcomes: readonly ResolvedOutcome[];
  readonly later: ReturnType<typeof readLater>["later"];
  readonly findings: readonly Finding[];
}

/** Opens what came true of a case; with errors among its findings nothing may be judged by it. */
export function openOutcomes(folder: Folder, source: Case): Resolved {
  const read = readOutcomes(folder, source);
  const { later, findings } = readLater(folder, source);
  return {
    outcomes: read.outcomes ?? [],
    later,
    findings: [...read.findings, ...emptyOutcomes(folder, read.outcomes), ...findings],
  };
}

/** What is to be said of a file of outcomes that holds none. */
function emptyOutcomes(folder: Folder, outcomes: Resolved["outcomes"] | undefined): readonly Finding[] {
  const file = ["outcomes.yaml", "outcomes.yml"].find((name) => folder.has(name));
  if (file === undefined || outcomes === undefined || outcomes.length > 0) return [];
  const message =
    "This file holds no outcome, so nothing will be scored: list what came true, or take the file away.";
  return [{ code: "file/empty", severity: "warning", place: { file }, message }];
}

/** Findings as lines for a terminal: file:line:column, weight, message, what would be right. */
export function findingLines(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const { file, line, column } = finding.place;
      const at = [file === "" ? "the folder" : file, line, column]
        .filter((part) => part !== undefined)
        .join(":");
      return `${at}: ${finding.severity}: ${finding.message} [${finding.code}]`;
    })
    .join("\n");
}

/** "3 errors, 1 warning", or "no findings". */
export function findingCount(findings: readonly Finding[]): string {
  const words = (["error", "warning", "note"] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity}${count === 1 ? "" : "s"}`];
  });
  return words.length === 0 ? "no findings" : words.join(", ");
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === "error");
}

/** What a verb answers when the case could not be used. */
export function unusable(path: string, { findings }: Pick<Opened, "findings">): Outcome {
  return {
    code: 2,
    text: `${findingLines(findings)}\n\nThe case in ${path} cannot be used: ${findingCount(findings)}.`,
    json: { path, findings },
  };
}
