export { type CameoMeaning, cameo } from "./cameo.ts";
export { cameoOfName } from "./cameo-name.ts";
export { eventLogOf, type WithEvents } from "./case-log.ts";
export {
  type EventLog,
  type EventRecord,
  eventAt,
  type LogBuilder,
  logBuilder,
  logOf,
  noTarget,
  rows,
} from "./event-log.ts";
export {
  type EventSign,
  type EventType,
  eventType,
  eventTypeSources,
  eventTypes,
  isEventType,
} from "./event-type.ts";
export {
  type Feed,
  type FeedOptions,
  feeds,
  linesOf,
  type Reading,
  readEvents,
  recognised,
  writeEvents,
} from "./feeds/index.ts";
export { goldstein } from "./goldstein.ts";
export { type Mapped, type WithActors, whoIsWho } from "./who-is-who.ts";
