export { daysOf, type RankingScore, scoreRanking } from "./evaluate.ts";
export type { Acquaintance, StreamShape } from "./memory.ts";
export {
  type Asked,
  type DayOfEvents,
  type Question,
  type RankedActor,
  type Ranker,
  type RankingWeight,
  ranker,
} from "./ranker.ts";
export { rankingStatistics } from "./statistics.ts";
