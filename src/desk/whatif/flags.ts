import * as z from "zod";
import { didYouMean, readDate, TawazunError } from "../../base/index.ts";
import type { Intervention } from "../../case/index.ts";

const several = (description: string) => z.array(z.string()).default([]).meta({ description });

/** Flags that make one scenario of changes; each may be given several times. */
export const changeOptions = {
  replace: several("POST=ACTOR: the post, with what goes with it, passes to another"),
  fill: several("POST=ACTOR: the post gets this full holder"),
  vacate: several("POST: the post falls vacant"),
  remove: several("ACTOR: the actor and what it leads leave the stage"),
  restore: several("ACTOR: the actor is active again, without warrant"),
  lift: several("KIND[:BY[>OF]]: what stands between actors is lifted, such as warrant:>deputy"),
  forbid: several("MOVE[:BY][>TARGET][#OBJECT][@FROM..TO]: the move is not made"),
  force: several(
    "MOVE:BY[>TARGET][#OBJECT]@DATE[..UNTIL][=yes|no]: the move is made, and comes off or fails",
  ),
  set: several(
    "KIND:WHAT=VALUE: holding:ACTOR/RESOURCE=100 (or =x2), relation:FROM/TO=0.5, position:ACTOR/ISSUE=30, salience:ACTOR/ISSUE=0.8, status-quo:ISSUE=50, quota:ARENA=170, outside:EVENT=yes (no, or a date), entitled:POST=BLOC (or nobody), demand:BY/OF=yes (or no), route:ROUTE[/TERRITORY]=open (or shut), default:NAME=0.3, input:NAME=0.3",
  ),
} as const;

/** What was given with those flags. */
export type ChangeFlags = { readonly [Flag in keyof typeof changeOptions]: readonly string[] };

/**
 * The interventions that flags stand for, in the order of the flags' names.
 *
 * @throws {TawazunError} `whatif/flag` for a flag that is not written as it must be.
 */
export function changesOf(flags: ChangeFlags): readonly Intervention[] {
  return [
    ...flags.replace.map((text) => {
      const [post, by] = halves("--replace", text, "POST=ACTOR");
      return { replace: { post, by } };
    }),
    ...flags.fill.map((text) => {
      const [post, holder] = halves("--fill", text, "POST=ACTOR");
      return { fill: { post, with: holder } };
    }),
    ...flags.vacate.map((post) => ({ vacate: { post } })),
    ...flags.remove.map((actor) => ({ remove: { actor } })),
    ...flags.restore.map((actor) => ({ restore: { actor } })),
    ...flags.lift.map(liftOf),
    ...flags.forbid.map(forbidOf),
    ...flags.force.map(forceOf),
    ...flags.set.map(setOf),
  ];
}

function wrong(flag: string, text: string, form: string): TawazunError {
  return new TawazunError("whatif/flag", `${flag} "${text}" cannot be read; it is written ${form}.`);
}

function halves(flag: string, text: string, form: string): readonly [string, string] {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1) throw wrong(flag, text, form);
  return [text.slice(0, at), text.slice(at + 1)];
}

function liftOf(text: string): Intervention {
  const match = /^([a-z-]+)(?::([^>]*)(?:>(.+))?)?$/.exec(text);
  if (match === null) throw wrong("--lift", text, "KIND[:BY[>OF]]");
  const [, kind, by, of] = match;
  type Kind = Extract<Intervention, { lift: unknown }>["lift"]["kind"];
  return { lift: { kind: kind as Kind, ...(by ? { by } : {}), ...(of ? { of } : {}) } };
}

