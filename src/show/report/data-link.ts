/** A file as an address that holds it: works without a network and without scripts. */
export function dataLink(type: string, text: string): string {
  const body = text
    .replace(/%/g, "%25")
    .replace(/[\s"#&<>'\\^`{|}]|[^\x20-\x7e]/gu, (letter) => encodeURIComponent(letter).replace("'", "%27"));
  return `data:${type};charset=utf-8,${body}`;
}
