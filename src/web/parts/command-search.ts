import { folded, skeleton } from "./fold.ts";

/** Something that can be done from the command palette. */
export interface Command {
  readonly id: string;
  readonly kind: "page" | "action" | "actor" | "document" | "question";
  readonly name: string;
  /** More words by which it is found. */
  readonly also?: string;
  /** The keys that do the same. */
  readonly keys?: string;
  act(): void;
}

const MOST = 40;
/** Fewer consonants than these are in too many names. */
const LEAST_BONES = 3;

/** The commands in which every word that was typed is found, those whose name begins with it first. */
export function commandsFor(all: readonly Command[], typed: string): readonly Command[] {
  const words = folded(typed)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return all.filter(({ kind }) => kind === "page" || kind === "action");
  const place = (command: Command): number => {
    const name = folded(command.name);
    const whole = `${name} ${folded(command.also ?? "")}`;
    if (!words.every((word) => whole.includes(word))) {
      // A name may be typed in another script or spelling than the case has it in.
      const bones = skeleton(typed);
      const said = command.kind === "actor" ? ` ${skeleton(`${command.name} ${command.also ?? ""}`)}` : "";
      return bones.length >= LEAST_BONES && said.includes(` ${bones}`) ? 3 : -1;
    }
    return name.startsWith(words[0]) ? 0 : words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2;
  };
  return all
    .map((command) => ({ command, at: place(command) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(({ command }) => command);
}
