// The inner loop of large games in WebAssembly, two doubles at a time: a third of the time of the same loop in
// JavaScript, and the same bits, because it does the same additions and multiplications in the same order.
// Two functions (high, low, shift, x): from byte address `high` down to `low`, in steps of one double,
//   add:        ways[p] = ways[p] + x · ways[p − shift]
//   addModulo:  ways[p] = ways[p] + ways[p − shift], less x if that is at least x

const I32 = 0x7f;
const F64 = 0x7c;
const V128 = 0x7b;
const [HIGH, LOW, SHIFT, X] = [0, 1, 2, 3];

/** A whole number in the variable-length form of WebAssembly (unsigned LEB128). */
function whole(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...whole(n >>> 7)];
}

const get = (local: number) => [0x20, local];
const set = (local: number) => [0x21, local];
const tee = (local: number) => [0x22, local];
const simd = (operation: number) => [0xfd, ...whole(operation)];
const subtract = [0x6b];
/** A constant below 64, so that its signed form is the number itself; 64 takes two bytes. */
const constant = (n: number) => (n < 64 ? [0x41, n] : [0x41, n | 128, 0]);

const pair = {
  bytes: 16,
  load: [...simd(0x00), 3, 0],
  store: [...simd(0x0b), 3, 0],
  add: simd(0xf0),
  subtract: simd(0xf1),
  multiply: simd(0xf2),
};
const single = {
  bytes: 8,
  load: [0x2b, 3, 0],
  store: [0x39, 3, 0],
  add: [0xa0],
  subtract: [0xa1],
  multiply: [0xa2],
};

/** while (high − bytes · times ≥ low) { high −= bytes; step; … `times` times } */
function downward(bytes: number, times: number, step: readonly number[]): number[] {
  const stop = [...get(HIGH), ...constant(bytes * times), ...subtract, ...get(LOW), 0x48, 0x0d, 1];
  const once = [...get(HIGH), ...constant(bytes), ...subtract, ...tee(HIGH), ...step];
  const body = Array.from({ length: times }, () => once).flat();
  return [0x02, 0x40, 0x03, 0x40, ...stop, ...body, 0x0c, 0, 0x0b, 0x0b];
}

/** The address to store to, then ways[p] and ways[p − shift]; the address itself was left by the loop. */
const operands = (kind: typeof pair | typeof single) => [
  ...get(HIGH),
  ...kind.load,
  ...get(HIGH),
  ...get(SHIFT),
  ...subtract,
  ...kind.load,
];

const XS = 4; // x in both halves of a vector
const splat = [...get(X), ...simd(0x14), ...set(XS)];

function addStep(kind: typeof pair | typeof single, x: number): number[] {
  return [...operands(kind), ...get(x), ...kind.multiply, ...kind.add, ...kind.store];
}

const SUMS = 5;
const pairModulo = [
  ...operands(pair),
  ...pair.add,
  ...tee(SUMS),
  ...get(SUMS),
  ...get(XS),
  ...simd(0x4c), // greater or equal: all bits set, or none
  ...get(XS),
  ...simd(0x4e), // and
  ...pair.subtract,
  ...pair.store,
];
const SUM = 6;
const singleModulo = [
  ...operands(single),
  ...single.add,
  ...tee(SUM),
  ...get(X),
  ...[0x44, 0, 0, 0, 0, 0, 0, 0, 0], // 0.0
  ...get(SUM),
  ...get(X),
  ...[0x66, 0x1b], // greater or equal, select
  ...single.subtract,
  ...single.store,
];

const sized = (bytes: readonly number[]) => [...whole(bytes.length), ...bytes];
const section = (id: number, bytes: readonly number[]) => [id, ...sized(bytes)];
const named = (text: string) => sized([...text].map((letter) => letter.charCodeAt(0)));
const code = (locals: readonly number[], body: readonly number[]) => sized([...locals, ...body, 0x0b]);

/** The bytes of the module: it exports `memory`, `add` and `addModulo`. */
export function shiftedCode(): Uint8Array<ArrayBuffer> {
  const add = [...splat, ...downward(16, 4, addStep(pair, XS)), ...downward(8, 1, addStep(single, X))];
  const addModulo = [...splat, ...downward(16, 4, pairModulo), ...downward(8, 1, singleModulo)];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 4, I32, I32, I32, F64, 0]),
    ...section(3, [2, 0, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [3, ...named("memory"), 2, 0, ...named("add"), 0, 0, ...named("addModulo"), 0, 1]),
    ...section(10, [2, ...code([1, 1, V128], add), ...code([2, 2, V128, 1, F64], addModulo)]),
  ]);
}
