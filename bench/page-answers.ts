// What a page of the workbench costs its reader, measured in Chromium.
import type { Browser, Page } from "playwright-core";
import type { OpenWorkbench } from "../test/browser/workbench.ts";

/** How one interaction was answered. */
export interface Answer {
  /** Longest Event Timing entry, wall milliseconds; 0 where all were below 16. */
  readonly paint: number;
  /** Longest task of the page's main thread, processor milliseconds. */
  readonly longest: number;
  /** All its tasks until it was quiet, processor milliseconds. */
  readonly all: number;
}

/** JavaScript of the first page on the wire, with an empty cache, in kB; and when its report or its offer stands, in ms. */
export async function firstPage(
  open: OpenWorkbench,
): Promise<{ readonly kilobytes: number; readonly usable: number }> {
  const { page } = await open.page("/settings");
  await page.context().clearCookies({ name: "none" });
  const fresh = await open.browser.newContext({ storageState: await page.context().storageState() });
  const second = await fresh.newPage();
  let bytes = 0;
  const wire = await fresh.newCDPSession(second);
  await wire.send("Network.enable");
  const scripts = new Set<string>();
  wire.on("Network.responseReceived", ({ requestId, type }) => {
    if (type === "Script") scripts.add(requestId);
  });
  wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  const begin = performance.now();
  await second.goto(`${open.origin}/`);
  await second.locator("main h1").waitFor();
  await second
    .getByRole("button", { name: /^Play/ })
    .or(second.locator("#section-overview"))
    .first()
    .waitFor();
  const usable = performance.now() - begin;
  await second.waitForLoadState("networkidle");
  await fresh.close();
  await page.context().close();
  return { kilobytes: bytes / 1000, usable };
}

/** Waits until nothing has held up the page for a while. */
export async function settled(page: Page, quiet = 700): Promise<void> {
  await page.evaluate(
    (still) =>
      new Promise<void>((done) => {
        let timer = setTimeout(done, still);
        new PerformanceObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, still);
        }).observe({ type: "longtask" });
      }),
    quiet,
  );
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly message?: string } };
}

/** Does something on a page and tells how it was answered. */
export async function answersOf(browser: Browser, page: Page, act: () => Promise<void>): Promise<Answer> {
  await page.evaluate(() => {
    const times: number[] = [];
    const known = globalThis as unknown as { watching?: PerformanceObserver; times: number[] };
    known.watching?.disconnect();
    known.times = times;
    known.watching = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) times.push(entry.duration);
    });
    known.watching.observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  const wire = await page.context().newCDPSession(page);
  await wire.send("Performance.enable", { timeDomain: "threadTicks" });
  const spent = async (): Promise<number> => {
    const { metrics } = await wire.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
  };
  const before = await spent();
  await browser.startTracing(page, {
    categories: ["toplevel", "disabled-by-default-devtools.timeline", "blink.user_timing"],
  });
  await page.evaluate(() => performance.mark("tawazun-answer"));
  await act();
  await settled(page);
  const all = (await spent()) - before;
  await wire.detach();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const paint = await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { times: number[] }).times),
  );
  const mine = trace.traceEvents.find((event) => event.name === "tawazun-answer");
  const tasks = trace.traceEvents
    .filter(({ name, pid, tid }) => /RunTask$/.test(name) && pid === mine?.pid && tid === mine?.tid)
    .map(({ tdur = 0 }) => tdur / 1000);
  return {
    paint,
    longest: Math.max(0, ...tasks),
    all,
  };
}
