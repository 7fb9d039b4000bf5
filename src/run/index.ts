export { inProcess as inThisProcess } from "../forecast/index.ts";
export { type ReadFolder, readFolder } from "./folder.ts";
export { readText } from "./read-text.ts";
export { threads } from "./threads.ts";
export { writeFiles } from "./write-files.ts";
