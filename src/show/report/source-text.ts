import { cite, type Source } from "../../base/index.ts";
import type { Citation } from "../picture.ts";

/** A source as one line of text, with its address if it has one. */
export function sourceText(source: Source | Citation): Citation {
  return "ref" in source ? { text: cite(source) } : source;
}
