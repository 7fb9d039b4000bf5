export { type AppOptions, workbench } from "./app.ts";
export { newToken } from "./guard.ts";
export { openStore, type Store } from "./store.ts";
