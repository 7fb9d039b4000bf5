/** What an earlier page of backtests said of the model. */
export interface PageBefore {
  readonly date: string;
  /** Brier score of the model, by case; "all" for all together. */
  readonly brier: ReadonlyMap<string, number>;
}

/**
 * Reads an earlier page: the date of its command, and the rows of the model.
 *
 * @returns nothing where the text is no such page.
 */
export function pageBefore(text: string): PageBefore | undefined {
  const date = /^`tawazun backtest [^`]*` · (\d{4}-\d{2}-\d{2}) · /m.exec(text)?.[1];
  const rows = [...text.matchAll(/^\| ([^|]+) \| This model \| \d+ \| (\d\.\d+) \|/gm)];
  if (date === undefined || rows.length === 0) return undefined;
  return { date, brier: new Map(rows.map(([, id, brier]) => [id, Number(brier)])) };
}

/** The Brier scores of an earlier page beside those of now, as a sentence. */
export function besideBefore(
  before: PageBefore,
  now: readonly { readonly case: string; readonly forecaster: string; readonly brier: number }[],
): string {
  const pairs = now.flatMap(({ case: id, forecaster, brier }) => {
    const earlier = forecaster === "This model" ? before.brier.get(id) : undefined;
    return earlier === undefined ? [] : [`${id} ${earlier.toFixed(3)} → ${brier.toFixed(3)}`];
  });
  return `Brier score of the model on the page before this one (${before.date}), and now: ${pairs.join("; ")}.`;
}
