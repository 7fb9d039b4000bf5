import type { Scene } from "../scene.ts";

/** What a sponsor gives a client, 0…1. */
export function given(scene: Scene, sponsor: number, client: number): number {
  return scene.state.sponsorship[sponsor * scene.world.actors.length + client];
}
