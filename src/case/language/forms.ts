/** How one form of a rule or a measure is written: `lead` first, then named parts, then dates behind. */
export interface Form {
  /** The part that needs no name, if the form has one. */
  readonly lead?: string;
  /** Whether the first part may be left out. */
  readonly leadOptional?: true;
  /** Named parts: `name` takes an id, `flag` takes yes or no; a `!` says that it must be there. */
  readonly parts: { readonly [name: string]: "name" | "name!" | "flag" };
  /** Words that stand behind the brackets, each with a date; a `!` says that it must be there. */
  readonly dates: { readonly [word: string]: "date" | "date!" };
}

/** The forms of rules, by the key that leads their record. */
export const ruleForms: { readonly [key: string]: Form } = {
  holds: {
    lead: "post",
    parts: { actor: "name", bloc: "name", acting: "flag" },
    dates: { on: "date!" },
  },
  filled: { lead: "post", parts: {}, dates: { by: "date!" } },
  status: { lead: "actor", parts: { is: "name!" }, dates: { on: "date", by: "date" } },
  occurs: {
    lead: "move",
    leadOptional: true,
    parts: { event: "name", by: "name", target: "name", object: "name", success: "flag" },
    dates: { from: "date", by: "date!" },
  },
  boycotts: { lead: "actor", parts: { arena: "name!" }, dates: { on: "date", by: "date" } },
  taken: { lead: "territory", leadOptional: true, parts: { from: "name" }, dates: { by: "date!" } },
};

/** The forms of measures, by the key of their record. */
export const measureForms: { readonly [key: string]: Form } = {
  sum: { lead: "series", parts: {}, dates: { from: "date!", to: "date!" } },
  max: { lead: "series", parts: {}, dates: { from: "date!", to: "date!" } },
  worst_day: { lead: "series", parts: {}, dates: { from: "date!", to: "date!" } },
  share: { lead: "of", parts: { arena: "name" }, dates: { on: "date!" } },
  seats: { lead: "of", parts: {}, dates: { on: "date!" } },
  rank: { lead: "of", parts: { arena: "name!" }, dates: { on: "date!" } },
  pledges: { lead: "against", parts: {}, dates: { by: "date!" } },
  left: { lead: "bloc", parts: {}, dates: { by: "date!" } },
  status_quo: { lead: "issue", parts: {}, dates: { on: "date!" } },
  count: { lead: "move", parts: { by: "name", target: "name" }, dates: { from: "date", to: "date!" } },
  stability: { parts: {}, dates: { to: "date!" } },
};

/** Signs between two measures, longest first. */
export const signs = [">=", "<=", ">", "<", "="] as const;
