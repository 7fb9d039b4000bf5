import type { Verb } from "../verb.ts";
import { backtest } from "./backtest.ts";
import { bargain } from "./bargain.ts";
import { check } from "./check.ts";
import { events } from "./events.ts";
import { fit } from "./fit.ts";
import { judge } from "./judge.ts";
import { measure } from "./measure.ts";
import { merge } from "./merge.ts";
import { create } from "./new.ts";
import { paths } from "./paths.ts";
import { play } from "./play.ts";
import { power } from "./power.ts";
import { query } from "./query.ts";
import { rank } from "./rank.ts";
import { register } from "./register.ts";
import { replay } from "./replay.ts";
import { report } from "./report.ts";
import { seat } from "./seat.ts";
import { sensitivity } from "./sensitivity.ts";
import { show } from "./show.ts";
import { sweep } from "./sweep.ts";
import { types } from "./types.ts";
import { whatif } from "./whatif.ts";

/** Everything an analyst can ask for, in the order of the work. */
export const verbs = [
  create,
  check,
  merge,
  show,
  measure,
  power,
  bargain,
  fit,
  rank,
  play,
  replay,
  paths,
  seat,
  whatif,
  sensitivity,
  sweep,
  query,
  judge,
  backtest,
  register,
  report,
  events,
  types,
] as unknown as readonly Verb[];
