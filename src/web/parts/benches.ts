/** Who votes as one in a house, with how many seats. */
export interface Bench {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
}

/** The benches with the reader's changes, as the URL holds them: `id~seats`, and `id*` for what broke away from id. */
export function standing(given: readonly Bench[], changes: string | null): readonly Bench[] {
  const changed = new Map(
    (changes ?? "")
      .split("_")
      .map((one) => one.split("~"))
      .filter((one) => one.length === 2 && /^\d+$/.test(one[1]))
      .map(([id, seats]) => [id, Number(seats)] as const),
  );
  return given.flatMap((bench) => {
    const seats = changed.get(bench.id) ?? bench.seats;
    const away = changed.get(`${bench.id}*`);
    const own = { ...bench, seats };
    return away === undefined
      ? [own]
      : [own, { id: `${bench.id}*`, name: `${bench.name} (split)`, seats: away }];
  });
}

/** The changes as the URL holds them; nothing where nothing differs. */
export function written(given: readonly Bench[], benches: readonly Bench[]): string | undefined {
  const before = new Map(given.map((bench) => [bench.id, bench.seats]));
  const changes = benches.filter((bench) => before.get(bench.id) !== bench.seats);
  return changes.length === 0 ? undefined : changes.map(({ id, seats }) => `${id}~${seats}`).join("_");
}

/** The two halves of a list that was split, by the id of either. */
function halvesOf(benches: readonly Bench[], id: string): readonly Bench[] {
  const base = id.replace(/\*$/, "");
  const halves = benches.filter((bench) => bench.id === base || bench.id === `${base}*`);
  return halves.length === 2 ? halves : [];
}

/**
 * The benches after one of them has got so many seats.
 *
 * @remarks What one half of a split list wins the other loses. Otherwise, where the house keeps its size, all others
 * give or get in proportion to what they have, by largest remainders.
 */
export function dealt(
  benches: readonly Bench[],
  id: string,
  wanted: number,
  keep: boolean,
): readonly Bench[] {
  const halves = halvesOf(benches, id);
  const one = benches.find((bench) => bench.id === id);
  if (one === undefined) return benches;
  const others =
    halves.length === 2
      ? halves.filter((bench) => bench.id !== id)
      : keep
        ? benches.filter((bench) => bench.id !== id)
        : [];
  const held = others.reduce((sum, bench) => sum + bench.seats, 0);
  const most = others.length === 0 ? Number.POSITIVE_INFINITY : held + one.seats;
  const seats = Math.max(0, Math.min(most, Math.round(wanted)));
  const left = proportional(others, held + one.seats - seats);
  return benches.map((bench) => ({
    ...bench,
    seats: bench.id === id ? seats : (left.get(bench.id) ?? bench.seats),
  }));
}

/** So many seats dealt out in proportion to what each has, whole, by largest remainders. */
function proportional(benches: readonly Bench[], seats: number): ReadonlyMap<string, number> {
  const held = benches.reduce((sum, bench) => sum + bench.seats, 0);
  if (held === 0) return new Map(benches.map(({ id }, i) => [id, i === 0 ? seats : 0]));
  const shares = benches.map((bench) => ({ id: bench.id, exact: (bench.seats * seats) / held }));
  const dealtOut = new Map(shares.map(({ id, exact }) => [id, Math.floor(exact)]));
  let over = seats - [...dealtOut.values()].reduce((sum, one) => sum + one, 0);
  const byRest = [...shares].sort((a, b) => (b.exact % 1) - (a.exact % 1));
  for (const { id } of byRest) {
    if (over <= 0) break;
    dealtOut.set(id, (dealtOut.get(id) ?? 0) + 1);
    over -= 1;
  }
  return dealtOut;
}

/** A list in two halves; the list whole again, where it was split. */
export function splitOrJoined(benches: readonly Bench[], id: string): readonly Bench[] {
  const [own, away] = halvesOf(benches, id);
  if (own !== undefined && away !== undefined) {
    return benches
      .filter((bench) => bench.id !== away.id)
      .map((bench) => (bench.id === own.id ? { ...own, seats: own.seats + away.seats } : bench));
  }
  return benches.flatMap((bench) => {
    if (bench.id !== id) return [bench];
    const half = Math.floor(bench.seats / 2);
    return [
      { ...bench, seats: bench.seats - half },
      { ...bench, id: `${id}*`, seats: half },
    ];
  });
}
