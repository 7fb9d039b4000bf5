/** What keeps a text from being well-formed XML, as far as pictures need it; nothing if it is. */
export function notWellFormed(text: string): string | undefined {
  const open: string[] = [];
  const ids = new Set<string>();
  let rest = text;
  while (rest !== "") {
    const next = rest.indexOf("<");
    const between = next < 0 ? rest : rest.slice(0, next);
    if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(between)) return `a loose & in ${between.slice(0, 60)}`;
    if (between.includes(">")) return `a loose > in ${between.slice(0, 60)}`;
    if (next < 0) break;
    rest = rest.slice(next);
    const tag = /^<(\/?)([a-zA-Z][\w-]*)((?: [\w:-]+="[^"<>]*")*)\s?(\/?)>/.exec(rest);
    if (tag === null) return `not a tag: ${rest.slice(0, 60)}`;
    const [whole, close, name, attributes, leaf] = tag;
    const names = [...attributes.matchAll(/ ([\w:-]+)="([^"]*)"/g)];
    if (new Set(names.map(([, key]) => key)).size !== names.length) return `an attribute twice: ${whole}`;
    for (const [, key, value] of names) {
      if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(value)) return `a loose & in ${whole}`;
      if (/NaN|Infinity|undefined/.test(value)) return `no number: ${whole}`;
      if (key === "id") {
        if (ids.has(value)) return `the id ${value} twice`;
        ids.add(value);
      }
    }
    if (close === "/") {
      const last = open.pop();
      if (last !== name) return `</${name}> closes <${last}>`;
    } else if (leaf === "") open.push(name);
    rest = rest.slice(whole.length);
  }
  return open.length === 0 ? undefined : `<${open[open.length - 1]}> stays open`;
}
