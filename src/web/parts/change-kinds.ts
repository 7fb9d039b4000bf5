/** A field of the form for one change: what is chosen or written there. */
export interface ChangeField {
  readonly id: string;
  /** Key of its label among the words. */
  readonly label: string;
  readonly from:
    | "actor"
    | "post"
    | "move"
    | "issue"
    | "resource"
    | "arena"
    | "outside"
    | "text"
    | "day"
    | "yes";
  readonly optional?: true;
  /** What is offered in an empty field of text. */
  readonly hint?: string;
}

/** A kind of change: its fields, and how it is written for the desk's flag. */
export interface ChangeKind {
  readonly id: string;
  readonly flag: string;
  readonly fields: readonly ChangeField[];
  write(values: { readonly [field: string]: string }): string;
}

const post: ChangeField = { id: "post", label: "post", from: "post" };
const actor: ChangeField = { id: "actor", label: "actor", from: "actor" };
const move: ChangeField = { id: "move", label: "move", from: "move" };
const issue: ChangeField = { id: "issue", label: "issue", from: "issue" };
const by: ChangeField = { id: "by", label: "by", from: "actor" };
const target: ChangeField = { id: "target", label: "target", from: "actor", optional: true };
const value = (label: string, hint: string): ChangeField => ({ id: "value", label, from: "text", hint });

/** A part of a move that is written only where it is given. */
const part = (mark: string, text: string | undefined): string =>
  text === undefined || text === "" ? "" : `${mark}${text}`;

/** The changes that a page offers, in the order in which analysts ask for them. */
export const changeKinds: readonly ChangeKind[] = [
  { id: "replace", flag: "replace", fields: [post, by], write: ({ post, by }) => `${post}=${by}` },
  { id: "remove", flag: "remove", fields: [actor], write: ({ actor }) => actor },
  {
    id: "forbid",
    flag: "forbid",
    fields: [move, { ...by, optional: true }, target],
    write: ({ move, by, target }) => `${move}${part(":", by)}${part(">", target)}`,
  },
  {
    id: "force",
    flag: "force",
    fields: [
      move,
      by,
      target,
      { id: "day", label: "day", from: "day" },
      { id: "until", label: "until", from: "day", optional: true },
      { id: "success", label: "success", from: "yes", optional: true },
    ],
    write: ({ move, by, target, day, until, success }) =>
      `${move}:${by}${part(">", target)}@${day}${part("..", until)}${part("=", success)}`,
  },
  { id: "fill", flag: "fill", fields: [post, by], write: ({ post, by }) => `${post}=${by}` },
  { id: "vacate", flag: "vacate", fields: [post], write: ({ post }) => post },
  { id: "restore", flag: "restore", fields: [actor], write: ({ actor }) => actor },
  {
    id: "position",
    flag: "set",
    fields: [actor, issue, value("position", "50")],
    write: ({ actor, issue, value }) => `position:${actor}/${issue}=${value}`,
  },
  {
    id: "salience",
    flag: "set",
    fields: [actor, issue, value("salience", "0.5")],
    write: ({ actor, issue, value }) => `salience:${actor}/${issue}=${value}`,
  },
  {
    id: "relation",
    flag: "set",
    fields: [actor, { id: "other", label: "other", from: "actor" }, value("tie", "0.5")],
    write: ({ actor, other, value }) => `relation:${actor}/${other}=${value}`,
  },
  {
    id: "holding",
    flag: "set",
    fields: [actor, { id: "resource", label: "resource", from: "resource" }, value("amount", "x2")],
    write: ({ actor, resource, value }) => `holding:${actor}/${resource}=${value}`,
  },
  {
    id: "quota",
    flag: "set",
    fields: [{ id: "arena", label: "arena", from: "arena" }, value("votes", "163")],
    write: ({ arena, value }) => `quota:${arena}=${value}`,
  },
  {
    id: "statusQuo",
    flag: "set",
    fields: [issue, value("position", "50")],
    write: ({ issue, value }) => `status-quo:${issue}=${value}`,
  },
  {
    id: "outside",
    flag: "set",
    fields: [{ id: "event", label: "event", from: "outside" }, value("happens", "yes")],
    write: ({ event, value }) => `outside:${event}=${value}`,
  },
];

/** A change as the address holds it: the kind, and what its flag is given. */
export interface Change {
  readonly kind: string;
  readonly text: string;
}

/** The changes in an address; nothing of what is not written as it must be. */
export function changesIn(text: string | null): readonly Change[] {
  return (text ?? "")
    .split("~")
    .map((one) => ({ kind: one.slice(0, one.indexOf(" ")), text: one.slice(one.indexOf(" ") + 1) }))
    .filter(({ kind, text: given }) => flagOf(kind) !== undefined && given !== "");
}

export function changesWritten(changes: readonly Change[]): string {
  return changes.map(({ kind, text }) => `${kind} ${text}`).join("~");
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
