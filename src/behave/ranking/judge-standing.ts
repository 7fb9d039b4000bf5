import type { Asking, Gathering } from "./candidates.ts";
import { ln1 } from "./ln1.ts";
import type { Memory } from "./memory.ts";
import type { Neighbourhood, Weighted } from "./neighbourhood.ts";
import { onceEach } from "./once.ts";
import { at, binOf, fewRecencyBins, nearBins, popularBins, rankingStatistics } from "./statistics.ts";

/** So many of those near an actor, and of what each of its likes did lately, become candidates. */
const NEAR = 60;
const FROM_EACH = 10;
const LISTED = 40;

/**
 * How each candidate stands in the world, whatever the asker has done to it: makes candidates of the
 * popular, and of those around the asker.
 */
export function judgeStanding(
  memory: Memory,
  { actors, types }: { readonly actors: number; readonly types: number },
  made: Gathering,
): (asking: Asking, around: Neighbourhood) => void {
  const both = 2 * types;
  const width = rankingStatistics.length;
  const { acts, answers, homeAnswers, homeTargets, sectorAnswers, targets, homes, meetings, totalOf } =
    memory;
  const { values } = made;
  let now: Asking = { s: 0, r: 0, day: 0 };
  const own = { country: 0, sector: 0 };
  const metCountry = onceEach(homes.countries, (k) => meetings.countries(own.country, k, now.r));
  const metSector = ([undefined, "home", "abroad"] as const).map((where) =>
    onceEach(homes.sectors, (k) => ln1(20 * meetings.sectors(own.sector, k, now.r, where))),
  );
  const toward = onceEach(homes.countries, (k) => meetings.toward(k, now.r));

  function places(list: readonly number[], group: number): void {
    for (let k = 0; k < list.length; k++) {
      const c = made.place(list[k]);
      if (c >= 0) values[c * width + group + binOf(k + 1, popularBins)] = 1;
    }
  }

  function nearby(near: readonly Weighted[]): void {
    for (let k = 0; k < near.length; k++) {
      const { actor, weight } = near[k];
      const c = k < NEAR ? made.place(actor) : made.find(actor);
      if (c < 0) continue;
      const b = c * width + at.near;
      values[b] = ln1(100 * weight);
      values[b + 1] = Math.sqrt(weight);
      values[c * width + at.nearRank + binOf(k + 1, nearBins)] = 1;
    }
  }

  /** Adds up what others did by this type; so many of each become candidates. */
  function typeFrom(
    others: readonly Weighted[],
    { s, r, day }: Asking,
    how: { readonly into: number; readonly halfLife: number; readonly candidates: number },
  ): void {
    for (const { actor, weight } of others) {
      const theirs = memory.actsOf.get(actor * both + r);
      if (theirs === undefined) continue;
      const count = Math.min(LISTED, theirs.length);
      let total = 2;
      for (let k = 0; k < count; k++) total += acts.faded(theirs[k], how.halfLife, day);
      for (let k = 0; k < count; k++) {
        const o = memory.actTarget[theirs[k]];
        if (o === s) continue;
        const c = k < how.candidates ? made.place(o) : made.find(o);
        if (c < 0) continue;
        values[c * width + how.into] += (weight * acts.faded(theirs[k], how.halfLife, day)) / total;
      }
    }
  }

  function popularity(from: number, o: number, answer: number): void {
    const { r, day } = now;
    const b = from + at.popularity;
    if (answer >= 0) {
      values[b] = ln1(answers.faded(answer, 0, day));
      values[b + 1] = ln1(answers.faded(answer, 1, day));
      values[b + 2] = ln1(answers.faded(answer, 2, day));
      values[b + 3] = ln1(answers.total(answer));
      values[b + 4] = ln1((1000 * answers.total(answer)) / totalOf.type[r]);
      since(from + at.popularLast, day - answers.last(answer));
    }
    const last = targets.last(o);
    if (last >= 0) {
      values[b + 5] = ln1(targets.faded(o, 0, day));
      values[b + 6] = ln1(targets.faded(o, 1, day));
      values[b + 7] = ln1(targets.total(o));
      since(from + at.activity, day - last);
    }
  }

  function since(group: number, age: number): void {
    const bin = binOf(age, fewRecencyBins);
    if (bin < fewRecencyBins.length) values[group + bin] = 1;
  }

  function country(from: number, o: number, answer: number): void {
    const { r, day } = now;
    const b = from + at.country;
    const theirs = homes.country(o);
    const home = homeAnswers.find((own.country * both + r) * actors + o);
    if (home >= 0) {
      values[b] = ln1(homeAnswers.faded(home, 0, day));
      values[b + 1] = ln1(homeAnswers.faded(home, 1, day));
      values[b + 2] = ln1(homeAnswers.total(home));
    }
    const any = homeTargets.find(own.country * actors + o);
    if (any >= 0) {
      values[b + 3] = ln1(homeTargets.faded(any, 0, day));
      values[b + 4] = ln1(homeTargets.total(any));
    }
    if (theirs === own.country) values[b + 5] = 1;
    const met = metCountry.of(theirs);
    values[b + 6] = ln1(20 * met);
    if (theirs > 0 && answer >= 0)
      values[b + 7] = ln1((200 * met * answers.total(answer)) / (1 + toward.of(theirs)));
  }

  function sector(from: number, o: number): void {
    const { r, day } = now;
    const b = from + at.sector;
    const theirs = homes.sector(o);
    values[b] = metSector[0].of(theirs);
    const there = homes.country(o);
    if (own.country > 0 && there > 0) {
      const where = own.country === there ? 1 : 2;
      values[b + where] = metSector[where].of(theirs);
    }
    const among = sectorAnswers.find((own.sector * both + r) * actors + o);
    if (among >= 0) {
      values[b + 3] = ln1(sectorAnswers.faded(among, 0, day));
      values[b + 4] = ln1(sectorAnswers.total(among));
    }
  }

  return (asking, around) => {
    const { s, r, day } = asking;
    now = asking;
    own.country = homes.country(s);
    own.sector = homes.sector(s);
    for (const each of [metCountry, toward, ...metSector]) each.renew();
    places(memory.popular(r, day), at.popularRank);
    if (own.country > 0) places(memory.popularAt(own.country, r, day), at.homeRank);
    nearby(around.near);
    typeFrom(around.alike, asking, { into: at.near + 5, halfLife: 2, candidates: FROM_EACH });
    typeFrom(around.strongest, asking, { into: at.near + 6, halfLife: 1, candidates: 0 });
    const stranger = [
      1,
      ln1(memory.pairsOf[s].length),
      memory.fresh.partnersOf.of(s),
      memory.fresh.partnersBy.of(r),
    ];
    for (let c = 0; c < made.count; c++) {
      const from = c * width;
      const o = made.actors[c];
      const answer = answers.find(r * actors + o);
      popularity(from, o, answer);
      if (own.country > 0) country(from, o, answer);
      if (own.sector > 0) sector(from, o);
      const b = from + at.near;
      const late = around.lately[o];
      values[b + 2] = ln1(100 * late);
      values[b + 3] = Math.sqrt(late);
      values[b + 4] = ln1(100 * around.metByAlike[o]);
      values[b + 5] = ln1(100 * values[b + 5]);
      values[b + 6] = ln1(100 * values[b + 6]);
      if (made.known[c] === 2)
        for (let j = 0; j < stranger.length; j++) values[from + at.stranger + j] = stranger[j];
    }
  };
}
