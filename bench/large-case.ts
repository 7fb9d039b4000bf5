// A made country of any size, for measuring what a large case costs. Nothing in it is from anywhere.
import type { Folder } from "../src/case/index.ts";

const BLOC = 25;
const GROUPS = 4;

/**
 * A case of so many actors and ties: blocs of 25 actors in four groups, friends mostly within them, enemies between
 * groups, ties that began over twenty years. The same numbers give the same case.
 */
export function largeCase(actors: number, ties: number): Folder {
  const rows: string[] = [];
  const known = new Set<string>();
  for (let i = 0; rows.length < ties; i++) {
    const from = (i * 7919) % actors;
    const turn = Math.floor(i / actors);
    // Every other tie stays within the bloc.
    const bloc = from - (from % BLOC);
    const to =
      turn % 2 === 0
        ? bloc + ((from - bloc + 1 + ((i * 31 + turn) % (BLOC - 1))) % BLOC)
        : (from + 1 + ((i * 104_729 + 37 * turn) % (actors - 1))) % actors;
    const [a, b] = from < to ? [from, to] : [to, from];
    if (a === b || known.has(`${a} ${b}`)) continue;
    known.add(`${a} ${b}`);
    const friendly = groupOf(a) === groupOf(b) ? i % 9 !== 0 : i % 7 === 0;
    const value = ((friendly ? 1 : -1) * (20 + (i % 80))) / 100;
    rows.push(`a${a},a${b},${value},${2000 + (i % 20)}-${String(1 + (i % 12)).padStart(2, "0")}-01`);
  }
  const numbers = Array.from({ length: actors }, (_, i) => i);
  const blocs = Math.ceil(actors / BLOC);
  const text = [
    `case: { id: large, title: ${actors} actors and ${ties} ties, polity: Largeland, summary: A made country., as_of: 2020-03-01, horizon: 2021-02-28, format: 1, default_source: made }`,
    "sources: [{ id: made, title: Made to be large }]",
    "fronts: [{ id: home, name: Home }]",
    "groups:",
    ...Array.from(
      { length: GROUPS },
      (_, i) => `  - { id: g${i}, name: Group ${i + 1}, size: ${1 / GROUPS} }`,
    ),
    "blocs:",
    ...Array.from({ length: blocs }, (_, i) => `  - { id: b${i}, name: Bloc ${i + 1}, kind: list }`),
    "actors:",
    ...numbers.map((i) => `  - { id: a${i}, name: Actor ${i}, kind: party }`),
    "",
  ];
  return encoded({
    "case.yaml": text.join("\n"),
    "memberships.csv": [
      "actor,in",
      ...numbers.map((i) => `a${i},b${Math.floor(i / BLOC)}`),
      ...numbers.map((i) => `a${i},g${groupOf(i)}`),
      "",
    ].join("\n"),
    "relations.csv": ["from,to,value,since", ...rows, ""].join("\n"),
  });
}

function groupOf(actor: number): number {
  return Math.floor(actor / BLOC) % GROUPS;
}

function encoded(files: Readonly<Record<string, string>>): Folder {
  const bytes = new TextEncoder();
  return new Map(Object.entries(files).map(([name, text]) => [name, bytes.encode(text)]));
}
