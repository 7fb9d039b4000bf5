/** A field of the form for one change: what is chosen or written there. */
export interface ChangeField {
  readonly id: string;
  /** Key of its label among the words. */
  readonly label: string;
  readonly from:
    | "actor"
    | "actorOrBloc"
    | "post"
    | "move"
    | "object"
    | "issue"
    | "resource"
    | "arena"
    | "outside"
    | "hazard"
    | "standing"
    | "route"
    | "territory"
    | "text"
    | "day"
    | "yes"
    | "open";
  readonly optional?: true;
  /** What is offered in an empty field of text. */
  readonly hint?: string;
  /** Key of the word for leaving it out, where “any” would be wrong. */
  readonly none?: string;
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
const event: ChangeField = { id: "event", label: "event", from: "outside" };
const by: ChangeField = { id: "by", label: "by", from: "actor" };
const byAny: ChangeField = { id: "by", label: "by", from: "actorOrBloc", optional: true };
const target: ChangeField = { id: "target", label: "target", from: "actor", optional: true };
const towardAny: ChangeField = { ...target, from: "actorOrBloc" };
const object: ChangeField = { id: "object", label: "object", from: "object", optional: true };
const day: ChangeField = { id: "day", label: "day", from: "day" };
const until: ChangeField = { id: "until", label: "until", from: "day", optional: true };
const value = (label: string, hint: string): ChangeField => ({ id: "value", label, from: "text", hint });

/** A part of a change that is written only where it is given. */
const part = (mark: string, text: string | undefined): string =>
  text === undefined || text === "" ? "" : `${mark}${text}`;

/** The changes that a page offers, in the order in which analysts ask for them. */
export const changeKinds: readonly ChangeKind[] = [
  { id: "replace", flag: "replace", fields: [post, by], write: ({ post, by }) => `${post}=${by}` },
  { id: "remove", flag: "remove", fields: [actor], write: ({ actor }) => actor },
  {
    id: "forbid",
    flag: "forbid",
    fields: [
      move,
      byAny,
      towardAny,
      object,
      { ...day, label: "from", optional: true },
      { ...until, label: "to" },
    ],
    write: ({ move, by, target, object, day = "", until }) => {
      const span = `${day}${part("..", until)}`;
      return `${move}${part(":", by)}${part(">", target)}${part("#", object)}${part("@", span)}`;
    },
  },
  {
    id: "force",
    flag: "force",
    fields: [
      move,
      by,
      target,
      object,
      day,
      until,
      { id: "success", label: "success", from: "yes", optional: true, none: "byLuck" },
    ],
    write: ({ move, by, target, object, day, until, success }) =>
      `${move}:${by}${part(">", target)}${part("#", object)}@${day}${part("..", until)}${part("=", success)}`,
  },
  { id: "fill", flag: "fill", fields: [post, by], write: ({ post, by }) => `${post}=${by}` },
  { id: "vacate", flag: "vacate", fields: [post], write: ({ post }) => post },
  { id: "restore", flag: "restore", fields: [actor], write: ({ actor }) => actor },
  {
    id: "lift",
    flag: "lift",
    fields: [{ id: "standing", label: "standing", from: "standing" }, byAny, towardAny],
    write: ({ standing, by = "", target }) => `${standing}${part(":", `${by}${part(">", target)}`)}`,
  },
  {
    id: "entitle",
    flag: "set",
    fields: [post, { id: "to", label: "owedTo", from: "actorOrBloc", optional: true, none: "nobody" }],
    write: ({ post, to }) => `entitled:${post}=${to || "nobody"}`,
  },
  {
    id: "demand",
    flag: "set",
    fields: [
      by,
      { id: "target", label: "target", from: "actor" },
      { id: "stands", label: "stands", from: "yes" },
    ],
    write: ({ by, target, stands }) => `demand:${by}/${target}=${stands}`,
  },
  {
    id: "route",
    flag: "set",
    fields: [
      { id: "route", label: "route", from: "route" },
      { id: "territory", label: "territory", from: "territory", optional: true, none: "allOnTheWay" },
      { id: "open", label: "open", from: "open" },
    ],
    write: ({ route, territory, open }) => `route:${route}${part("/", territory)}=${open}`,
  },
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
    fields: [event, { id: "happens", label: "happens", from: "yes" }],
    write: ({ event, happens }) => `outside:${event}=${happens}`,
  },
  {
    id: "outsideDay",
    flag: "set",
    fields: [event, day],
    write: ({ event, day }) => `outside:${event}=${day}`,
  },
  {
    id: "rate",
    flag: "set",
    fields: [{ ...event, from: "hazard" }, value("rate", "1")],
    write: ({ event, value }) => `input:rate of ${event}=${value}`,
  },
];
