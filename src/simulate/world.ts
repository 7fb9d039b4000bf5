import { dayOf, mode, type Quantity, readDate, TawazunError } from "../base/index.ts";
import type { Actor, Arena, Bloc, Case, Issue, Post, Route } from "../case/index.ts";
import { arenasInPlay } from "./arenas-in-play.ts";
import { circlesOf, inheritGroups, kinshipOf } from "./circles.ts";
import { houseOf } from "./house.ts";
import { knownTies } from "./known-ties.ts";
import { leadersOf } from "./leaders.ts";
import { listsOf } from "./lists.ts";
import { sameShape } from "./same-shape.ts";

/** Statuses by number, in the order of the case format. */
export const statuses = [
  "active",
  "in-exile",
  "fugitive",
  "detained",
  "banned",
  "dissolved",
  "dead",
] as const;

/** The most actors that a play takes: its relation tables are dense. */
const MOST_ACTORS = 3000;

/**
 * A case made ready for play: names become indices, sections become arrays.
 *
 * Nothing here changes during play but who decides for what follows a post; all else that does is in {@link State}.
 */
export interface World {
  readonly source: Case;
  /** Day on which play begins, and last day played. */
  readonly start: number;
  readonly end: number;
  readonly actors: readonly Actor[];
  readonly actorIndex: ReadonlyMap<string, number>;
  readonly blocs: readonly Bloc[];
  readonly blocIndex: ReadonlyMap<string, number>;
  readonly groupIds: readonly string[];
  /** Share of the population, at its most likely. */
  readonly groupSize: Float64Array;
  readonly posts: readonly Post[];
  readonly postIndex: ReadonlyMap<string, number>;
  readonly issues: readonly Issue[];
  readonly issueIndex: ReadonlyMap<string, number>;
  readonly arenas: readonly Arena[];
  readonly arenaIndex: ReadonlyMap<string, number>;
  readonly frontIndex: ReadonlyMap<string, number>;
  readonly routes: readonly Route[];
  /**
   * Who decides for an actor: itself, the last of its chain of leaders, or the holder of the post that
   * leads it. The last changes with the post: `follow`.
   */
  readonly decider: Int32Array;
  /** The actors that each decider disposes of, itself first. */
  readonly led: number[][];
  /** What has passed to heirs in the run that is played, and from whom; empty between runs. */
  readonly passed: { readonly actor: number; readonly from: number }[];
  /** Actors led by whoever holds a post, and that post. */
  readonly followers: readonly { readonly actor: number; readonly post: number }[];
  /** Deciders who move on their own. */
  readonly movers: readonly number[];
  readonly front: Int32Array;
  /** Membership weights in groups: actor × group. */
  readonly belongs: Float64Array;
  /** Σ over groups of the products of two actors' membership weights: actor × actor. */
  readonly kinship: Float64Array;
  /** Top list of each bloc of kind list; −1 else. */
  readonly topList: Int32Array;
  /** Innermost bloc below its list to which an actor belongs and whose discipline the case gives, or −1. */
  readonly camp: Int32Array;
  /** Leader of each bloc, or −1. */
  readonly leaderOf: Int32Array;
  /** Arena of each post, or −1. */
  readonly postArena: Int32Array;
  /** Alliance (or −1) of a list. */
  readonly allianceOf: Int32Array;
  /** Index of the resource of each kind, or −1. */
  readonly resourceOf: ReadonlyMap<string, number>;
  readonly resourceCount: number;
  /** The assembly that gives and withdraws confidence, or −1; its seats and quota. */
  readonly assembly: number;
  readonly seats: number;
  readonly quota: number;
  /** The post of the head of government and of the head of state, or −1. */
  readonly headPost: number;
  readonly statePost: number;
  /** The actor who appoints to a post: −1 means whoever is head of government. */
  readonly namedBy: Int32Array;
  /** Actors entitled to a post: leader of the entitled bloc, or the actor; −1 for none. */
  readonly entitled: Int32Array;
  /** Bloc entitled to a post, or −1. */
  readonly entitledBloc: Int32Array;
  /** Stages of all routes one after another: route, territory, issue (or −1). */
  readonly stageRoute: Int32Array;
  readonly stageTerritory: Int32Array;
  readonly stageIssue: Int32Array;
  /** 1 for a stage that was let through on the first day. */
  readonly stagePasses: Uint8Array;
  /** What each open route is worth: route × actor. */
  readonly routeValue: readonly Quantity[][];
  /** 1 where the case gives a tie between two actors, or between those they dispose of. */
  readonly tieKnown: Uint8Array;
  /** Deciders with whom each decider has to do: a known tie either way, or in domestic politics one list or alliance, or the head of government. */
  readonly acquainted: readonly (readonly number[])[];
  /** What an actor is taken to stand for by another, where it differs: key (by × n + of) × issues + issue. */
  readonly perceived: ReadonlyMap<number, Quantity>;
  /** The same one by one: who sees, and on which issue; and by the decider who is seen, which of them. */
  readonly views: readonly { readonly by: number; readonly of: number; readonly issue: number }[];
  readonly viewsOf: readonly (readonly number[])[];
}

