import { useQuery } from "@tanstack/react-query";
import type { Finding } from "../../base/index.ts";
import type { Case, SavedView } from "../../case/index.ts";
import { call } from "../api.ts";
import { addressOf } from "../place.ts";
import { type FileAnswer, pathOf } from "./file-of.ts";
import { untaken, wordsOf } from "./id-for.ts";

/** The views of a case, as its files hold them. */
interface Views {
  readonly views: readonly SavedView[];
  readonly findings: readonly Finding[];
}

const FOLDER = "views/";

/** Reads the views that are kept with the case. */
export function useViews(source: Case | null): Views {
  const { data } = useQuery({
    queryKey: ["views", source?.hash],
    queryFn: () => (source === null ? NONE : read(source)),
  });
  return data ?? NONE;
}

const NONE: Views = { views: [], findings: [] };

async function read(source: Case): Promise<Views> {
  const list = await call<readonly { readonly file: string }[]>("/api/files");
  const mine = list.filter(({ file }) => file.startsWith(FOLDER));
  if (mine.length === 0) return NONE;
  const answers = await Promise.all(mine.map(({ file }) => call<FileAnswer>(pathOf(file))));
  const { readViews } = await import("../../case/index.ts");
  const bytes = new TextEncoder();
  return readViews(new Map(answers.map(({ file, text }) => [file, bytes.encode(text)])), source);
}

/** Where a view leads: its page, with what is chosen there. */
export function addressOfView({ id, page, chosen = {}, places }: SavedView): string {
  return addressOf(page, { ...chosen, ...(places === undefined ? {} : { view: id }) });
}

/** What is kept of a page under a name. */
export type NewView = Omit<SavedView, "id" | "file">;

/** Writes a view into a file of its own, named after it. */
export async function saveView(view: NewView): Promise<void> {
  const list = await call<readonly { readonly file: string }[]>("/api/files");
  const taken = new Set(list.map(({ file }) => file.replace(/\.yaml$/, "")));
  const base = wordsOf(view.name).join("-") || "view";
  const file = `${untaken(FOLDER + base, taken)}.yaml`;
  await call(pathOf(file), "PUT", { text: written(view) });
}

export async function removeView({ file }: SavedView): Promise<void> {
  const { hash } = await call<FileAnswer>(pathOf(file));
  await call(pathOf(file), "PUT", { restsOn: hash });
}

/** The file of a view. Text in quotes means the same in JSON and in YAML. */
function written({ name, text, page, chosen = {}, places }: NewView): string {
  const quoted = JSON.stringify;
  const entries = Object.entries(chosen);
  return [
    `name: ${quoted(name)}`,
    ...(text === undefined || text === "" ? [] : [`text: ${quoted(text)}`]),
    `page: ${page}`,
    ...(entries.length === 0 ? [] : ["chosen:"]),
    ...entries.map(([key, value]) => `  ${quoted(key)}: ${quoted(value)}`),
    ...(places === undefined || places.length === 0 ? [] : ["places:"]),
    ...(places ?? []).map(({ actor, x, y }) => `  - { actor: ${quoted(actor)}, x: ${x}, y: ${y} }`),
    "",
  ].join("\n");
}
