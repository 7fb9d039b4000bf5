/** Where actors are at home, and of which sector they are, as far as names and company tell. */
export interface Homes {
  /** Number of the country of an actor; 0 where it is not known. */
  country(actor: number): number;
  /** Number of the sector, such as Citizen in `Citizen_(Nigeria)`; 0 where there is none. */
  sector(actor: number): number;
  readonly countries: number;
  readonly sectors: number;
  /** An event of an actor whose home is not in its name: who it met votes for where it is at home. */
  met(actor: number, other: number): void;
}

const IN_BRACKETS = /^(.*?)[ _]?\(([^()]*)\)$/;

/**
 * Homes from names of the form `Sector_(Country)`; a name that stands in others' brackets is a country.
 *
 * @param names none: everything is unknown.
 */
export function homes(actors: number, names: readonly string[] = []): Homes {
  const countries = new Map<string, number>();
  const sectors = new Map<string, number>();
  const numberIn = (map: Map<string, number>, name: string): number => {
    const known = map.get(name);
    if (known !== undefined) return known;
    map.set(name, map.size + 1);
    return map.size;
  };
  const country = new Int32Array(actors);
  const sector = new Int32Array(actors);
  const named = new Uint8Array(actors);
  names.forEach((name, i) => {
    const match = IN_BRACKETS.exec(name);
    if (match === null) return;
    sector[i] = numberIn(sectors, match[1]);
    country[i] = numberIn(countries, match[2]);
    named[i] = 1;
  });
  names.forEach((name, i) => {
    const own = countries.get(name);
    if (own === undefined || named[i] === 1) return;
    country[i] = own;
    named[i] = 1;
  });
  const votes = new Map<number, number>();
  const most = new Int32Array(actors);
  return {
    country: (actor) => country[actor],
    sector: (actor) => sector[actor],
    countries: countries.size + 1,
    sectors: sectors.size + 1,
    met(actor, other) {
      if (named[actor] === 1 || named[other] === 0 || country[other] === 0) return;
      const key = actor * (countries.size + 1) + country[other];
      const count = (votes.get(key) ?? 0) + 1;
      votes.set(key, count);
      if (count > most[actor]) {
        most[actor] = count;
        country[actor] = country[other];
      }
    },
  };
}
