// Fetched when a scenario is kept.
export { scenarioFile } from "../../desk/index.ts";
