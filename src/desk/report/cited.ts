import type { Source } from "../../base/index.ts";
import { type BehaviourDefault, behaviourDefaults } from "../../behave/index.ts";
import type { Section } from "../../show/index.ts";
import { moveKinds, type Parameter, parameters } from "../../simulate/index.ts";

/** Every work that sections cite, with those behind the moves, the parameters and the coefficients. */
export function citedIn(sections: readonly Section[]): readonly Source[] {
  const found: Source[] = [
    ...moveKinds.flatMap((kind) => kind.sources),
    ...Object.values<Parameter>(parameters).flatMap(({ source }) => (source === undefined ? [] : [source])),
    ...Object.values<BehaviourDefault>(behaviourDefaults).flatMap((entry) => entry.sources),
  ];
  for (const section of sections) {
    for (const part of section.parts) {
      if (part.kind !== "number" && part.kind !== "picture") continue;
      for (const source of part.sources) if ("ref" in source) found.push(source);
    }
  }
  return found;
}
