import type { World } from "../../simulate/index.ts";

/** An input of a case, or a default of the engine, as a reader says it. */
export function inputInWords(world: World, name: string): string {
  if (name.startsWith("default ")) return `engine default ${name.slice("default ".length)}`;
  const names = new Map<string, string>();
  for (const items of [world.actors, world.issues, world.blocs, world.posts, world.routes, world.arenas]) {
    for (const item of items) names.set(item.id, item.name);
  }
  for (const item of [...world.source.resources, ...world.source.outside]) names.set(item.id, item.name);
  return name
    .split(" ")
    .map((word) => names.get(word) ?? word)
    .join(" ");
}
