import { mode } from "../../base/index.ts";
import { type Part, table } from "../../show/index.ts";
import { firstScene } from "../../simulate/index.ts";
import type { Study } from "../study.ts";
import { short } from "./names.ts";

/** An actor as a card in another's hand against a third. */
interface Card {
  readonly holder: number;
  readonly card: number;
  readonly against: number;
  /** Tie of the holder to the card × hostility of the card to the third × the third's share of power. */
  readonly leverage: number;
  readonly toCard: number;
  readonly toAgainst: number | undefined;
  readonly hostility: number;
  readonly splinter: boolean;
}

const MOST = 15;

/** A holder who is a friend of the third has no use for the card. */
const FRIEND = 0.3;

/** What actors are worth to others as assets against a third: whom they befriend and who is its enemy. */
export function cardParts(study: Study): readonly Part[] {
  const found = cardsOf(study);
  if (found.length === 0) return [];
  const { actors } = study.stage.world;
  const name = (a: number): string => short(actors[a].name);
  return [
    table(
      "Cards: who can be played against whom",
      [
        { key: "holder", name: "In the hand of" },
        { key: "card", name: "the card" },
        { key: "against", name: "against" },
        { key: "splinter", name: "broke away from it" },
        { key: "toCard", name: "Tie to the card", digits: 2, measure: "tie" },
        { key: "hostility", name: "The card's tie to the third", digits: 2, measure: "tie" },
        { key: "toAgainst", name: "Holder's tie to the third", digits: 2, measure: "tie" },
        { key: "leverage", name: "Leverage (1,000 = all)", digits: 1, measure: "leverage" },
      ],
      found.slice(0, MOST).map((card) => ({
        holder: name(card.holder),
        card: name(card.card),
        against: name(card.against),
        splinter: card.splinter ? true : undefined,
        toCard: card.toCard,
        hostility: card.hostility,
        toAgainst: card.toAgainst,
        leverage: card.leverage * 1000,
      })),
      {
        note: `Leverage, a measure of ours: the holder's friendly tie to the card × the card's hostility to the third × the third's share of power. Only thirds with whom the holder is not on friendly terms (tie below ${FRIEND}). The first ${Math.min(MOST, found.length)} of ${found.length}, splinters of the third first.`,
      },
    ),
  ];
}

function cardsOf(study: Study): readonly Card[] {
  const { world } = study.stage;
  const { weight } = firstScene(world);
  const n = world.actors.length;
  const ties = new Map<number, number>();
  const friends: [number, number][] = [];
  const enemies = new Map<number, number[]>();
  const add = (from: number, to: number, value: number): void => {
    ties.set(from * n + to, value);
    if (value > 0) friends.push([from, to]);
    if (value < 0) enemies.set(from, [...(enemies.get(from) ?? []), to]);
  };
  for (const relation of study.source.relations) {
    const from = world.actorIndex.get(relation.from);
    const to = world.actorIndex.get(relation.to);
    if (from === undefined || to === undefined) continue;
    const [i, j] = [world.decider[from], world.decider[to]];
    if (i === j) continue;
    add(i, j, mode(relation.value));
    if (relation.mutual === true) add(j, i, mode(relation.value));
  }
  // whether anything that the card leads broke away from anything that the third leads
  const splinter = (card: number, against: number): boolean =>
    world.led[card].some((a) => {
      const parent = world.actors[a].splitFrom;
      const from = parent === undefined ? undefined : world.actorIndex.get(parent);
      return from !== undefined && world.decider[from] === against;
    });
  const made: Card[] = [];
  for (const [holder, card] of friends) {
    for (const against of enemies.get(card) ?? []) {
      const own = ties.get(holder * n + against);
      if (against === holder || (own ?? 0) >= FRIEND || weight[against] <= 0) continue;
      const toCard = ties.get(holder * n + card) ?? 0;
      const hostility = ties.get(card * n + against) ?? 0;
      made.push({
        holder,
        card,
        against,
        toCard,
        hostility,
        toAgainst: own,
        leverage: toCard * -hostility * weight[against],
        splinter: splinter(card, against),
      });
    }
  }
  return made.sort((a, b) => Number(b.splinter) - Number(a.splinter) || b.leverage - a.leverage);
}
