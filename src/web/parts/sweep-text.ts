// Fetched when an experiment is written.
export { experimentFile } from "../../desk/index.ts";
