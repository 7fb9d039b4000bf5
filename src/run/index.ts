export { type ReadFolder, readFolder } from "./folder.ts";
export { writeFiles } from "./write-files.ts";
export { threads } from "./threads.ts";
export { inProcess as inThisProcess } from "../forecast/index.ts";
