import * as z from "zod";
import { didYouMean, type Finding, TawazunError } from "../../base/index.ts";
import {
  type ActorsMerged,
  type Case,
  changedFiles,
  editable,
  type Folder,
  files,
  mergeActors,
} from "../../case/index.ts";
import { listOf, plural } from "../../show/index.ts";
import { besideFindings } from "../beside.ts";
import { checkFolder, findingLines, openToRead, unusable } from "../open.ts";
import { verb } from "../verb.ts";

/** A file before and after. */
export interface ChangedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What would become of a case in which two actors are one. */
export interface MergeFound {
  readonly data: ActorsMerged["data"];
  readonly aliases: readonly string[];
  readonly lost: readonly string[];
  readonly files: readonly ChangedFile[];
  /** Errors that the case would have and does not have now: with any, nothing is written. */
  readonly findings: readonly Finding[];
}

const utf8 = new TextDecoder();

export const merge = verb({
  id: "merge",
  summary: "make one actor of two that are the same, everywhere in a case",
  details:
    "Whatever names the second actor names the first: ties, holdings, stakes, events, posts, memberships, rules, scenarios, experiments, views. The second one's names, codes and id become the first one's. Where both have a datum of the same kind, that of the first stays. Says what would change; with --write it is written, unless the case would have new errors.",
  places: [
    { name: "case", about: "folder of the case", required: true },
    { name: "keep", about: "id of the actor that stays", required: true },
    { name: "gone", about: "id of the actor that becomes it", required: true },
  ],
  options: z.object({
    write: z.boolean().default(false).meta({ description: "write it into the case's files" }),
  }),
  async run(lent, [path, keep, gone], options) {
    const opened = await openToRead(lent, path);
    if (opened.source === undefined || opened.folder === undefined) return unusable(path, opened);
    for (const id of [keep, gone]) refuseUnknown(opened.source, id);
    const merged = mergeActors(editable(opened.folder), keep, gone);
    const key = ({ code, message }: Finding): string => `${code} ${message}`;
    const known = new Set(
      [...opened.findings, ...besideFindings(opened.folder, opened.source)].map((one) => key(one)),
    );
    const findings = findingsAfter(files(merged.document)).filter(
      (one) => one.severity === "error" && !known.has(key(one)),
    );
    const changed = changedFiles(merged.document);
    const { data, aliases, lost } = merged;
    const json: MergeFound = {
      data,
      aliases,
      lost,
      files: [...changed].map(([file, after]) => ({
        file,
        before: utf8.decode(opened.folder?.get(file)),
        after: utf8.decode(after),
      })),
      findings,
    };
    const said = inWords(keep, gone, json);
    if (findings.length > 0) {
      const text = `${said}\n\nThe case would have new errors; nothing was written:\n${findingLines(findings)}`;
      return { code: 1, text, json };
    }
    if (!options.write) return { code: 0, text: `${said}\n\nNothing was written. --write does it.`, json };
    await lent.writeFiles(path, changed);
    return { code: 0, text: `${said}\n\nWritten: ${[...changed.keys()].join(", ")}.`, json };
  },
});

function findingsAfter(folder: Folder): readonly Finding[] {
  const { source, findings } = checkFolder(folder);
  return source === undefined ? findings : [...findings, ...besideFindings(folder, source)];
}

function refuseUnknown({ actors }: Case, id: string): void {
  const ids = actors.map((actor) => actor.id);
  if (ids.includes(id)) return;
  throw new TawazunError("merge/actor", `The case has no actor "${id}".${didYouMean(id, ids)}`);
}

function inWords(keep: string, gone: string, { data, aliases, lost, files: changed }: MergeFound): string {
  const whats = (becomes: (typeof data)[number]["becomes"]): readonly string[] =>
    data.filter((one) => one.becomes === becomes).map(({ what }) => what);
  const [standing, itself] = [whats("standing"), whats("itself")];
  return [
    `${gone} becomes ${keep}: ${plural(whats("moved").length, "datum", "data")} in ${plural(changed.length, "file")}.`,
    ...whats("moved").map((what) => `  moves: ${what}`),
    ...standing.map((what) => `  left out, as ${keep} has its like: ${what}`),
    ...itself.map((what) => `  left out, as it is between the two: ${what}`),
    ...(aliases.length === 0 ? [] : [`  names of ${keep} from now on: ${listOf(aliases)}`]),
    ...(lost.length === 0 ? [] : [`  said of ${gone} alone, and lost: ${listOf(lost)}`]),
  ].join("\n");
}
