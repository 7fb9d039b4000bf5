/**
 * Carries out jobs side by side and hands their results over in the order of the jobs, each once.
 *
 * No job is begun that lies more than `ahead` beyond the first whose result is still to come: one that is slow holds
 * the others up, and not the memory. A result of `undefined` is that of a job that was stopped: nothing after it is
 * handed over. Whatever a job or `take` throws ends the work.
 */
export async function inOrder<Result>(
  count: number,
  side: number,
  job: (at: number) => Promise<Result | undefined>,
  take: (result: Result, at: number) => void | Promise<void>,
  ahead: number = 4 * side,
): Promise<void> {
  const waiting = new Map<number, Result | undefined>();
  let next = 0;
  let taken = 0;
  let over = false;
  let handing: Promise<void> = Promise.resolve();
  let wake: (() => void)[] = [];

  async function handOver(): Promise<void> {
    while (!over && waiting.has(taken)) {
      const result = waiting.get(taken);
      waiting.delete(taken);
      if (result === undefined) over = true;
      else await take(result, taken);
      taken += 1;
    }
    for (const go of wake) go();
    wake = [];
  }

  async function work(): Promise<void> {
    try {
      while (!over && next < count) {
        if (next >= taken + ahead) {
          await new Promise<void>((resolve) => wake.push(resolve));
          continue;
        }
        const at = next++;
        waiting.set(at, await job(at));
        handing = handing.then(handOver);
        await handing;
      }
    } catch (error) {
      over = true;
      for (const go of wake) go();
      throw error;
    }
  }

  const ends = await Promise.allSettled(Array.from({ length: Math.max(1, side) }, work));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
