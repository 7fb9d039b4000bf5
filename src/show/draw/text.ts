// Parts of an em of common sans-serif faces (Arial, Helvetica, DejaVu Sans), taken on the wide side.
const NARROW = /[iljtfrI.,;:'|!()[\] ]/;
const WIDE = /[mwMW@%—…]/;

/** About how wide a text is, in units of the font size's unit; on the wide side. */
export function textWidth(text: string, size: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) ems += 0.36;
    else if (WIDE.test(letter)) ems += 0.98;
    else if (letter >= "\u2e80") ems += 1;
    else if (letter !== letter.toLowerCase()) ems += 0.7;
    else ems += 0.61;
  }
  return ems * size;
}

/** The text, or its beginning and an ellipsis, so that it is no wider than asked. */
export function clipped(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const letters = [...text];
  let length = letters.length;
  while (length > 1 && textWidth(`${letters.slice(0, length).join("").trimEnd()}…`, size) > width)
    length -= 1;
  return `${letters.slice(0, length).join("").trimEnd()}…`;
}

/** The text in lines no wider than asked, broken between words; words beyond the last line are clipped. */
export function lines(text: string, width: number, size: number, atMost = 2): string[] {
  const words = text.split(/\s+/).filter((word) => word !== "");
  const made: string[] = [];
  let line = "";
  words.forEach((word, i) => {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line === "" || textWidth(longer, size) <= width) {
      line = longer;
    } else if (made.length + 1 < atMost) {
      made.push(line);
      line = word;
    } else {
      line = `${line} ${words.slice(i).join(" ")}`;
      words.length = i;
    }
  });
  if (line !== "") made.push(line);
  return made.slice(0, atMost).map((each) => clipped(each, width, size));
}
