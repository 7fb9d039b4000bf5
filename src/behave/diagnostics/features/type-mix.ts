import { type Feature, hunter, part } from "./feature.ts";

/** part of the events of each type */
export const typeMix: Feature = {
  id: "type_mix",
  name: "Types",
  means: "part of the events of each type",
  sources: [hunter],
  typed: true,
  of({ type = [], types = [] }) {
    const counts = types.map(() => 0);
    for (let e = 0; e < type.length; e++) counts[type[e]] += 1;
    return types.map((name, k) => [name, part(counts[k], type.length)] as const);
  },
};
