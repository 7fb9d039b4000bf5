import { type Decision, moveKinds, type WeighedOption, type World } from "../../simulate/index.ts";

/** A decision as it is told to others: who did what to whom, and whether it came off. */
export function toldOf(world: World, { actor, chosen, options, success }: Decision): string {
  const option = options[chosen];
  return moveKinds[option.kind].tell(world, { ...option, actor, amount: 0 }, success);
}

/** What an actor hears of others: what is done to it, and what is more than talk. */
export function matters(world: World, decision: Decision, me: number): boolean {
  const option = decision.options[decision.chosen];
  if (option.target >= 0 && world.decider[option.target] === me) return true;
  return Math.abs(moveKinds[option.kind].tone) >= 0.5;
}

/** An option in words: the move, toward whom, about what. */
export function optionInWords(world: World, { kind, target, object }: WeighedOption): string {
  const whom = target < 0 ? "" : `: ${world.actors[target].name}`;
  const what = object < 0 ? "" : objectName(world, kind, object);
  return `${moveKinds[kind].name}${whom}${what}`;
}

function objectName(world: World, kind: number, object: number): string {
  const what = moveKinds[kind].object;
  const name =
    what === "post"
      ? world.posts[object].name
      : what === "issue"
        ? world.issues[object].name
        : what === "arena"
          ? world.arenas[object].name
          : what === "list"
            ? world.blocs[object].name
            : what === "territory"
              ? world.source.territories[object].name
              : undefined;
  return name === undefined ? "" : ` (${name})`;
}
