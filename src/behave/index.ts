export {
  type BehaviourDefault,
  behaviourDefaults,
  type DefaultName,
  defaultNames,
  eventWeight,
  type Factor,
  inWords,
  muchness,
} from "./defaults.ts";
export { type History, history, type Sign, type TriadStatistics, triadStatistics } from "./history.ts";
export * from "./violence/index.ts";
