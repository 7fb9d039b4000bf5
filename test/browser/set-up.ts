// What the tests of pages in a browser begin with.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import type { Folder } from "../../src/case/index.ts";
import { type OpenWorkbench, openWorkbench, seriousFaults } from "./workbench.ts";

const LONG_MS = 240_000;
/**
 * A busy machine is slow to open and close pages: every wait may take its time, and what failed is tried once more.
 * The list of tests says where that was needed.
 */
export const PATIENCE = { timeout: LONG_MS, retry: 1 };

/** Looks again and again until it is as expected. */
export const soon = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 });

export const faults = (page: Page) => seriousFaults(new AxeBuilder({ page }));

/** A workbench on a case for all tests of a block: opened before the first, closed after the last. */
export function openedOn(source: string | Folder): () => OpenWorkbench {
  let open: OpenWorkbench | undefined;
  beforeAll(async () => {
    open = await openWorkbench(source);
  }, LONG_MS);
  afterAll(async () => {
    await open?.close();
  });
  return () => {
    if (open === undefined) throw new Error("the workbench is not open yet");
    return open;
  };
}
