import type { Case } from "../case/index.ts";
import { worldOf } from "../simulate/index.ts";
import { type Assembly, assemblyOf } from "./report/seats.ts";

export type { Assembly, Unit } from "./report/seats.ts";

/** The assembly of a case on its as-of date, its lists and its quota; nothing where it has none. */
export function assemblyToday(source: Case): Assembly | undefined {
  return assemblyOf({ stage: { world: worldOf(source) } });
}
