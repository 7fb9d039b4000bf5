import type { Lent } from "../verb.ts";

/** How long futures took, by the clock: so many, for so many seconds of one worker. */
export interface Pace {
  readonly futures: number;
  readonly seconds: number;
}

const FILE = "timing.json";

/** The pace that an earlier command left in the folder of its sweep. */
export async function readPace(lent: Lent, folder: string): Promise<Pace | undefined> {
  const text = await lent.readText(`${folder}/${FILE}`).catch(() => "{}");
  try {
    const { futures, seconds } = JSON.parse(text) as Partial<Pace>;
    return Number(futures) > 0 && Number(seconds) > 0
      ? { futures: Number(futures), seconds: Number(seconds) }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Leaves the pace for the next command; it is a hint, so that a disk that refuses it is no trouble. */
export async function writePace(lent: Lent, folder: string, pace: Pace): Promise<void> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(pace)}\n`);
  await lent.writeFiles(folder, new Map([[FILE, bytes]])).catch(() => undefined);
}