function indexOf<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, number> {
  return new Map(items.map((item, i) => [item.id, i]));
}

/** Whether a span of dates holds on a day. */
export function holdsOn(from: string | undefined, to: string | undefined, day: number): boolean {
  if (from !== undefined && dayOf(from) > day) return false;
  const last = to === undefined ? undefined : readDate(to)?.last;
  return last === undefined || last >= day;
}

/** Memberships that hold on the case's as-of date. */
export function membershipsOn(source: Case, day: number): Case["memberships"] {
  return source.memberships.filter((membership) => holdsOn(membership.from, membership.to, day));
}

/**
 * Makes a case ready for play.
 *
 * @throws {TawazunError} `play/actors` with more than {@link MOST_ACTORS} actors.
 */
export function worldOf(source: Case, options: { readonly end?: number } = {}): World {
  const actors = sameShape(source.actors);
  const blocs = sameShape(source.blocs);
  const posts = sameShape(source.posts);
  const issues = sameShape(source.issues);
  const arenas = arenasInPlay(source.arenas);
  const { routes } = source;
  const n = actors.length;
  if (n > MOST_ACTORS) {
    throw new TawazunError(
      "play/actors",
      `The case has ${n} actors; play takes up to ${MOST_ACTORS}. Merge those that always act together.`,
    );
  }
  const actorIndex = indexOf(actors);
  const blocIndex = indexOf(blocs);
  const issueIndex = indexOf(issues);
  const arenaIndex = indexOf(arenas);
  const start = dayOf(source.head.as_of);
  const groupIds = source.groups.map((group) => group.id);
  const groupIndex = indexOf(source.groups);
  const frontIndex = indexOf(source.fronts);
  const now = membershipsOn(source, start);

  const postIndex = indexOf(posts);
  const followers = actors.flatMap((actor, a) => {
    const post = actor.led_by_post === undefined ? undefined : postIndex.get(actor.led_by_post);
    return post === undefined ? [] : [{ actor: a, post }];
  });
  const { decider, led } = leadersOf(actors, actorIndex, posts, followers);
  const movers = actors.flatMap((actor, a) =>
    decider[a] === a && actor.led_by_post === undefined && (actor.acts ?? true) ? [a] : [],
  );

  const belongs = new Float64Array(n * groupIds.length);
  for (const membership of now) {
    const g = groupIndex.get(membership.in);
    const a = actorIndex.get(membership.actor);
    if (g === undefined || a === undefined) continue;
    const weight = membership.weight ?? 1;
    belongs[a * groupIds.length + g] = typeof weight === "number" ? weight : weight[1];
  }
  inheritGroups(belongs, led, groupIds.length);
  const kinship = kinshipOf(belongs, n, groupIds.length);

  const { topList, allianceOf, camp } = listsOf(blocs, blocIndex, now, actorIndex);

  const { assembly, resourceOf, seats, quota } = houseOf(source, arenas);

  const asActor = (id: string | undefined): number => {
    if (id === undefined) return -1;
    const a = actorIndex.get(id);
    if (a !== undefined) return a;
    const b = blocIndex.get(id);
    const leader = b === undefined ? undefined : blocs[b].leader;
    if (leader !== undefined) return actorIndex.get(leader) ?? -1;
    const first = now.find((membership) => membership.in === id);
    return first === undefined ? -1 : (actorIndex.get(first.actor) ?? -1);
  };

  const stages = routes.flatMap((route, r) => route.stages.map((stage) => ({ ...stage, r })));
  const territoryIndex = indexOf(source.territories);
  const tieKnown = knownTies(source.relations, actorIndex, decider);
  const front = Int32Array.from(actors, (actor) =>
    actor.front === undefined ? 0 : (frontIndex.get(actor.front) ?? 0),
  );
  const domestic = (a: number): boolean =>
    front[a] === 0 && actors[a].kind !== "state" && actors[a].kind !== "armed-group";
  const headPost = posts.findIndex((post) => post.role === "head-of-government");
  const holder = headPost < 0 ? undefined : posts[headPost].holder;
  const head = holder === undefined ? -1 : decider[actorIndex.get(holder) ?? 0];
  const circles = circlesOf(now, actorIndex, blocIndex, topList, allianceOf, decider);
  const together = (i: number, j: number): boolean =>
    circles[i].some((circle) => circles[j].includes(circle));
  const acquainted = actors.map((_, i) =>
    movers.filter(
      (j) =>
        j !== i &&
        (tieKnown[i * n + j] === 1 ||
          tieKnown[j * n + i] === 1 ||
          (domestic(i) && domestic(j) && (i === head || j === head || together(i, j)))),
    ),
  );

  const views = source.perceptions.map((perception) => ({
    by: actorIndex.get(perception.by) ?? 0,
    of: actorIndex.get(perception.of) ?? 0,
    issue: issueIndex.get(perception.issue) ?? 0,
  }));

  return {
    source,
    start,
    end: options.end ?? dayOf(source.head.horizon),
    actors,
    actorIndex,
    blocs,
    blocIndex,
    groupIds,
    groupSize: Float64Array.from(source.groups, (group) => mode(group.size)),
    posts,
    postIndex,
    followers,
    passed: [],
    issues,
    issueIndex,
    arenas,
    arenaIndex,
    frontIndex,
    routes,
    decider,
    led,
    movers,
    front,
    belongs,
    kinship,
    topList,
    camp,
    leaderOf: Int32Array.from(blocs, (bloc) =>
      bloc.leader === undefined ? -1 : (actorIndex.get(bloc.leader) ?? -1),
    ),
    postArena: Int32Array.from(posts, (post) => arenaIndex.get(post.arena) ?? -1),
    allianceOf,
    resourceOf,
    resourceCount: source.resources.length,
    assembly,
    seats,
    quota,
    headPost,
    statePost: posts.findIndex((post) => post.role === "head-of-state"),
    namedBy: Int32Array.from(posts, (post) => asActor(post.named_by)),
    entitled: Int32Array.from(posts, (post) => asActor(post.entitled)),
    entitledBloc: Int32Array.from(posts, (post) =>
      post.entitled === undefined ? -1 : (blocIndex.get(post.entitled) ?? -1),
    ),
    stageRoute: Int32Array.from(stages, (stage) => stage.r),
    stageTerritory: Int32Array.from(stages, (stage) => territoryIndex.get(stage.territory) ?? -1),
    stageIssue: Int32Array.from(stages, (stage) =>
      stage.issue === undefined ? -1 : (issueIndex.get(stage.issue) ?? -1),
    ),
    stagePasses: Uint8Array.from(stages, (stage) => (stage.passes ? 1 : 0)),
    routeValue: routes.map((route) =>
      actors.map((actor) => route.value?.find((worth) => worth.actor === actor.id)?.value ?? 0),
    ),
    tieKnown,
    acquainted,
    views,
    viewsOf: actors.map((_, d) => views.flatMap(({ of }, v) => (decider[of] === d ? [v] : []))),
    perceived: new Map(
      source.perceptions.map((perception) => [
        ((actorIndex.get(perception.by) ?? 0) * n + (actorIndex.get(perception.of) ?? 0)) * issues.length +
          (issueIndex.get(perception.issue) ?? 0),
        perception.position,
      ]),
    ),
  };
}
