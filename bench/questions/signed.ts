// How long does the exact frustration index take, and how long do others take?
//   npm run bench -- signed [DIR]
import { existsSync } from "node:fs";
import {
  blocs,
  frustration,
  linearSolver,
  type SignedNetwork,
  triadCensus,
  walkBalance,
} from "../../src/measure/index.ts";
import { columnsOf, filesOf, listsTies, networksOf } from "../golden/signed/folder.ts";
import { type BenchOptions, type BenchResult, peakMemory, ratio, time } from "./measurement.ts";
import { peerOf } from "./signed-peers.ts";

interface Task {
  readonly what: string;
  readonly networks: readonly SignedNetwork[];
  readonly work: (network: SignedNetwork) => string;
}

const linear = await linearSolver();

function index(network: SignedNetwork): string {
  const { method, lower, upper } = frustration(network, { linear });
  return method === "exact" ? `${upper}` : `open: ${lower}–${upper}`;
}

/** Every network of the folder, a series as one; the same measures for all. */
function tasks(directory: string, quick: boolean): Task[] {
  const files = filesOf(directory, ".csv").filter((file) => listsTies(columnsOf(directory, file)));
  const all: Task[] = [];
  const folders = new Map<string, SignedNetwork[]>();
  for (const file of files) {
    const networks = networksOf(directory, file).map(({ network }) => network);
    const [folder, inside] = file.split("/");
    if (inside !== undefined) {
      folders.set(folder, [...(folders.get(folder) ?? []), ...networks]);
      continue;
    }
    if (quick && networks[0].from.length > 3000) continue;
    // What nobody has settled may take minutes, and is named so by the folder.
    if (/OPEN/.test(file) && networks[0].from.length > 2000) continue;
    all.push({ what: `index, ${file}`, networks, work: index });
    if (networks.length > 1) {
      const work = (network: SignedNetwork) => `${blocs(network, { linear }).value}`;
      if (/window/.test(file)) all.push({ what: `blocs, ${file}`, networks, work });
      continue;
    }
    if (networks[0].from.length > 5000) {
      const work = (network: SignedNetwork) => `${triadCensus(network)["+++"]} +++`;
      all.push({ what: `triads, ${file}`, networks, work });
    }
    const n = networks[0].ids.length;
    if (n >= 200 && n <= 1000 && !/random|bio/.test(file)) {
      all.push({
        what: `walks, ${file}`,
        networks,
        work: (network) => walkBalance(network).value.toFixed(7),
      });
    }
  }
  for (const [folder, networks] of folders) all.push({ what: `index, ${folder}/`, networks, work: index });
  return all;
}

export async function bench({ quick, arguments: words }: BenchOptions): Promise<BenchResult> {
  const directory = words[0] ?? "../shared/data/signed";
  if (!existsSync(directory)) {
    return { title, rows: [], notes: [`There is no folder ${directory}; name one after the question.`] };
  }
  const rows: { readonly [column: string]: string | number }[] = [];
  for (const { what, networks, work } of tasks(directory, quick)) {
    const actors = networks.reduce((sum, network) => sum + network.ids.length, 0);
    const ties = networks.reduce((sum, network) => sum + network.from.length, 0);
    const { minimum, median, result } = await time(() => networks.map(work), {
      repetitions: quick ? 1 : 5,
      milliseconds: quick ? 0 : 300,
    });
    const peer = what.startsWith("index") ? peerOf(networks.length, actors, ties) : undefined;
    rows.push({
      what,
      networks: networks.length,
      actors,
      ties,
      result: result.length === 1 ? result[0] : "–",
      "ms, least": minimum,
      "ms, median": median,
      "ties a second, in millions": ties / minimum / 1000,
      "best peer, ms": peer === undefined ? "–" : peer.milliseconds,
      peer: peer?.name ?? "–",
      "times faster": ratio(peer?.milliseconds, minimum),
      "memory, MB": peakMemory(),
    });
  }
  return {
    title,
    rows,
    notes: [
      "An index is proven, with a certificate; what is open is printed as a range. One thread, in process, after a warm-up.",
      "Peers: the fastest of clasp 3.3.5 (usc), toulbar2, CBC 2.10.8 and GLPK (the AND model), as processes with their start (about 20 ms), measured once on another machine of the project's kind; a peer printed with > did not finish.",
      `Folder: ${words[0] ?? "shared/data/signed"}.`,
    ],
  };
}

const title = "How long does the exact frustration index take?";
