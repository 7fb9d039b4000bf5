import {
  type Chronicle,
  type Decision,
  type Move,
  moveKinds,
  statuses,
  type World,
} from "../simulate/index.ts";

/** Why a move was made, in points of its maker's utility. */
export interface Reason {
  /** What the maker expected to win. */
  readonly gain: number;
  readonly price: number;
  /** How many options it had. */
  readonly options: number;
  /** The other option with the greatest gain less price. */
  readonly instead?: { readonly kind: string; readonly target: string | undefined; readonly net: number };
}

/** Something that happened in a run, as a sentence that may enter its story. */
export interface Piece {
  readonly kind: string;
  readonly time: number;
  readonly text: string;
  readonly weight: number;
  readonly why?: Reason;
  /** Told once: a later piece with the same key is left out. */
  readonly key?: string;
}

/** How much moves of a kind matter in a story; kinds that are not here are everyday business. */
export const storyWeights: { readonly [kind: string]: number } = {
  "no-confidence": 4,
  "call-election": 3.5,
  "seize-territory": 3.5,
  "arrest-warrant": 3.5,
  campaign: 3.5,
  split: 3,
  dismiss: 3,
  convict: 3,
  merge: 3,
  disarm: 3,
  "break-off-campaign": 3,
  legislate: 2.5,
  appoint: 2.5,
  boycott: 2.5,
  "end-boycott": 2.5,
  "go-into-exile": 2.5,
  return: 2.5,
  join: 2.5,
  "co-opt": 2,
  pledge: 2,
  "withdraw-pledge": 2,
  "bar-reunion": 2,
  sanction: 2,
  "shut-route": 2,
  "open-route": 2,
  "make-pact": 1.5,
  "break-pact": 1.5,
  "open-market": 1.5,
};

/** Kinds whose failure is news too. */
const TOLD_WHEN_FAILED = ["no-confidence", "seize-territory", "arrest-warrant", "dismiss"];

const STATUS_WORDS: { readonly [status: string]: string } = {
  active: "is free to act in public again",
  "in-exile": "went into exile",
  fugitive: "went into hiding",
  detained: "was arrested",
  banned: "was banned",
  dissolved: "was dissolved",
  dead: "died",
};

/** Everything in a run that may be told, in no order. */
export function piecesOf(
  world: World,
  weight: Float64Array,
  decisions: readonly Decision[],
  chronicle: Chronicle,
): readonly Piece[] {
  const assembly = world.assembly < 0 ? "The assembly" : world.arenas[world.assembly].name;
  return [
    ...decisions.flatMap((decision) => movePiece(world, weight, decision)),
    ...postPieces(world, chronicle),
    ...statusPieces(world, weight, chronicle, decisions),
    ...outsidePieces(world, chronicle),
    ...chronicle.elections.map((time) => ({
      kind: "election",
      time,
      text: `${assembly} was elected.`,
      weight: 5,
    })),
    ...chronicle.heir.time.map((time, k) => ({
      kind: "heir",
      time,
      text: heirText(world, chronicle.heir.gone[k], chronicle.heir.heir[k]),
      weight: 3.5,
    })),
    ...chronicle.falls.map((time) => ({ kind: "fall", time, text: "The government fell.", weight: 5 })),
  ];
}

/** A succession as a sentence. */
export function heirText(world: World, gone: number, heir: number): string {
  return `${world.actors[heir].name} took over what ${world.actors[gone].name} led.`;
}

function movePiece(world: World, weight: Float64Array, decision: Decision): Piece[] {
  const option = decision.options[decision.chosen];
  const kind = moveKinds[option.kind];
  const matters = storyWeights[kind.id];
  if (matters === undefined || (!decision.success && !TOLD_WHEN_FAILED.includes(kind.id))) return [];
  const move: Move = { actor: decision.actor, target: option.target, object: option.object, amount: 0 };
  const target = option.target < 0 ? 0 : weight[world.decider[option.target]];
  const why = reasonOf(world, decision);
  return [
    {
      kind: kind.id,
      time: decision.time,
      text: kind.tell(world, move, decision.success),
      weight: matters + 4 * weight[decision.actor] + 2 * target - (decision.success ? 0 : 1),
      why,
      key: [kind.id, decision.actor, option.target, option.object, decision.success].join(" "),
    },
  ];
}

