import { parquetWriteBuffer } from "hyparquet-writer";
import type { DataTable } from "./case-tables.ts";

const TYPES = { text: "STRING", number: "DOUBLE", flag: "BOOLEAN" } as const;

/** A table as an Apache Parquet file: columns typed, what is not known as null, packed by Snappy. */
export function parquetOf({ columns, rows }: DataTable): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(({ name, type }) => ({
        name,
        type: TYPES[type],
        data: rows.map((row) => {
          const value = row[name];
          if (value === undefined) return null;
          return type === "text" ? String(value) : value;
        }),
      })),
    }),
  );
}
