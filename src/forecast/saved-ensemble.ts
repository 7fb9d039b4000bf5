import { sha256, TawazunError } from "../base/index.ts";
import type { Ensemble } from "./ensemble.ts";

const arrayKinds = { Uint8Array, Uint16Array, Uint32Array, Float32Array, Float64Array };

/** An array as text: its kind, and its bytes in base 64. */
interface Saved {
  readonly kind: keyof typeof arrayKinds;
  readonly bytes: string;
}

/** An array of counts as text, most of them 0: "7:2 3:1" is seven zeros and a 2, three zeros and a 1. */
interface SavedCounts {
  readonly length: number;
  readonly counts: string;
}

/** All that runs depend on, by the name in which a difference is told. */
type Depended = Readonly<Record<string, unknown>>;

/**
 * An ensemble as text, to go on from later.
 *
 * @param of all that the runs depend on, by name; an ensemble is taken up again only by what is the same in all of it.
 * @remarks The bytes of numbers are written as they are, lowest first, as on every machine in use.
 */
export function saveEnsemble(ensemble: Ensemble, of: Depended): string {
  const state = JSON.stringify({ format: 2, of: digests(of), ensemble }, (_, value) =>
    value instanceof Uint32Array
      ? packedCounts(value)
      : ArrayBuffer.isView(value)
        ? packed(value as Uint8Array)
        : value,
  );
  return `{"sum":"${digest(state)}","state":${state}}\n`;
}

/**
 * Reads an ensemble back.
 *
 * @throws {TawazunError} `ensemble/broken` for text that is not whole; `ensemble/other` if it is of another case, scenario,
 * seed, number of runs or version.
 */
export function savedEnsemble(text: string, of: Depended): Ensemble {
  const state = /^\{"sum":"([0-9a-f]{64})","state":(.*)\}\n$/s.exec(text);
  if (state === null || digest(state[2]) !== state[1]) {
    throw new TawazunError(
      "ensemble/broken",
      "What was kept of the earlier play is damaged; delete it to begin anew.",
    );
  }
  const read = JSON.parse(state[2], (_, value) =>
    isSaved(value) ? unpacked(value) : isCounts(value) ? unpackedCounts(value) : value,
  ) as {
    readonly format: number;
    readonly of: Readonly<Record<string, string>>;
    readonly ensemble: Ensemble;
  };
  const now = digests(of);
  const others =
    read.format === 2
      ? Object.keys(now).filter((name) => now[name] !== read.of[name])
      : ["format of the file"];
  if (others.length > 0) {
    throw new TawazunError(
      "ensemble/other",
      `What was kept there is of another play: another ${others.join(", another ")}. Give another folder, or the same as then.`,
    );
  }
  return read.ensemble;
}

function digest(text: string): string {
  return sha256(new TextEncoder().encode(text));
}

function digests(of: Depended): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(of).map(([name, value]) => [name, digest(JSON.stringify(value) ?? "")]),
  );
}

function packed(array: Uint8Array): Saved {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { kind: array.constructor.name as Saved["kind"], bytes: btoa(text) };
}

function isSaved(value: unknown): value is Saved {
  return typeof value === "object" && value !== null && "kind" in value && "bytes" in value;
}

function unpacked({ kind, bytes }: Saved): ArrayBufferView {
  const text = atob(bytes);
  const raw = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) raw[at] = text.charCodeAt(at);
  return new arrayKinds[kind](raw.buffer);
}

function packedCounts(array: Uint32Array): SavedCounts {
  const parts: string[] = [];
  let zeros = 0;
  for (const count of array) {
    if (count === 0) zeros += 1;
    else {
      parts.push(`${zeros}:${count}`);
      zeros = 0;
    }
  }
  return { length: array.length, counts: parts.join(" ") };
}

function isCounts(value: unknown): value is SavedCounts {
  return typeof value === "object" && value !== null && "counts" in value && typeof value.counts === "string";
}

function unpackedCounts({ length, counts }: SavedCounts): Uint32Array {
  const array = new Uint32Array(length);
  let at = 0;
  for (const part of counts === "" ? [] : counts.split(" ")) {
    const [zeros, count] = part.split(":").map(Number);
    at += zeros;
    array[at++] = count;
  }
  return array;
}
