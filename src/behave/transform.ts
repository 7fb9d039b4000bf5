import { didYouMean, log, TawazunError } from "../base/index.ts";

/** A function put on a statistic before its coefficient. */
export interface Transform {
  readonly id: string;
  readonly means: string;
  of(value: number): number;
}

/** The transforms that a formula may name. */
export const transforms: readonly Transform[] = [
  { id: "log1p", means: "ln(1 + x)", of: (x) => log(1 + x) },
  { id: "sqrt", means: "√x", of: (x) => Math.sqrt(x) },
  { id: "muchness", means: "x / (1 + x)", of: (x) => x / (1 + x) },
  { id: "any", means: "1 if x > 0, else 0", of: (x) => (x > 0 ? 1 : 0) },
];

/** The transform of that name; `identity` is none. */
export function transformOf(name: string): Transform | undefined {
  if (name === "identity") return undefined;
  const found = transforms.find((transform) => transform.id === name);
  if (found === undefined) {
    const known = ["identity", ...transforms.map((transform) => transform.id)];
    throw new TawazunError(
      "formula/transform",
      `There is no transform "${name}".${didYouMean(name, known)} Known are ${known.join(", ")}.`,
    );
  }
  return found;
}
