export { openStore, type Store } from "../run/index.ts";
export { type AppOptions, workbench } from "./app.ts";
export { newToken } from "./guard.ts";
export { type Listening, listening } from "./listening.ts";
