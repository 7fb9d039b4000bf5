export * from "./coalition/index.ts";
export * from "./network/index.ts";
export * from "./power/index.ts";
export * from "./space/index.ts";