const MOVE = /^([^:>#@=]+)(?::([^>#@=]+))?(?:>([^#@=]+))?(?:#([^@=]+))?(?:@([^=]+))?(?:=(yes|no))?$/;

function forbidOf(text: string): Intervention {
  const form = "MOVE[:BY][>TARGET][#OBJECT][@FROM..TO]";
  const match = MOVE.exec(text);
  if (match === null || match[6] !== undefined) throw wrong("--forbid", text, form);
  const [, move, by, target, object, span] = match;
  const [from, to] = span === undefined ? [] : span.split("..");
  for (const date of [from, to]) {
    if (date !== undefined && date !== "" && readDate(date) === undefined)
      throw wrong("--forbid", text, form);
  }
  return {
    forbid: {
      move,
      ...(by === undefined ? {} : { by }),
      ...(target === undefined ? {} : { target }),
      ...(object === undefined ? {} : { object }),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    },
  };
}

function forceOf(text: string): Intervention {
  const form = "MOVE:BY[>TARGET][#OBJECT]@DATE[..UNTIL][=yes|no]";
  const [, move, by, target, object, span, success] = MOVE.exec(text) ?? [];
  const [on, until] = (span ?? "").split("..");
  if (move === undefined || by === undefined || readDate(on) === undefined)
    throw wrong("--force", text, form);
  if (until !== undefined && readDate(until) === undefined) throw wrong("--force", text, form);
  return {
    force: {
      move,
      by,
      ...(target === undefined ? {} : { target }),
      ...(object === undefined ? {} : { object }),
      on,
      ...(until === undefined ? {} : { until }),
      ...(success === undefined ? {} : { success: success === "yes" }),
    },
  };
}

const KINDS = [
  "holding",
  "relation",
  "position",
  "salience",
  "status-quo",
  "quota",
  "outside",
  "entitled",
  "demand",
  "route",
  "default",
  "input",
];

function setOf(text: string): Intervention {
  const [left, value] = halves("--set", text, "KIND:WHAT=VALUE");
  const at = left.indexOf(":");
  const kind = left.slice(0, Math.max(0, at));
  const what = left.slice(at + 1);
  const [one, other] = what.split("/");
  const to = Number(value);
  const number = value.trim() !== "" && Number.isFinite(to);
  const pair = other !== undefined && one !== "" && other !== "";
  if (!KINDS.includes(kind)) {
    throw new TawazunError(
      "whatif/flag",
      `--set "${text}": there is nothing of the kind "${kind}" to set.${didYouMean(kind, KINDS)} There are ${KINDS.join(", ")}.`,
    );
  }
  if (kind === "holding") {
    const times = /^x(\d+(?:\.\d+)?)$/.exec(value)?.[1];
    if (pair && times !== undefined)
      return { holding: { actor: one, resource: other, times: Number(times) } };
    if (pair && number) return { holding: { actor: one, resource: other, to } };
    throw wrong("--set", text, "holding:ACTOR/RESOURCE=100, or =x2 for twice as much");
  }
  if (kind === "outside") {
    if (value === "yes" || value === "no") return { outside: { event: what, happens: value === "yes" } };
    if (readDate(value) !== undefined) return { outside: { event: what, on: value } };
    throw wrong("--set", text, "outside:EVENT=yes, =no, or =2012-06-01");
  }
  if (kind === "entitled") {
    return { entitle: { post: what, ...(value === "nobody" ? {} : { to: value }) } };
  }
  if (kind === "demand") {
    if (pair && (value === "yes" || value === "no"))
      return { demand: { by: one, of: other, stands: value === "yes" } };
    throw wrong("--set", text, "demand:BY/OF=yes, or =no");
  }
  if (kind === "route") {
    if (value === "open" || value === "shut") {
      const territory = other === undefined || other === "" ? {} : { territory: other };
      return { route: { route: one, ...territory, open: value === "open" } };
    }
    throw wrong("--set", text, "route:ROUTE=open, route:ROUTE/TERRITORY=shut");
  }
  if (!number) throw wrong("--set", text, `${kind}:…= and a number`);
  if (kind === "quota") return { quota: { arena: what, to } };
  if (kind === "status-quo") return { status_quo: { issue: what, to } };
  if (kind === "default") return { input: { name: `default ${what}`, to } };
  if (kind === "input") return { input: { name: what, to } };
  if (!pair) throw wrong("--set", text, `${kind}:ONE/OTHER=VALUE`);
  if (kind === "relation") return { relation: { from: one, to: other, value: to } };
  if (kind === "position") return { position: { actor: one, issue: other, to } };
  return { salience: { actor: one, issue: other, to } };
}
