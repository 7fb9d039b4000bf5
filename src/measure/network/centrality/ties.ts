import { pairs } from "../pairs.ts";
import type { SignedNetwork } from "../signed-network.ts";

/** How many friends and enemies an actor has. */
export interface FriendsAndEnemies {
  readonly actor: string;
  readonly friends: number;
  readonly enemies: number;
  /** Friends among both, 0…1; absent for an actor with neither. */
  readonly ratio?: number;
}

/**
 * The friends and enemies of each actor, counted by pairs.
 *
 * @remarks A pair is friends if its ties sum to more than 0, enemies if to less, whatever their directions.
 * @see Everett & Borgatti 2014, p. 112, for the degrees.
 */
export function friendsAndEnemies(network: SignedNetwork): FriendsAndEnemies[] {
  const { friendly, hostile, offset, pair } = pairs(network);
  return network.ids.map((actor, v) => {
    let friends = 0;
    let enemies = 0;
    for (let i = offset[v]; i < offset[v + 1]; i++) {
      const sum = friendly[pair[i]] - hostile[pair[i]];
      if (sum > 0) friends += 1;
      else if (sum < 0) enemies += 1;
    }
    const all = friends + enemies;
    return all === 0 ? { actor, friends, enemies } : { actor, friends, enemies, ratio: friends / all };
  });
}
