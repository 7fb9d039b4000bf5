export * from "./coalition/index.ts";
export * from "./network/index.ts";
export * from "./power/index.ts";
export { type Gate, type RouteStanding, type RouteValue, routes } from "./routes.ts";
export * from "./space/index.ts";
