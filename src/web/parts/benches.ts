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
