export { type CameoMeaning, cameo } from "./cameo.ts";
export { cameoName, cameoOfName } from "./cameo-name.ts";
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
export { headerOf } from "./feeds/cells.ts";
export { type EventReader, eventReader } from "./feeds/event-reader.ts";
export type {
  Fault,
  Feed,
  FeedEvent,
  FeedOptions,
  LineReader,
  Reading,
  ReadingOptions,
  Told,
} from "./feeds/feed.ts";
export { gdeltColumns } from "./feeds/gdelt.ts";
export { feedNamed, feeds, readEvents, recognised, type TextReader, textReader } from "./feeds/index.ts";
export { eventRows, writeEvents } from "./feeds/own-csv.ts";
export { type Bytes, readParquet } from "./feeds/parquet.ts";
export { type Cell, columnsOf, eventOf, type Part, type TableForm } from "./feeds/table-form.ts";
export { goldstein } from "./goldstein.ts";
export { joinLogs } from "./join-logs.ts";
export { type Merged, mergeDuplicates } from "./merge-duplicates.ts";
export { nameKey } from "./name-key.ts";
export { type EventFilter, sliceEvents } from "./slice-events.ts";
export { type Mapped, whoIsWho } from "./who-is-who.ts";
export { type Stranger, type Who, type WithActors, whoOf } from "./who-of.ts";
