import { mode, type Quantity, readDate } from "../base/index.ts";

/** As much of a holding as tells which one counts. */
interface Dated {
  readonly actor: string;
  readonly resource: string;
  readonly as_of?: string;
}

/**
 * The holdings that count: of what an actor holds of a resource, the latest. One without a date is the earliest; of
 * two with one date, the later in the case counts.
 */
export function holdingsNow<Holding extends Dated>(holdings: readonly Holding[]): readonly Holding[] {
  const latest = new Map<string, { readonly day: number; readonly holding: Holding }>();
  for (const holding of holdings) {
    const { actor, resource, as_of: when } = holding;
    const day = (when === undefined ? undefined : readDate(when)?.last) ?? Number.NEGATIVE_INFINITY;
    const key = `${actor} ${resource}`;
    if (day >= (latest.get(key)?.day ?? Number.NEGATIVE_INFINITY)) latest.set(key, { day, holding });
  }
  const counts = new Set([...latest.values()].map(({ holding }) => holding));
  return holdings.filter((holding) => counts.has(holding));
}

/** What all hold of a resource together, by the latest amount of each; ranges count with their mode. */
export function heldInAll(
  holdings: readonly (Dated & { readonly amount: Quantity })[],
  resource: string | undefined,
): number {
  return holdingsNow(holdings.filter((holding) => holding.resource === resource)).reduce(
    (sum, { amount }) => sum + mode(amount),
    0,
  );
}
