import { changeKinds } from "./change-kinds.ts";

/** A change as the address holds it: the kind, and what its flag is given. */
export interface Change {
  readonly kind: string;
  readonly text: string;
}

/** The changes in an address; nothing of what is not written as it must be. */
export function changesIn(text: string | null): readonly Change[] {
  return (text ?? "")
    .split("~")
    .map((one) => ({
      kind: one.slice(0, one.indexOf(" ")),
      text: one
        .slice(one.indexOf(" ") + 1)
        .replaceAll("%7E", "~")
        .replaceAll("%25", "%"),
    }))
    .filter(({ kind, text: given }) => flagOf(kind) !== undefined && given !== "");
}

export function changesWritten(changes: readonly Change[]): string {
  // a change ends where a tilde stands: within one it is written otherwise
  const inside = (text: string): string => text.replaceAll("%", "%25").replaceAll("~", "%7E");
  return changes.map(({ kind, text }) => `${kind} ${inside(text)}`).join("~");
}

/** The desk's options for some changes. */
export function flagsOf(changes: readonly Change[]): { readonly [flag: string]: readonly string[] } {
  const flags: { [flag: string]: string[] } = {};
  for (const { kind, text } of changes) {
    const flag = flagOf(kind) ?? kind;
    flags[flag] = [...(flags[flag] ?? []), text];
  }
  return flags;
}

/** An input that is held fast has no form of its own: a slider sets it. */
function flagOf(kind: string): string | undefined {
  return kind === "input" ? "set" : changeKinds.find((known) => known.id === kind)?.flag;
}
