/**
 * The line of a text that shares most words with a quote.
 *
 * @returns its number from 1 and its beginning; nothing if no line shares a third of the words.
 * @remarks Dice coefficient of the sets of words: 2 |A ∩ B| / (|A| + |B|); one pass over the text.
 * @see Dice 1945
 */
export function nearestLine(
  text: string,
  quote: string,
): { readonly line: number; readonly text: string } | undefined {
  const wanted = wordsOf(quote);
  let best: { line: number; text: string } | undefined;
  let most = 1 / 3;
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const words = wordsOf(line);
    let shared = 0;
    for (const word of wanted) if (words.has(word)) shared += 1;
    // a line may be a paragraph: what of it goes beyond the quote does not count against it
    const similarity = (2 * shared) / (wanted.size + Math.min(words.size, wanted.size));
    if (similarity <= most) continue;
    most = similarity;
    best = { line: i + 1, text: line.length > 80 ? `${line.slice(0, 79)}…` : line };
  }
  return best;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
