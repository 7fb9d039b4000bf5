import { editable, files } from "../../src/case/write/editable.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
export const oneFile = (text: string, file = "case.yaml") => editable(new Map([[file, bytes(text)]]));
export const textIn = (document: ReturnType<typeof editable>, file = "case.yaml") =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(files(document).get(file));

/** Lines of the old and the new text between what they have in common at the beginning and the end. */
export function touched(before: string, after: string): { readonly old: string[]; readonly new: string[] } {
  const [a, b] = [before.split("\n"), after.split("\n")];
  while (a.length > 0 && b.length > 0 && a[0] === b[0]) {
    a.shift();
    b.shift();
  }
  while (a.length > 0 && b.length > 0 && a.at(-1) === b.at(-1)) {
    a.pop();
    b.pop();
  }
  return { old: a, new: b };
}

export const STYLES = `# Who acts
actors: # all of them

  - id: vale   # first
    name:  "Anna Vale"
    aliases: [ the prime minister,  'A. Vale' ]
    note: >-
      Leads the list,
      and the government.

    # still hers
    aims:
      own: [0.5, 1, 2]   # judged
      group: 1
  # between
  - { id: ridge, name: Tomas Ridge, pace: 12, }   # second
  -   id: moss
      name: Ida Moss
      leader:
# the end of the actors
stakes: []
relations:
...
`.replace("...\n", "");
