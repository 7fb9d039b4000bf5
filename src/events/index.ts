export { type CameoMeaning, cameo } from "./cameo.ts";
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
export { goldstein } from "./goldstein.ts";
