import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { csv, table, tablePlain } from "../../show/index.ts";
import { type QueryAnswer, verb } from "../verb.ts";

/** Rows that a terminal is shown. */
const SHOWN = 40;

const names = z
  .string()
  .transform((text) => text.split(",").map((name) => name.trim()))
  .refine((all) => all.every((name) => name !== ""), "write names with commas between them: calm,accused");

export const query = verb({
  id: "query",
  summary: "ask the rows of sweeps and any other table in SQL, or by columns and groups",
  details:
    'Looks through folders for tables: rows are the Parquet shards of all runs, with the run in front; any other .parquet or .csv file is called as it is, such as summary and design. Without a question it says what tables there are. With one, as the last word and in quotes, DuckDB answers: tawazun query my-case/out "SELECT tie, avg(calm) FROM rows GROUP BY tie". Without DuckDB --columns, --where and --group do for simple needs; of groups they give count, mean and quantiles. Nothing is ever written, and no other file is read.',
  places: [
    {
      name: "from",
      about: "folders or files; at the end, in quotes, the question in SQL",
      required: true,
      many: true,
    },
  ],
  options: z.object({
    table: z.string().optional().meta({ description: "of which table; default: rows" }),
    columns: names.optional().meta({ description: "only these columns, with commas between them" }),
    where: z
      .array(z.string())
      .optional()
      .meta({ description: 'only rows in which this holds, such as "calm > 0.5"; may be given again' }),
    group: names.optional().meta({
      description: "a row for each value of these columns: count, and mean and quantiles of the others",
    }),
    csv: z.boolean().default(false).meta({ description: "print CSV, with all rows" }),
  }),
  async run(lent, words, options) {
    const { csv: asCsv, ...asked } = options;
    const last = words.at(-1) ?? "";
    const isSql = words.length > 1 && /\s/.test(last) && !/(\.csv|\.parquet|[/\\])$/i.test(last);
    if (isSql && Object.values(asked).some((one) => one !== undefined))
      throw new TawazunError(
        "query/both",
        "Ask either in SQL or with --table, --columns, --where and --group, not both.",
      );
    if (lent.query === undefined)
      throw new TawazunError("query/here", "Tables in files cannot be asked here; use the command line.");
    const answer = isSql
      ? await lent.query(words.slice(0, -1), { sql: last })
      : await lent.query(words, asked);
    const keys = distinct(answer.columns);
    const rows = answer.rows.map((row) => Object.fromEntries(keys.map((key, c) => [key, row[c]])));
    return {
      code: answer.stopped ? 130 : 0,
      text: asCsv ? csv(shown(answer, keys, answer.rows.length)).trimEnd() : answerText(answer, keys),
      json: { columns: keys, rows, more: answer.more, stopped: answer.stopped },
    };
  },
});

/** An answer for a terminal: its first rows. */
function answerText(answer: QueryAnswer, keys: readonly string[]): string {
  const { rows, more, stopped } = answer;
  if (stopped && rows.length === 0) return "Stopped before there was an answer.";
  const all = more ? `more than ${rows.length}` : String(rows.length);
  const left =
    rows.length > SHOWN || more
      ? `The first ${Math.min(SHOWN, rows.length)} of ${all} rows; --csv prints ${more ? `${rows.length}` : "all"}.`
      : "";
  return [
    ...(stopped ? ["Stopped by you: this is of the files that had been read."] : []),
    rows.length === 0 ? `No row. Columns: ${keys.join(", ")}.` : tablePlain(shown(answer, keys, SHOWN), 120),
    ...(left === "" ? [] : [left]),
  ].join("\n");
}

function shown({ rows }: QueryAnswer, keys: readonly string[], most: number) {
  return table(
    "Answer",
    keys.map((key) => ({ key, name: key })),
    rows
      .slice(0, most)
      .map((row) => Object.fromEntries(keys.flatMap((key, c) => (row[c] === null ? [] : [[key, row[c]]])))),
  );
}

/** Names of columns, each once: a second one of a name gets a number. */
function distinct(columns: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}_${times}`;
  });
}
