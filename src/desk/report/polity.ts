import { mode } from "../../base/index.ts";
import { type Case, holdingsNow } from "../../case/index.ts";
import {
  type Column,
  capital,
  firstOf,
  listOf,
  number,
  type Part,
  plural,
  type Row,
  type Section,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { agreementParts } from "./agreements.ts";
import { blocTree, membershipsNow, membersOf } from "./belonging.ts";
import { sourceCell } from "./cite.ts";
import { qualityParts } from "./data-quality.ts";
import { naming, short } from "./names.ts";
import { postsInWords, postsParts } from "./posts.ts";

/** The country as the case has it: groups, blocs, actors, posts, what was agreed and asked, and how good the data are. */
export function polity(study: Study): Section {
  const { source } = study;
  return {
    id: "polity",
    title: "The polity",
    lead: [populationInWords(source), ...postsInWords(study), ...pactsInWords(source)].slice(0, 4).join(" "),
    parts: [
      ...groupParts(study),
      ...actorParts(study),
      ...blocParts(study),
      ...lineageParts(study),
      ...postsParts(study),
      ...agreementParts(study),
      ...qualityParts(study),
    ],
  };
}

const KINDS: { readonly [kind in Case["actors"][number]["kind"]]: readonly [string, string] } = {
  person: ["person", "persons"],
  party: ["party", "parties"],
  movement: ["movement", "movements"],
  "armed-group": ["armed group", "armed groups"],
  state: ["state", "states"],
  organisation: ["organisation", "organisations"],
  institution: ["institution", "institutions"],
};

function populationInWords(source: Case): string {
  const kinds = Object.entries(KINDS).flatMap(([kind, [one, many]]) => {
    const count = source.actors.filter((actor) => actor.kind === kind).length;
    return count === 0 ? [] : [plural(count, one, many)];
  });
  const blocs = source.blocs.length === 0 ? "" : `, in ${plural(source.blocs.length, "bloc")}`;
  const groups = source.groups.length === 0 ? "no group" : plural(source.groups.length, "group");
  const actors = source.actors.length === 0 ? "no actor" : plural(source.actors.length, "actor");
  return `The case of ${source.head.polity} tells of ${groups} and ${actors}${blocs}${
    kinds.length === 0 ? "" : `: ${listOf(kinds)}`
  }.`;
}

function pactsInWords(source: Case): readonly string[] {
  const terms = source.pacts.flatMap((pact) => pact.terms ?? []);
  const told = terms.filter((term) => term.kept !== undefined);
  if (told.length === 0) return [];
  const kept = told.filter((term) => term.kept === "kept").length;
  return [
    `Of ${plural(told.length, "term")} of pacts ${number(kept)} ${kept === 1 ? "is" : "are"} recorded as kept.`,
  ];
}

function groupParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.groups.length === 0) {
    return [{ kind: "paragraph", text: "The case divides the population into no groups." }];
  }
  const members = membersOf(source);
  const name = naming(source);
  return [
    table(
      "Groups",
      [
        { key: "group", name: "Group" },
        { key: "size", name: "Share of the population", unit: "share", digits: 1 },
        { key: "access", name: "Access to power" },
        { key: "count", name: "Actors" },
        { key: "who", name: "Among them", wide: true },
        { key: "source", name: "Says who" },
      ],
      source.groups.map((group) => {
        const who = [...members(group.id)];
        return {
          group: group.name,
          size: mode(group.size),
          access: group.access?.replace(/-/g, " "),
          count: who.length,
          who:
            who.length === 0
              ? undefined
              : firstOf(
                  who.map((id) => short(name(id))),
                  6,
                ),
          source: sourceCell(source, group),
        };
      }),
      {
        note: `Access in the words of Ethnic Power Relations. Membership on the as-of date; the sizes add up to ${number(
          source.groups.reduce((sum, group) => sum + mode(group.size), 0) * 100,
          0,
        )}% of the population.`,
      },
    ),
  ];
}

function actorParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.actors.length === 0) return [];
  const { world } = study.stage;
  return [
    table(
      "Actors by kind",
      [
        { key: "kind", name: "Kind" },
        { key: "count", name: "Actors" },
        { key: "alone", name: "Decide for themselves" },
        { key: "who", name: "Who", wide: true },
      ],
      Object.entries(KINDS).flatMap(([kind, [, many]]): Row[] => {
        const places = world.actors.flatMap((actor, a) => (actor.kind === kind ? [a] : []));
        if (places.length === 0) return [];
        return [
          {
            kind: capital(many),
            count: places.length,
            alone: places.filter((a) => world.decider[a] === a && (world.actors[a].acts ?? true)).length,
            who: firstOf(
              places.map((a) => short(world.actors[a].name)),
              40,
            ),
          },
        ];
      }),
      { note: "Whoever does not decide for itself is led by another: the leader disposes of what it holds." },
    ),
  ];
}

function blocParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.blocs.length === 0) {
    return [{ kind: "paragraph", text: "The case tells of no blocs: every actor stands for itself." }];
  }
  const { world } = study.stage;
  const name = naming(source);
  const members = membersOf(source);
  const now = membershipsNow(source);
  const seats = source.resources[world.resourceOf.get("seats") ?? -1]?.id;
  const held = (actors: ReadonlySet<string>): number =>
    holdingsNow(source.holdings)
      .filter((holding) => holding.resource === seats && actors.has(holding.actor))
      .reduce((sum, holding) => sum + mode(holding.amount), 0);
  const lone = world.actors.length - new Set(now.map((one) => one.actor)).size;
  const columns: Column[] = [
    { key: "bloc", name: "Bloc" },
    { key: "kind", name: "Kind" },
    { key: "leader", name: "Leader" },
    { key: "elected", name: "Seats won" },
    { key: "seats", name: "Seats now" },
    { key: "members", name: "Direct members", wide: true },
    { key: "source", name: "Says who" },
  ];
  return [
    table(
      "Blocs, each below the one it belongs to",
      columns,
      blocTree(source).map(({ bloc, depth }) => {
        const direct = now
          .filter((membership) => membership.in === bloc.id)
          .map((membership) => membership.actor);
        const sum = held(members(bloc.id));
        return {
          bloc: `${"· ".repeat(Math.max(0, depth - 1))}${depth > 0 ? "└ " : ""}${bloc.name}`,
          kind: bloc.kind,
          leader: bloc.leader === undefined ? undefined : short(name(bloc.leader)),
          elected: bloc.elected,
          seats: seats === undefined || sum === 0 ? undefined : sum,
          members:
            direct.length === 0
              ? undefined
              : firstOf(
                  direct.map((id) => short(name(id))),
                  12,
                ),
          source: sourceCell(source, bloc),
        };
      }),
      {
        note: `Seats now: of all members, also in the blocs below. ${plural(lone, "actor")} ${lone === 1 ? "belongs" : "belong"} to no bloc and no group.`,
      },
    ),
  ];
}

/** Organisations that broke away from others: what they have, and who pays them. */
function lineageParts(study: Study): readonly Part[] {
  const { source } = study;
  const split = source.actors.filter((actor) => actor.splitFrom !== undefined);
  if (split.length === 0) return [];
  const name = naming(source);
  const units = new Map(source.resources.map((resource) => [resource.id, resource.unit]));
  return [
    table(
      "Who broke away from whom",
      [
        { key: "actor", name: "Splinter", wide: true },
        { key: "from", name: "Broke away from" },
        { key: "when", name: "When", unit: "date" },
        { key: "has", name: "What it has", wide: true },
        { key: "sponsors", name: "Sponsors" },
        { key: "leader", name: "Led by" },
        { key: "source", name: "Says who" },
      ],
      split.map((actor) => {
        const holdings = holdingsNow(source.holdings).filter((holding) => holding.actor === actor.id);
        const sponsors = source.standing.filter(
          (fact) => fact.kind === "sponsorship" && fact.of === actor.id,
        );
        return {
          actor: actor.name,
          from: actor.splitFrom === undefined ? undefined : name(actor.splitFrom),
          when: actor.founded,
          has:
            holdings.length === 0
              ? undefined
              : listOf(
                  holdings.map(
                    (holding) =>
                      `${name(holding.resource)}: ${number(mode(holding.amount))} (${units.get(holding.resource) ?? ""})`,
                  ),
                ),
          sponsors: sponsors.length === 0 ? undefined : listOf(sponsors.map((fact) => short(name(fact.by)))),
          leader: actor.leader === undefined ? undefined : short(name(actor.leader)),
          source: sourceCell(source, actor),
        };
      }),
    ),
  ];
}
