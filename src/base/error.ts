/**
 * A caller's mistake: what was asked cannot be done, and why.
 *
 * Text and files from outside never throw this; they yield {@link Finding}s.
 *
 * @example
 * ```ts
 * import { TawazunError } from "tawazun/base";
 * const error = new TawazunError("game/quota", "The quota is 0; it must be at least 1.");
 * error.code; //=> "game/quota"
 * ```
 */
export class TawazunError extends Error {
  /** Stable, for programs: `family/what`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = "TawazunError";
    this.code = code;
  }
}
