import { shiftedCode } from "./shifted-code.ts";

/** An array of numbers of votes, and the one loop that large games spend their time in. */
export interface Shifted {
  readonly ways: Float64Array;
  /** ways[z] += ratio · ways[z − weight] for z from `top` down to `bottom` ≥ weight. */
  readonly add: (weight: number, bottom: number, top: number, ratio: number) => void;
  /** ways[z] = (ways[z] + ways[z − weight]) mod prime, likewise; all numbers below the prime, and that below 2⁵². */
  readonly addModulo: (weight: number, bottom: number, top: number, prime: number) => void;
}

/** The loops as they are meant; the WebAssembly ones must give the same bits. */
export function shiftedInScript(length: number): Shifted {
  const ways = new Float64Array(length);
  return {
    ways,
    add(weight, bottom, top, ratio) {
      if (ratio === 1) for (let z = top; z >= bottom; z--) ways[z] += ways[z - weight];
      else for (let z = top; z >= bottom; z--) ways[z] += ratio * ways[z - weight];
    },
    addModulo(weight, bottom, top, prime) {
      for (let z = top; z >= bottom; z--) {
        const sum = ways[z] + ways[z - weight];
        ways[z] = sum >= prime ? sum - prime : sum;
      }
    },
  };
}

interface ShiftedExports {
  readonly memory: WebAssembly.Memory;
  readonly add: (high: number, low: number, shift: number, ratio: number) => void;
  readonly addModulo: (high: number, low: number, shift: number, prime: number) => void;
}

/** Below this length the plain loops are as quick. */
const SHORT = 600;
let module_: WebAssembly.Module | "refused" | undefined;

/** The compiled module, or nothing where the page forbids WebAssembly. */
function compiled(): WebAssembly.Module | undefined {
  if (module_ === undefined) {
    try {
      module_ = new WebAssembly.Module(shiftedCode());
    } catch {
      module_ = "refused"; // the plain loops give the same bits, more slowly
    }
  }
  return module_ === "refused" ? undefined : module_;
}

/** Room for `length` numbers, all 0, with the quickest loops at hand. */
export function shifted(length: number): Shifted {
  const module = length < SHORT ? undefined : compiled();
  if (module === undefined) return shiftedInScript(length);
  const exports = new WebAssembly.Instance(module).exports as unknown as ShiftedExports;
  exports.memory.grow(Math.ceil((length * 8) / 65536));
  return {
    ways: new Float64Array(exports.memory.buffer, 0, length),
    add: (weight, bottom, top, ratio) => exports.add((top + 1) * 8, bottom * 8, weight * 8, ratio),
    addModulo: (weight, bottom, top, prime) =>
      exports.addModulo((top + 1) * 8, bottom * 8, weight * 8, prime),
  };
}
