import { signs } from "./forms.ts";

/** A piece of a rule's text. */
export interface Token {
  readonly kind: "word" | "quoted" | "sign" | "mark" | "end" | "unknown";
  /** A quoted word without its quotation marks. */
  readonly text: string;
  /** Where it begins, in UTF-16 units from 0. */
  readonly at: number;
}

const WORD = /-?[\p{L}\p{N}][\p{L}\p{N}_.-]*/uy;
const QUOTED = /"(?:[^"\\]|\\.)*"/uy;
const SPACE = /\s*/uy;

/**
 * Cuts a rule's text into words, quoted words, comparison signs and marks.
 *
 * @returns the tokens, the last of kind `end`; what is none of these is `unknown`.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const match = (pattern: RegExp, at: number): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0];
  };
  for (let at = match(SPACE, 0)?.length ?? 0; at < text.length; ) {
    const quoted = match(QUOTED, at);
    const word = match(WORD, at);
    const sign = signs.find((candidate) => text.startsWith(candidate, at));
    const unquoted = quoted === undefined ? undefined : plain(quoted);
    let length = 1;
    if (quoted !== undefined && unquoted !== undefined) {
      tokens.push({ kind: "quoted", text: unquoted, at });
      length = quoted.length;
    } else if (word !== undefined) {
      tokens.push({ kind: "word", text: word, at });
      length = word.length;
    } else if (sign !== undefined) {
      tokens.push({ kind: "sign", text: sign, at });
      length = sign.length;
    } else {
      const [mark] = text.slice(at);
      tokens.push({ kind: "(),:*".includes(mark) ? "mark" : "unknown", text: mark, at });
      length = mark.length;
    }
    at += length;
    at += match(SPACE, at)?.length ?? 0;
  }
  return [...tokens, { kind: "end", text: "", at: text.length }];
}

/** A quoted word without its marks, or nothing if what is inside is not written as in JSON. */
function plain(quoted: string): string | undefined {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    return undefined;
  }
}

/** A word as it is written: bare where that is possible, else in quotation marks. */
export function written(word: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}_.-]*$/u.test(word) ? word : JSON.stringify(word);
}
