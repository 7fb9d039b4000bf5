import type { Fault, Feed, FeedEvent } from "./feed.ts";
import { firstOf, type Named, type TableForm } from "./table-form.ts";
import { tableLines } from "./table-lines.ts";
import { dayFrom, intensityFrom, type TypeMeaning, typeOfCameo } from "./values.ts";

// Columns of the event table, from 0: the same in versions 1.0 (57 or 58 columns) and 2.0 (61).
const DAY = 1;
const SOURCE_CODE = 5;
const SOURCE_NAME = 6;
const TARGET_CODE = 15;
const TARGET_NAME = 16;
const EVENT_CODE = 26;
const INTENSITY = 30;

/** The numbers of columns that each version has. */
const COLUMNS = [57, 58, 61];

function named(name: string, code: string): Named | undefined {
  if (name === "" && code === "") return undefined;
  return { name: name === "" ? code : name, ...(code === "" ? {} : { codes: [code] }) };
}

const form: TableForm = {
  wanted: ["globaleventid", "sqldate|day", "eventcode"],
  day: {
    columns: ["sqldate", "day"],
    of(cell) {
      const date = firstOf(cell, ["sqldate", "day"]);
      return dayFrom(date) ?? { problem: "The day is not one.", given: date };
    },
  },
  source: {
    columns: ["actor1name", "actor1code"],
    of: (cell) => named(cell("actor1name"), cell("actor1code")) ?? { problem: "The event has no source." },
  },
  target: {
    columns: ["actor2name", "actor2code"],
    of: (cell) => named(cell("actor2name"), cell("actor2code")),
  },
  type: {
    columns: ["eventcode"],
    of(cell) {
      const code = cell("eventcode");
      // Where codes were stored as numbers the leading 0 is lost; GDELT itself has no code of two digits.
      const type = (code.length > 2 ? typeOfCode(code) : undefined) ?? typeOfCode(`0${code}`);
      return type ?? { problem: "This is not a CAMEO code.", given: code };
    },
  },
  intensity: { columns: ["goldsteinscale"], of: (cell) => intensityFrom(cell("goldsteinscale")) },
};

/** GDELT's event table, 1.0 or 2.0: tab-separated, no header; or any table under GDELT's names of columns. */
export const gdelt: Feed = {
  id: "gdelt",
  name: "GDELT events",
  means:
    "tab-separated without header, 57, 58 or 61 columns, or a table with GLOBALEVENTID, SQLDATE and so on; actors by name, else by CAMEO actor code",
  sources: [{ ref: "leetaru2013" }],
  table: form,
  recognise(head) {
    const header = (head[0] ?? "").toLowerCase();
    if (header.includes("globaleventid") && header.includes("eventcode")) return true;
    const cells = (head[0] ?? "").split("\t");
    return COLUMNS.includes(cells.length) && /^\d{8}$/.test(cells[DAY]) && /^\d+$/.test(cells[0]);
  },
  lines() {
    const headed = tableLines(form);
    const row = rowReader();
    let hasHeader: boolean | undefined;
    return {
      line(text, number, give) {
        if (text === "") return;
        hasHeader ??= text.toLowerCase().includes("globaleventid");
        if (hasHeader) headed.line(text, number, give);
        else give(row(text), number);
      },
      end: (give) => (hasHeader === true ? headed.end?.(give) : undefined),
    };
  },
};

/** Names for the columns of a table without header: those that are used have GDELT's own. */
export function gdeltColumns(count: number): readonly string[] {
  const own = new Map([
    [0, "globaleventid"], [DAY, "sqldate"], [SOURCE_CODE, "actor1code"], [SOURCE_NAME, "actor1name"],
    [TARGET_CODE, "actor2code"], [TARGET_NAME, "actor2name"], [EVENT_CODE, "eventcode"],
    [INTENSITY, "goldsteinscale"],
  ]); // biome-ignore format: pairs
  return Array.from({ length: count }, (_, k) => own.get(k) ?? `column ${k + 1}`);
}

/** Reads rows by position: only the cells that are needed are cut out. */
function rowReader(): (line: string) => FeedEvent | Fault {
  let lastDate = "";
  let lastDay: number | undefined;
  const starts = new Int32Array(INTENSITY + 2);
  return (line) => {
    let count = 1;
    for (
      let at = line.indexOf("\t");
      at >= 0 && count <= INTENSITY + 1;
      at = line.indexOf("\t", at + 1), count++
    ) {
      starts[count] = at + 1;
    }
    if (count <= INTENSITY + 1) {
      const problem = `The row has ${count} columns; 57, 58 or 61 are expected.`;
      return { problem, given: line, column: line.length + 1 };
    }
    const cell = (k: number): string => line.slice(starts[k], starts[k + 1] - 1);
    const fault = (problem: string, k: number): Fault => ({ problem, given: cell(k), column: starts[k] + 1 });
    const date = cell(DAY);
    if (date !== lastDate) {
      lastDate = date;
      lastDay = dayFrom(date);
    }
    if (lastDay === undefined) return fault("The day is not one.", DAY);
    const sourceCode = cell(SOURCE_CODE);
    const source = cell(SOURCE_NAME) || sourceCode;
    if (source === "") return fault("The event has no source.", SOURCE_CODE);
    const type = typeOfCode(cell(EVENT_CODE));
    if (type === undefined) return fault("This is not a CAMEO code.", EVENT_CODE);
    const targetCode = cell(TARGET_CODE);
    const target = cell(TARGET_NAME) || targetCode;
    return {
      time: lastDay,
      source,
      sourceCodes: sourceCode === "" ? undefined : [sourceCode],
      target: target === "" ? undefined : target,
      targetCodes: targetCode === "" ? undefined : [targetCode],
      type: type.type,
      intensity: intensityFrom(cell(INTENSITY)) ?? type.intensity,
    };
  };
}

const known = new Map<string, TypeMeaning | undefined>();

/** The same few codes come a million times. */
function typeOfCode(code: string): TypeMeaning | undefined {
  if (known.has(code)) return known.get(code);
  const type = typeOfCameo(code);
  if (known.size < 1000) known.set(code, type);
  return type;
}
