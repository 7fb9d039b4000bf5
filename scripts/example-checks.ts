// What the checks in a documentation example call when it is run.
import { inspect } from "node:util";

/** A number of which only the first digits are written, as `0.33…`. */
export interface RoundNumber {
  readonly digits: string;
}

/** The number that begins with these digits, cut off or rounded there. */
export function about(digits: string): RoundNumber {
  return { digits };
}

const isRound = (value: unknown): value is RoundNumber =>
  typeof value === "object" && value !== null && Object.keys(value).join() === "digits";

function isNear(value: unknown, { digits }: RoundNumber): boolean {
  const unit = 1 / 10 ** (digits.split(".")[1]?.length ?? 0);
  return typeof value === "number" && Math.abs(value - Number(digits)) < unit;
}

/** Whether a value is what an example says: plain data is compared by what it holds. */
export function same(value: unknown, expected: unknown): boolean {
  if (isRound(expected)) return isNear(value, expected);
  if (ArrayBuffer.isView(value) && "length" in value)
    return same(Array.from(value as Float64Array), expected);
  if (typeof value !== "object" || typeof expected !== "object" || value === null || expected === null) {
    return value === expected || (Number.isNaN(value) && Number.isNaN(expected));
  }
  if (Array.isArray(value) !== Array.isArray(expected)) return false;
  const [has, wanted] = [new Map(Object.entries(value)), new Map(Object.entries(expected))];
  return (
    has.size === wanted.size && [...wanted].every(([key, part]) => has.has(key) && same(has.get(key), part))
  );
}

/** The value must be the expected one. */
export async function is(line: number, value: () => unknown, expected: unknown): Promise<void> {
  const found = await value();
  if (!same(found, expected)) {
    throw new Error(`line ${line} says ${inspect(expected)} and gives ${inspect(found, { depth: 6 })}`);
  }
}

/** Asking for the value must be refused with this code. */
export async function throws(line: number, value: () => unknown, code: string): Promise<void> {
  let found: unknown;
  try {
    found = await value();
  } catch (error) {
    const given = error instanceof Error && "code" in error ? error.code : error;
    if (given === code) return;
    throw new Error(`line ${line} says that it throws ${code}, and it throws ${inspect(given)}`);
  }
  throw new Error(`line ${line} says that it throws ${code}, and it gives ${inspect(found)}`);
}
