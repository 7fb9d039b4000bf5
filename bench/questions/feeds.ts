// How long does it take to read a million events?
import { readEvents } from "../../src/events/index.ts";
import { type BenchOptions, type BenchResult, peakMemory } from "./measurement.ts";

const codes = ["010", "036", "042", "043", "051", "111", "112", "120", "173", "190", "1831", "057"];

/** Lines as GDELT writes them, in pieces of 64 kB, made as they are read: no file of that size is needed. */
function* gdeltLines(count: number): Generator<string> {
  let seed = 1;
  const some = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % n;
  };
  let piece = "";
  for (let e = 0; e < count; e++) {
    const day = 1 + Math.floor((e / count) * 28);
    const cells = new Array<string>(58).fill("");
    cells[0] = String(500_000_000 + e);
    cells[1] = `201201${String(day).padStart(2, "0")}`;
    cells[5] = `A${some(3000)}`;
    cells[6] = `ACTOR ${cells[5]}`;
    cells[15] = `A${some(3000)}`;
    cells[16] = `ACTOR ${cells[15]}`;
    cells[26] = codes[some(codes.length)];
    cells[30] = "-2.0";
    cells[57] = "http://example.org/a/long/enough/address/of/a/report.html";
    piece += `${cells.join("\t")}\n`;
    if (piece.length > 65_536) {
      yield piece;
      piece = "";
    }
  }
  yield piece;
}

export async function bench({ quick }: BenchOptions): Promise<BenchResult> {
  const rows = [];
  for (const count of quick ? [100_000] : [100_000, 1_000_000]) {
    const before = process.cpuUsage();
    let made = 0;
    for (const piece of gdeltLines(count)) made += piece.length;
    const making = process.cpuUsage(before);
    const start = process.cpuUsage();
    const { log, findings } = readEvents(gdeltLines(count), { file: "gdelt", feed: "gdelt" });
    const spent = process.cpuUsage(start);
    const seconds = (spent.user + spent.system - making.user - making.system) / 1e6;
    rows.push({
      feed: "GDELT 1.0",
      events: log.count,
      findings: findings.length,
      megabytes: Math.round(made / 1e6),
      "CPU seconds": Number(seconds.toFixed(2)),
      goal: count === 1_000_000 ? 5 : 0.5,
      "events per second": Math.round(log.count / seconds),
      "peak MB": peakMemory(),
    });
  }
  return {
    title: "Reading event data",
    rows,
    notes: [
      "Lines in GDELT's form with 3,000 actors, made while they are read, so that the file's size does not count toward memory; the time of making them is taken off.",
    ],
  };
}
