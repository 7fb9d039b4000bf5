import { type Day, readDate } from "../base/index.ts";
import { nameKey } from "./name-key.ts";

interface Term {
  readonly holder: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What is read of a case to know who is who. A `Case` is one. */
export interface WithActors {
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases?: readonly string[] | undefined;
    readonly codes?: readonly string[] | undefined;
  }[];
  readonly posts?: readonly {
    readonly name: string;
    readonly aliases?: readonly string[] | undefined;
    readonly holder?: string | undefined;
    readonly since?: string | undefined;
    readonly former?: readonly Term[] | undefined;
  }[];
}

/** Knows the actors of a case by the names and codes under which event data speak of them. */
export interface Who {
  /** The actors of the case in its order. */
  readonly ids: readonly string[];
  /**
   * The actor that is meant, or nothing.
   *
   * @param codes codes of country and sector, the narrowest first.
   * @param day when: an office means whoever held it then.
   */
  of(name: string, codes: readonly string[], day: Day): string | undefined;
  /** Names and codes that two actors claim: the first in the case has them. */
  readonly claimedTwice: readonly string[];
}

/** Somebody in event data whom a case does not know. */
export interface Stranger {
  readonly name: string;
  readonly events: number;
  /** Codes that came with the name when it was first met. */
  readonly codes: readonly string[];
  /** The first event with it, in words. */
  readonly example: string;
}

/** An office's holder over some days. */
interface Held {
  readonly id: string;
  readonly first: Day;
  readonly last: Day;
}

/**
 * Knows who is who in a case.
 *
 * A name is looked up first among ids, names and aliases; then among posts, where it means whoever held
 * the post on that day; then its codes, from the narrowest, among those of the actors. A code that ends
 * with `*` stands for all that begin so, and of several the longest decides. Case, underscores and marks
 * do not tell names apart.
 *
 * @example
 * ```ts
 * import { dayOf } from "tawazun/base";
 * import { whoOf } from "tawazun/events";
 * const who = whoOf({
 *   actors: [
 *     { id: "jaafari", name: "Ibrahim al-Jaafari" },
 *     { id: "maliki", name: "Nouri al-Maliki", aliases: ["Nuri al-Maliki"] },
 *     { id: "government", name: "The government", codes: ["IRQGOV*", "Government (Iraq)"] },
 *   ],
 *   posts: [
 *     {
 *       name: "Prime Minister",
 *       holder: "maliki",
 *       since: "2006-05-20",
 *       former: [{ holder: "jaafari", from: "2005-05-03", to: "2006-05-19" }],
 *     },
 *   ],
 * });
 * who.of("Nuri_al-Maliki", [], dayOf("2012-01-10")); //=> "maliki"
 * who.of("prime minister", [], dayOf("2005-12-01")); //=> "jaafari"
 * who.of("BAGHDAD", ["IRQGOVMIL"], dayOf("2012-01-10")); //=> "government"
 * who.of("BAGHDAD", ["IRQ"], dayOf("2012-01-10")); //=> undefined
 * ```
 */
export function whoOf(world: WithActors): Who {
  const names = new Map<string, string>();
  const codes = new Map<string, string>();
  const beginnings: [beginning: string, id: string][] = [];
  const claimedTwice: string[] = [];
  function claim(table: Map<string, string>, key: string, id: string, given: string): void {
    const holder = table.get(key);
    if (holder === undefined) table.set(key, id);
    else if (holder !== id) claimedTwice.push(given);
  }
  for (const actor of world.actors) {
    for (const name of [actor.id, actor.name, ...(actor.aliases ?? [])])
      claim(names, nameKey(name), actor.id, name);
    for (const code of actor.codes ?? []) {
      if (code.endsWith("*")) beginnings.push([nameKey(code.slice(0, -1)), actor.id]);
      else claim(codes, nameKey(code), actor.id, code);
    }
  }
  beginnings.sort((a, b) => b[0].length - a[0].length);
  const posts = termsOf(world);
  const byName = remembered((name) => {
    const key = nameKey(name);
    return { id: names.get(key), terms: posts.get(key) };
  });
  const byCode = remembered((code) => {
    const key = nameKey(code);
    return codes.get(key) ?? beginnings.find(([beginning]) => key.startsWith(beginning))?.[1];
  });
  return {
    ids: world.actors.map(({ id }) => id),
    of(name, itsCodes, day) {
      const known = byName(name);
      if (known.id !== undefined) return known.id;
      const then = known.terms?.find((term) => day >= term.first && Math.floor(day) <= term.last);
      if (then !== undefined) return then.id;
      for (const code of itsCodes) {
        const id = byCode(code);
        if (id !== undefined) return id;
      }
      return byCode(name);
    },
    claimedTwice,
  };
}

/** Who held the posts when, by the posts' names. */
function termsOf(world: WithActors): ReadonlyMap<string, readonly Held[]> {
  const terms = new Map<string, Held[]>();
  for (const post of world.posts ?? []) {
    const now = post.holder === undefined ? [] : [{ holder: post.holder, from: post.since }];
    const held = [...now, ...(post.former ?? [])].map((term: Term) => ({
      id: term.holder,
      first: (term.from === undefined ? undefined : readDate(term.from)?.first) ?? Number.NEGATIVE_INFINITY,
      last: (term.to === undefined ? undefined : readDate(term.to)?.last) ?? Number.POSITIVE_INFINITY,
    }));
    for (const name of [post.name, ...(post.aliases ?? [])]) {
      const key = nameKey(name);
      terms.set(key, [...(terms.get(key) ?? []), ...held]);
    }
  }
  return terms;
}

/** The same few names come a million times: what is known of a name is looked up once. */
function remembered<T>(look: (text: string) => T): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined || seen.has(text)) return known as T;
    const found = look(text);
    if (seen.size < 200_000) seen.set(text, found);
    return found;
  };
}
