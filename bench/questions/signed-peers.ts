/** The best time that another solver took to prove a frustration index, and which it was. */
export interface Peer {
  readonly milliseconds: number;
  readonly name: string;
}

/** Networks by their size alone: how many, actors and ties in all, and the best peer. */
const PEERS: readonly (readonly [
  networks: number,
  actors: number,
  ties: number,
  ms: number,
  name: string,
])[] = [
  [1, 16, 58, 20, "clasp"],
  [1, 18, 125, 30, "CBC, triangles"],
  [1, 219, 521, 10, "toulbar2"],
  [1, 690, 1080, 40, "clasp"],
  [1, 329, 852, 80, "clasp"],
  [1, 678, 1425, 90, "clasp"],
  [1, 678, 1582, 90, "clasp"],
  [1, 464, 1679, 40, "toulbar2"],
  [1, 498, 838, 30, "clasp"],
  [1, 679, 2204, 619_000, "toulbar2"],
  [1, 3774, 13_876, 880, "clasp"],
  [1, 5863, 21_134, 4690, "clasp"],
  [1, 998, 1524, 223_000, "GLPK"],
  [1, 7115, 100_693, 100_000, "> clasp, toulbar2"],
  [1, 10_884, 251_406, 100_000, "> clasp, toulbar2"],
  [1, 30, 435, 1000, "toulbar2"],
  [1, 50, 1225, 20_000, "> toulbar2"],
];

export function peerOf(networks: number, actors: number, ties: number): Peer | undefined {
  const row = PEERS.find(([count, n, m]) => count === networks && n === actors && m === ties);
  return row === undefined ? undefined : { milliseconds: row[3], name: row[4] };
}
