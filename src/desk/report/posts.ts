import { mode } from "../../base/index.ts";
import type { Post } from "../../case/index.ts";
import { listOf, type NumberFact, number, type Part, percent, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { membersOf } from "./belonging.ts";
import { citationsOf, sourceCell } from "./cite.ts";
import { naming, short } from "./names.ts";

/** How a post stands to what is owed: held, only acted in, vacant, in other hands, or owed to nobody. */
type Standing =
  | "as owed"
  | "withheld: acting only"
  | "withheld: vacant"
  | "withheld: in other hands"
  | "owed to nobody";

function standingOf(study: Study, post: Post, members: (id: string) => ReadonlySet<string>): Standing {
  if (post.entitled === undefined) return "owed to nobody";
  if (post.holder === undefined) return "withheld: vacant";
  const { world } = study.stage;
  const holder = world.actorIndex.get(post.holder);
  const owed = new Set([post.entitled, ...members(post.entitled)]);
  // whoever leads somebody of the bloc, or is led by one, holds it for the bloc
  const circle = holder === undefined ? [] : world.led[world.decider[holder]];
  const right = owed.has(post.holder) || circle.some((a) => owed.has(world.actors[a].id));
  if (!right) return "withheld: in other hands";
  return post.acting === true ? "withheld: acting only" : "as owed";
}

interface Held {
  readonly post: Post;
  readonly standing: Standing;
}

function heldPosts(study: Study): readonly Held[] {
  const members = membersOf(study.source);
  return study.source.posts.map((post) => ({ post, standing: standingOf(study, post, members) }));
}

const isWithheld = (held: Held): boolean => held.standing.startsWith("withheld");

/** How many posts are owed and withheld, and how many of those command force. */
export function postsInWords(study: Study): readonly string[] {
  const owed = heldPosts(study).filter((held) => held.standing !== "owed to nobody");
  if (owed.length === 0) return [];
  const withheld = owed.filter(isWithheld);
  if (withheld.length === 0)
    return [`All ${plural(owed.length, "post")} that are owed to somebody are held as owed.`];
  const armed = withheld.filter(({ post }) => post.security === true);
  const named =
    armed.length === 0
      ? ""
      : `, ${armed.length === withheld.length ? "all" : number(armed.length)} of them posts that command force (${listOf(armed.map(({ post }) => short(post.name)))})`;
  return [
    `${number(withheld.length)} of ${plural(owed.length, "post")} owed to somebody ${withheld.length === 1 ? "is" : "are"} withheld${named}.`,
  ];
}

/** Offices: who holds them, who only acts in them, who is owed them. */
export function postsParts(study: Study): readonly Part[] {
  const { source } = study;
  const held = heldPosts(study);
  if (held.length === 0) return [{ kind: "paragraph", text: "The case tells of no posts." }];
  const name = naming(source);
  const owed = held.filter(({ standing }) => standing !== "owed to nobody");
  const worth = (posts: readonly Held[]): number =>
    posts.reduce((sum, { post }) => sum + mode(post.value), 0);
  const withheld = held.filter(isWithheld);
  const total = worth(owed);
  const fact: NumberFact = {
    kind: "number",
    id: "polity-withheld",
    label: "Posts owed by pact and withheld, by value",
    value: total === 0 ? 0 : worth(withheld) / total,
    unit: "share",
    method: "exact",
    assumptions: [
      "A post is withheld if it is vacant, its holder only acts in it, or belongs to another bloc than the one owed.",
      "Posts count by their value, an average ministry being 1, at the most likely.",
    ],
    sources: citationsOf(source, source.posts),
    note: `${plural(withheld.length, "post")} of ${owed.length}.`,
  };
  const rank = (standing: Standing): number => (standing.startsWith("withheld") ? 0 : 1);
  return [
    ...(total > 0 ? [fact] : []),
    table(
      "Posts",
      [
        { key: "post", name: "Post", wide: true },
        { key: "holder", name: "Held by" },
        { key: "acting", name: "Acting" },
        { key: "owed", name: "Owed to" },
        { key: "standing", name: "Stands" },
        { key: "value", name: "Value", digits: 1 },
        { key: "force", name: "Commands force" },
        { key: "since", name: "Since", unit: "date" },
        { key: "source", name: "Says who" },
      ],
      [...held]
        .sort((a, b) => rank(a.standing) - rank(b.standing) || mode(b.post.value) - mode(a.post.value))
        .map(({ post, standing }) => ({
          post: post.name,
          holder: post.holder === undefined ? "vacant" : short(name(post.holder)),
          acting: post.acting === true ? true : undefined,
          owed: post.entitled === undefined ? undefined : short(name(post.entitled)),
          standing,
          value: mode(post.value),
          force: post.security === true ? true : undefined,
          since: post.since,
          source: sourceCell(source, post),
        })),
      {
        note: `Withheld posts first. Together they are ${total === 0 ? "none" : percent(worth(withheld) / total)} of the value of what is owed.`,
      },
    ),
  ];
}
