export { inProcess as inThisProcess } from "../forecast/index.ts";
export { appendLine } from "./append-line.ts";
export { type EventFileOptions, type EventFiles, readEventFiles, type ToldOfFile } from "./event-file.ts";
export { type ReadFolder, readFolder } from "./folder.ts";
export { readBytes, readText } from "./read-text.ts";
export { threads } from "./threads.ts";
export { canWrite, writeFiles } from "./write-files.ts";