/** What the chosen option was worth to its maker beside the best of the others. */
function reasonOf(world: World, decision: Decision): Reason {
  const { gain, price } = decision.options[decision.chosen];
  const net = (option: Decision["options"][number]): number => option.gain - option.price;
  const others = decision.options.filter((_, o) => o !== decision.chosen);
  const best = others.reduce<Decision["options"][number] | undefined>(
    (most, option) => (most === undefined || net(option) > net(most) ? option : most),
    undefined,
  );
  return {
    gain,
    price,
    options: decision.options.length,
    ...(best === undefined
      ? {}
      : {
          instead: {
            kind: moveKinds[best.kind].name,
            target: best.target < 0 ? undefined : world.actors[best.target].name,
            net: net(best),
          },
        }),
  };
}

/** Changes of office that fall together are told together, the highest office first. */
function postPieces(world: World, { post }: Chronicle): Piece[] {
  const holder = world.posts.map((item) =>
    item.holder === undefined ? -1 : (world.actorIndex.get(item.holder) ?? -1),
  );
  const acting = world.posts.map((item) => item.acting ?? false);
  const byTime = new Map<number, { post: number; from: number; to: number; acting: boolean }[]>();
  post.time.forEach((time, e) => {
    const p = post.post[e];
    const same = holder[p] === post.holder[e] && acting[p] === post.acting[e];
    const changes = byTime.get(time) ?? [];
    if (!same) changes.push({ post: p, from: holder[p], to: post.holder[e], acting: post.acting[e] });
    holder[p] = post.holder[e];
    acting[p] = post.acting[e];
    byTime.set(time, changes);
  });
  return [...byTime].flatMap(([time, changes]) => {
    if (changes.length === 0) return [];
    const value = (p: number): number =>
      p === world.headPost ? Number.POSITIVE_INFINITY : postValue(world, p);
    const sorted = [...changes].sort((a, b) => value(b.post) - value(a.post) || a.post - b.post);
    const told = sorted.slice(0, 3).map((change) => {
      const office = world.posts[change.post].name;
      if (change.to < 0) return `${office} fell vacant`;
      const to = world.actors[change.to].name;
      if (change.from === change.to)
        return `${to} ${change.acting ? "became acting holder" : "became full holder"} of ${office}`;
      const by = change.acting ? " as acting holder" : "";
      return change.from < 0
        ? `${to} took ${office}${by}`
        : `${to} followed ${world.actors[change.from].name} in ${office}${by}`;
    });
    const more = sorted.length - told.length;
    const head = changes.some((change) => change.post === world.headPost);
    const rest = more === 0 ? "" : `; ${more} more ${more === 1 ? "post" : "posts"} changed hands`;
    return [{ kind: "post", time, text: `${told.join("; ")}${rest}.`, weight: head ? 6 : 3 }];
  });
}

function postValue(world: World, post: number): number {
  const { value } = world.posts[post];
  return typeof value === "number" ? value : value[1];
}

/** Moves whose own sentence says already what becomes of their maker. */
const SAY_THEIR_STATUS = ["go-into-exile", "return"];

function statusPieces(
  world: World,
  weight: Float64Array,
  { status }: Chronicle,
  decisions: readonly Decision[],
): Piece[] {
  const said = new Set(
    decisions
      .filter(({ options, chosen }) => SAY_THEIR_STATUS.includes(moveKinds[options[chosen].kind].id))
      .map(({ time, actor }) => `${time} ${actor}`),
  );
  return status.time.flatMap((time, e) => {
    const actor = status.actor[e];
    if (said.has(`${time} ${actor}`)) return [];
    return [
      {
        kind: "status",
        time,
        text: `${world.actors[actor].name} ${STATUS_WORDS[statuses[status.status[e]]]}.`,
        weight: 3 + 4 * weight[world.decider[actor]],
      },
    ];
  });
}

function outsidePieces(world: World, { outside }: Chronicle): Piece[] {
  return world.source.outside.flatMap((event, e) =>
    outside[e] < world.start
      ? []
      : [{ kind: "outside", time: outside[e], text: `From outside: ${event.name}.`, weight: 3.3 }],
  );
}
