import type { Case } from "../../case/index.ts";
import { addressOf, go } from "../place.ts";
import { arriveAt } from "./arrive.ts";
import type { Command } from "./command-search.ts";
import { askUndo } from "./undo-redo.tsx";

/** What of the shell commands can change. */
export interface Shell {
  readonly pages: readonly { readonly id: string; readonly name: string }[];
  words(action: Action): string;
  setTheme(theme: "light" | "dark"): void;
  setLanguage(id: "en" | "ar"): void;
  showKeys(): void;
}

const ACTIONS = [
  "undo",
  "redo",
  "keys",
  "light",
  "dark",
  "english",
  "arabic",
  "print",
  "zip",
  "files",
  "create",
] as const;
type Action = (typeof ACTIONS)[number];

/** Everything that the palette offers of a case, in the order in which it is shown. */
export function commandsOf(source: Case | null, shell: Shell): readonly Command[] {
  const does: { readonly [action in Action]: () => void } = {
    undo: () => askUndo("undo"),
    redo: () => askUndo("redo"),
    keys: shell.showKeys,
    light: () => shell.setTheme("light"),
    dark: () => shell.setTheme("dark"),
    english: () => shell.setLanguage("en"),
    arabic: () => shell.setLanguage("ar"),
    // The palette has to be gone before the page is printed.
    print: () => void setTimeout(() => print(), 300),
    zip: () => location.assign("/api/export/case.zip"),
    files: () => {
      go(addressOf("settings"));
      arriveAt("case-files");
    },
    create: () => {
      go(addressOf("settings"));
      arriveAt("new-case");
    },
  };
  const keys: { readonly [action in Action]?: string } = { undo: "Ctrl+Z", redo: "Ctrl+Shift+Z", keys: "?" };
  return [
    ...shell.pages.map(({ id, name }, i): Command => {
      return {
        id: `page ${id}`,
        kind: "page",
        name,
        keys: `g ${(i + 1) % 10}`,
        act: () => go(addressOf(id)),
      };
    }),
    ...ACTIONS.map((id): Command => {
      const key = keys[id];
      return {
        id: `action ${id}`,
        kind: "action",
        name: shell.words(id),
        ...(key === undefined ? {} : { keys: key }),
        act: does[id],
      };
    }),
    ...(source?.actors ?? []).map((actor): Command => {
      const also = [actor.id, ...(actor.aliases ?? [])].join(" ");
      const act = (): void => go(addressOf("map", { focus: actor.id }));
      return { id: `actor ${actor.id}`, kind: "actor", name: actor.name, also, act };
    }),
    ...(source?.documents ?? []).map(
      ({ id, title }): Command => ({
        id: `document ${id}`,
        kind: "document",
        name: title,
        also: id,
        act: () => go(addressOf("read", { document: id })),
      }),
    ),
    ...(source?.questions ?? []).map(
      ({ id, text }): Command => ({
        id: `question ${id}`,
        kind: "question",
        name: text,
        also: id,
        act: () => go(addressOf("claims", { question: id })),
      }),
    ),
  ];
}
