/** Takes pieces of a text, cut anywhere, and gives its lines. */
export interface LineCutter {
  piece(text: string): void;
  end(): void;
}

/** Cuts pieces of a text into lines without their ends; a mark of byte order at the start is dropped. */
export function lineCutter(take: (line: string) => void): LineCutter {
  let rest = "";
  let first = true;
  return {
    piece(text) {
      rest += first && text.startsWith("\uFEFF") ? text.slice(1) : text;
      if (text !== "") first = false;
      let from = 0;
      for (let end = rest.indexOf("\n"); end >= 0; end = rest.indexOf("\n", from)) {
        take(rest.slice(from, end > from && rest.charCodeAt(end - 1) === 13 ? end - 1 : end));
        from = end + 1;
      }
      rest = rest.slice(from);
    },
    end() {
      if (rest !== "") take(rest.endsWith("\r") ? rest.slice(0, -1) : rest);
      rest = "";
    },
  };
}
