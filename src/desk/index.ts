export * from "./study.ts";
