import { log } from "./log.ts";
import { philox } from "./philox.ts";

/**
 * A stream of chance. Ask for it as an argument; fork it by meaning; never share one.
 *
 * @example
 * ```ts
 * import { seeded } from "tawazun/base";
 * const luck = seeded("iraq-2012");
 * const a = luck.fork("run 7").fork("elections").uniform();
 * const b = luck.fork("run 7").fork("elections").uniform();
 * a === b; //=> true
 * ```
 */
export interface Random {
  /** The next number, 0 ≤ u < 1, with 53 random bits. */
  uniform(): number;
  /** The next whole number from 0 to n − 1; n from 1 to 2³². */
  integer(n: number): number;
  /** The next standard normal number (polar method of Marsaglia). */
  normal(): number;
  /** An independent stream for a purpose. Does not advance this one. */
  fork(label: string | number): Random;
}

/** Two 32-bit words from a text (FNV-1a, run from two offsets), then mixed by one Philox block. */
function keyOf(text: string, into: Uint32Array, parent0: number, parent1: number): void {
  let a = 0x811c9dc5 ^ parent0;
  let b = 0x050c5d1f ^ parent1;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ ((unit << 7) | (unit >>> 9)), 0x01000193);
  }
  philox(into, parent0, parent1, a, b, text.length, 0x7a77);
}

class PhiloxStream implements Random {
  readonly #key0: number;
  readonly #key1: number;
  readonly #block = new Uint32Array(4);
  #counter = 0;
  #used = 4;

  constructor(key0: number, key1: number) {
    this.#key0 = key0;
    this.#key1 = key1;
  }

  #word(): number {
    if (this.#used === 4) {
      philox(this.#block, this.#key0, this.#key1, this.#counter, 0, 0, 0);
      this.#counter += 1;
      this.#used = 0;
    }
    return this.#block[this.#used++];
  }

  uniform(): number {
    const upper = this.#word() >>> 5;
    return (upper * 67108864 + (this.#word() >>> 6)) / 9007199254740992;
  }

  integer(n: number): number {
    return Math.floor(this.uniform() * n);
  }

  normal(): number {
    return polarNormal(this);
  }

  fork(label: string | number): Random {
    const key = new Uint32Array(4);
    keyOf(typeof label === "number" ? `#${label}` : label, key, this.#key0, this.#key1);
    return new PhiloxStream(key[0], key[1]);
  }
}

/** A standard normal draw from any source of uniform ones. */
export function polarNormal(random: { uniform(): number }): number {
  for (;;) {
    const x = 2 * random.uniform() - 1;
    const y = 2 * random.uniform() - 1;
    const r = x * x + y * y;
    if (r > 0 && r < 1) return x * Math.sqrt((-2 * log(r)) / r);
  }
}

/** The stream that follows from a seed: the same text gives the same numbers on any machine. */
export function seeded(seed: string): Random {
  const key = new Uint32Array(4);
  keyOf(seed, key, 0, 0);
  return new PhiloxStream(key[0], key[1]);
}

/**
 * A stream for hot loops that is moved to any place by four whole numbers, such as
 * (run, actor, decision, purpose), without making anything new.
 *
 * @remarks What is drawn at a place depends on the seed and the place alone, so that a change to one
 * actor's decisions does not reshuffle the luck of the others (common random numbers).
 */
export interface PlacedStream {
  /** Move to a place; the first three from 0 to 2³² − 1, the purpose from 0 to 2¹⁶ − 1. */
  at(run: number, actor: number, decision: number, purpose: number): void;
  uniform(): number;
}

/** A placed stream from a seed. */
export function placed(seed: string): PlacedStream {
  const key = new Uint32Array(4);
  keyOf(seed, key, 0, 0);
  const [key0, key1] = key;
  const block = new Uint32Array(4);
  let c0 = 0;
  let c1 = 0;
  let c2 = 0;
  let c3 = 0;
  let used = 4;
  return {
    at(run, actor, decision, purpose) {
      c0 = run;
      c1 = actor;
      c2 = decision;
      c3 = purpose << 16;
      used = 4;
    },
    uniform() {
      if (used === 4) {
        philox(block, key0, key1, c0, c1, c2, c3);
        c3 += 1;
        used = 0;
      }
      const upper = block[used] >>> 5;
      const lower = block[used + 1] >>> 6;
      used += 2;
      return (upper * 67108864 + lower) / 9007199254740992;
    },
  };
}
