/** Takes pieces of a text, cut anywhere, and gives its lines. */
export interface LineCutter {
  piece(text: string): void;
  /** Gives the last line, which has no end; not if the text was cut off in it. */
  end(isCut?: boolean): void;
}

/** A line is cut off after so many characters: what is longer is no row of a table. */
const LONGEST = 1 << 24;

/** Cuts pieces of a text into lines without their ends; a mark of byte order at the start is dropped. */
export function lineCutter(take: (line: string) => void): LineCutter {
  let rest = "";
  let first = true;
  let isTooLong = false;
  return {
    piece(text) {
      const searched = rest.length;
      rest += first && text.startsWith("\uFEFF") ? text.slice(1) : text;
      if (text !== "") first = false;
      let from = 0;
      for (let end = rest.indexOf("\n", searched); end >= 0; end = rest.indexOf("\n", from)) {
        if (!isTooLong) take(rest.slice(from, end > from && rest.charCodeAt(end - 1) === 13 ? end - 1 : end));
        isTooLong = false;
        from = end + 1;
      }
      rest = rest.slice(from);
      if (rest.length <= LONGEST && !isTooLong) return;
      if (!isTooLong) take(rest.slice(0, LONGEST));
      isTooLong = true;
      rest = "";
    },
    end(isCut = false) {
      if (rest !== "" && !isTooLong && !isCut) take(rest.endsWith("\r") ? rest.slice(0, -1) : rest);
      rest = "";
    },
  };
}
