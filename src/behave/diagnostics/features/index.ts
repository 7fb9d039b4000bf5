import { activity } from "./activity.ts";
import { answers } from "./answers.ts";
import { density } from "./density.ts";
import { eventCount } from "./events.ts";
import type { Feature } from "./feature.ts";
import { popularity } from "./popularity.ts";
import { reciprocated } from "./reciprocated.ts";
import { repeats } from "./repeats.ts";
import { triangles } from "./triangles.ts";
import { typeMix } from "./type-mix.ts";
import { typeRuns } from "./type-runs.ts";
import { waits } from "./waits.ts";

export type { Feature, Stream } from "./feature.ts";

/** Every feature that goodness of fit looks at, in the order in which they are shown. */
export const features: readonly Feature[] = [
  eventCount,
  waits,
  activity,
  popularity,
  density,
  reciprocated,
  triangles,
  repeats,
  answers,
  typeMix,
  typeRuns,
];
