// Pictures of every page of the workbench on a case, light and dark.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openWorkbench } from "../test/browser/workbench.ts";

const RUNS = Number(process.env.SCREENSHOT_RUNS ?? 400);
/** Each page with what is chosen there, and what must stand there before the picture is taken. */
const PAGES: readonly (readonly [name: string, address: string, ready: string, top?: string])[] = [
  ["overview", "/", "#section-overview"],
  ["read", "/read", "h1"],
  ["map", "/map", "h1"],
  ["power", "/power", "svg:has(#house-title)"],
  ["behaviour", "/behaviour", "#section-behaviour"],
  [
    "behaviour-rank",
    "/behaviour?who=Nouri al-Maliki&act=ACCUSE&fit=1",
    "#coefficients, figure:has-text('Coefficients')",
    "#rank",
  ],
  ["futures", "/futures", "#section-futures", "#section-futures"],
  ["futures-replay", "/futures?future=3&step=5", ".step", "#replay"],
  [
    "whatif",
    `/whatif?changes=replace prime-minister=nujaifi&scenarios=no-warrant&pairs=100&play=1`,
    "#section-whatif",
  ],
  ["claims", "/claims", "#section-claims"],
  ["settings", "/settings", "#runs"],
];

/** Takes them all into a folder. */
export async function workbenchScreenshots(source: string, folder: string): Promise<void> {
  const open = await openWorkbench(source);
  try {
    const hash = await played(open.origin, (await open.page("/")).page);
    for (const dark of [false, true]) {
      const look = dark ? "dark" : "light";
      const take = async (page: Page, name: string, top?: string): Promise<void> => {
        if (top !== undefined)
          await page
            .locator(top)
            .first()
            .evaluate((element) => element.scrollIntoView());
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(folder, `workbench-${name}-${look}.png`) });
      };
      const { page } = await open.page("/settings", { dark });
      await page.evaluate(
        ([of, runs]) => sessionStorage.setItem("report", JSON.stringify({ hash: of, size: { runs } })),
        [hash, RUNS] as const,
      );
      for (const [name, address, ready, top] of PAGES) {
        await page.goto(open.origin + address);
        await page.locator(ready).first().waitFor({ timeout: 60_000 });
        await take(page, name, top);
      }
      await page.goto(`${open.origin}/seat`);
      await page.getByRole("button", { name: "Begin", exact: true }).click();
      await page
        .getByRole("button", { name: /^Choose: / })
        .first()
        .click();
      await page.getByText("Your last move").waitFor();
      await take(page, "seat");
      await page.close();
    }
  } finally {
    await open.close();
  }
}

/** Plays the futures once, so that all pictures show the same; the hash of the case. */
async function played(origin: string, page: Page): Promise<string> {
  const { hash } = (await (await page.request.get(`${origin}/api/case`)).json()) as { readonly hash: string };
  const headers = { origin };
  const asked = await page.request.post(`${origin}/api/ask/report`, {
    data: { options: { runs: RUNS } },
    headers,
  });
  const { key } = (await asked.json()) as { readonly key: string };
  for (;;) {
    const { state } = (await (await page.request.get(`${origin}/api/runs/${key}`)).json()) as {
      readonly state: string;
    };
    if (state === "done") return hash;
    if (state !== "waiting" && state !== "running") throw new Error(`the report was ${state}`);
    await page.waitForTimeout(500);
  }
}
