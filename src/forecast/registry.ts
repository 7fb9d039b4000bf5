import { sha256, TawazunError } from "../base/index.ts";

/** One probability as it was registered. */
export interface RegisteredForecast {
  readonly question: string;
  readonly text: string;
  /** The day on which it is settled. */
  readonly by: string;
  /** The rule as text, so that a rule changed later is seen. */
  readonly rule: string;
  /** Part of the runs that answered yes. */
  readonly probability: number;
  /** What is scored: (yes + ½)/(runs + 1). */
  readonly forecast: number;
  readonly error: number;
  readonly spread: number;
  readonly runs: number;
}

/** What is registered at once: the forecasts of one play of a case, and all that makes them again. */
export interface Registration {
  /** When, in UTC, as 2026-11-22T20:15:00Z. */
  readonly registered: string;
  readonly case: string;
  readonly case_hash: string;
  readonly as_of: string;
  readonly engine: string;
  readonly seed: string;
  readonly months: number;
  /** How actors decided. */
  readonly policy: string;
  /** Whence the coefficients of behaviour are, if they are not the defaults. */
  readonly behaviour?: string | undefined;
  readonly note?: string | undefined;
  readonly forecasts: readonly RegisteredForecast[];
}

/** A registration as it stands in the file: numbered, and chained to the one before by its hash. */
export interface RegistryEntry extends Registration {
  readonly format: typeof FORMAT;
  readonly number: number;
  /** Hash of the entry before; 64 zeros for the first. */
  readonly previous: string;
  /** SHA-256 of this line without its hash. */
  readonly hash: string;
}

const FORMAT = "tawazun-register-1";
const NONE = "0".repeat(64);
const utf8 = new TextEncoder();

/** What is wrong with a line of a registry. */
export interface RegistryFault {
  readonly line: number;
  readonly message: string;
}

/** The entries of a registry, and everything that does not hold. */
export interface ReadRegistry {
  /** Those before the first fault. */
  readonly entries: readonly RegistryEntry[];
  readonly faults: readonly RegistryFault[];
}

/**
 * Reads a registry and checks its chain: each line is JSON in one way of writing, has its own hash, and
 * names that of the line before.
 *
 * @param text the whole file; an empty one is a registry without entries.
 * @returns never throws, whatever the text is.
 * @remarks Any change of any byte of a line breaks its hash or the next one's `previous`. That whole lines
 * are missing at the end cannot be seen from the file alone: note the last hash elsewhere, and ask for it.
 * @see Haber & Stornetta 1991 for chains of hashes as time stamps.
 */
export function readRegistry(text: string): ReadRegistry {
  const entries: RegistryEntry[] = [];
  if (text === "") return { entries, faults: [] };
  const lines = text.split("\n");
  const last = lines.pop();
  let previous = NONE;
  for (const [at, line] of lines.entries()) {
    const entry = readLine(line);
    const fault =
      typeof entry === "string"
        ? entry
        : entry.number !== at + 1
          ? `The line has the number ${entry.number} and stands in place ${at + 1}: a line is missing, doubled or moved.`
          : entry.previous !== previous
            ? "The line does not follow the one before it: one of the two was changed, or a line is missing between them."
            : undefined;
    if (fault !== undefined || typeof entry === "string") {
      return { entries, faults: [{ line: at + 1, message: fault ?? "" }] };
    }
    entries.push(entry);
    previous = entry.hash;
  }
  if (last !== "") {
    const message = "The last line has no end: it was cut off, or changed.";
    return { entries, faults: [{ line: lines.length + 1, message }] };
  }
  return { entries, faults: [] };
}

/** A line as an entry, or what is wrong with it. */
function readLine(line: string): RegistryEntry | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "The line is not JSON: it was changed, or never written by this program.";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "The line is no entry.";
  const { hash, ...rest } = value as { readonly [key: string]: unknown };
  if (rest.format !== FORMAT) return `The line is not of the format ${FORMAT}.`;
  if (typeof hash !== "string" || JSON.stringify({ ...rest, hash }) !== line)
    return "The line is not written as this program writes it: it was changed.";
  if (sha256(utf8.encode(JSON.stringify(rest))) !== hash)
    return "The hash of the line does not fit what it says: it was changed after it was written.";
  return value as RegistryEntry;
}

/**
 * The next line of a registry.
 *
 * @param text the file as it is.
 * @returns the line with its end, to be appended as it is.
 * @throws {TawazunError} `registry/broken` if the file does not hold: nothing is added to what was changed.
 */
export function nextEntry(text: string, registration: Registration): string {
  const { entries, faults } = readRegistry(text);
  if (faults.length > 0) {
    throw new TawazunError(
      "registry/broken",
      `Line ${faults[0].line} of the registry does not hold. ${faults[0].message} Nothing was added.`,
    );
  }
  const { forecasts, ...head } = registration;
  const rest = {
    format: FORMAT,
    number: entries.length + 1,
    ...head,
    forecasts,
    previous: entries.at(-1)?.hash ?? NONE,
  };
  const written = JSON.stringify(rest);
  return `${JSON.stringify({ ...(JSON.parse(written) as object), hash: sha256(utf8.encode(written)) })}\n`;
}
