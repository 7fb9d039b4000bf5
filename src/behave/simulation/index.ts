export { type FedNetwork, usualFeeds } from "./feeds.ts";
export type { BehaviourModel } from "./model.ts";
export {
  dataOfSimulation,
  type SimulatedEvents,
  type SimulationOptions,
  simulateEvents,
} from "./simulate-events.ts";
