// Damaged pages make readers of Parquet run for ever or ask for all of the memory: their headers are looked at
// before anything is decoded. Apache Parquet format 2.10, parquet.thrift, PageHeader; Thrift's compact protocol.

const LARGEST_PAGE = 256 * 1024 * 1024;
const DATA_PAGE = 0;
const DICTIONARY_PAGE = 2;
const DATA_PAGE_V2 = 3;

/** Whole numbers of a header by the path of their fields, such as `8.1`. */
type Header = ReadonlyMap<string, number>;

/**
 * What is wrong with the pages of one column in one group of rows; nothing if they can be decoded.
 *
 * @param values how many values the pages must hold in all.
 */
export function faultOfPages(bytes: Uint8Array, values: number): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let held = 0;
  while (at < bytes.length && held < values) {
    const header = new Map<string, number>();
    const end = readStruct(view, at, "", header, 0);
    if (end === undefined) return "the header of a page is damaged";
    const compressed = header.get("3") ?? -1;
    const plain = header.get("2") ?? -1;
    if (compressed < 0 || end + compressed > bytes.length || plain < 0 || plain > LARGEST_PAGE) {
      return "the size of a page cannot be right";
    }
    const count = valuesOf(header, plain);
    if (count === undefined) return "the number of values in a page cannot be right";
    held += count;
    at = end + compressed;
  }
  if (at < bytes.length) return "there is more than its pages";
  return held === values ? undefined : `its pages hold ${held} values instead of ${values}`;
}

/** How many values of the column a page holds; a dictionary holds none. */
function valuesOf(header: Header, plain: number): number | undefined {
  const type = header.get("1");
  if (type === DICTIONARY_PAGE) {
    const entries = header.get("7.1") ?? -1;
    return entries >= 0 && entries <= plain * 8 ? 0 : undefined;
  }
  if (type !== DATA_PAGE && type !== DATA_PAGE_V2) return 0;
  const field = type === DATA_PAGE ? "5" : "8";
  const count = header.get(`${field}.1`) ?? -1;
  const nulls = type === DATA_PAGE ? 0 : (header.get("8.2") ?? -1);
  const levels = [header.get("8.5") ?? -1, header.get("8.6") ?? -1];
  if (type === DATA_PAGE_V2 && (levels.some((size) => size < 0) || levels[0] + levels[1] > plain))
    return undefined;
  return count >= 0 && nulls >= 0 && nulls <= count ? count : undefined;
}

/** Reads a struct and gives where it ends; nothing if it is none. */
function readStruct(
  view: DataView,
  start: number,
  path: string,
  into: Map<string, number>,
  depth: number,
): number | undefined {
  let at = start;
  let field = 0;
  while (at < view.byteLength) {
    const byte = view.getUint8(at++);
    const type = byte & 15;
    if (type === 0) return at;
    // A field that names its number in full stands in no header of a page.
    if (byte >> 4 === 0) return undefined;
    field += byte >> 4;
    const next = readValue(view, at, type, `${path}${field}`, into, depth);
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

function readValue(
  view: DataView,
  at: number,
  type: number,
  path: string,
  into: Map<string, number>,
  depth: number,
): number | undefined {
  if (type === 1 || type === 2) return at;
  if (type === 3) return at + 1;
  if (type === 7) return at + 8;
  if (type === 12) return depth > 4 ? undefined : readStruct(view, at, `${path}.`, into, depth + 1);
  if (type !== 4 && type !== 5 && type !== 6 && type !== 8) return undefined;
  let value = 0;
  let scale = 1;
  for (let k = at; k < view.byteLength && k < at + 10; k++) {
    const byte = view.getUint8(k);
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    if (type === 8) return k + 1 + value;
    into.set(path, value % 2 === 0 ? value / 2 : -(value + 1) / 2);
    return k + 1;
  }
  return undefined;
}
