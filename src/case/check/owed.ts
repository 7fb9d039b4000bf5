import { type Draft, type Sound, sound } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { deciders } from "./deciders.ts";
import { days } from "./spans.ts";

interface Owed {
  readonly pact: Sound<"pacts">;
  /** Which of its terms, from 0. */
  readonly at: number;
  readonly to: string;
}

/** A post that a pact owes to somebody is owed to him, or to one of his, by its own `entitled`. */
export function checkOwed(draft: Draft, report: Report): void {
  const owed = owedPosts(draft);
  if (owed.size === 0) return;
  const circleOf = circles(draft);
  for (const { value: post } of sound(draft, "posts")) {
    const { id, entitled } = post;
    const all = owed.get(id) ?? [];
    const latest = all.reduce(
      (day, { pact }) => Math.max(day, days(pact.value.date).last),
      Number.NEGATIVE_INFINITY,
    );
    // what a later pact says of a post takes the place of what an earlier one said
    const terms = all.filter(({ pact }) => days(pact.value.date).last === latest);
    if (terms.some(({ to }) => entitled !== undefined && meet(circleOf(to), circleOf(entitled)))) continue;
    for (const { pact, at, to } of terms) {
      const what = `In ${labelOf("pacts", pact.raw)}, the post "${id}" is owed to "${to}", but`;
      const message =
        entitled === undefined
          ? `${what} the post has no "entitled": in play, and among the posts of the report, it is owed to nobody. Write \`entitled: ${to}\` in the post.`
          : `${what} by its "entitled" to "${entitled}", who has nothing to do with "${to}": play goes by "entitled". Mend one of the two.`;
      report("case/owed", pact.place(["terms", at, "post"]), message, { given: entitled, expected: to });
    }
  }
}

/** To whom pacts owe each post. */
function owedPosts(draft: Draft): ReadonlyMap<string, readonly Owed[]> {
  const owed = new Map<string, Owed[]>();
  for (const pact of sound(draft, "pacts")) {
    for (const [at, { post, owed_to: to }] of (pact.value.terms ?? []).entries())
      if (post !== undefined) add(owed, post, { pact, at, to });
  }
  return owed;
}

/** Those who decide for an actor, or for the leader and the members of a bloc and of the blocs in it, now or once. */
function circles(draft: Draft): (id: string) => ReadonlySet<string> {
  const decider = deciders(draft);
  const leaders = new Map(sound(draft, "blocs").map(({ value }) => [value.id, value.leader]));
  const within = new Map<string, string[]>();
  for (const { value } of sound(draft, "blocs"))
    if (value.parent !== undefined) add(within, value.parent, value.id);
  const members = new Map<string, string[]>();
  for (const { value } of sound(draft, "memberships")) add(members, value.in, value.actor);
  const known = new Map<string, ReadonlySet<string>>();
  const circleOf = (id: string): ReadonlySet<string> => {
    if (!leaders.has(id)) return new Set([decider(id)]);
    const blocs = new Set([id]);
    for (const bloc of blocs) for (const part of within.get(bloc) ?? []) blocs.add(part);
    const circle = new Set(blocs);
    for (const bloc of blocs) {
      const leader = leaders.get(bloc);
      for (const actor of members.get(bloc) ?? []) circle.add(decider(actor));
      if (leader !== undefined) circle.add(decider(leader));
    }
    return circle;
  };
  return (id) => {
    const circle = known.get(id) ?? circleOf(id);
    known.set(id, circle);
    return circle;
  };
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}
