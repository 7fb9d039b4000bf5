import type { Items, ReportContents } from "./contents.ts";
import { sourceText } from "./source-text.ts";

/**
 * Every source that the numbers and pictures of a report name, once each, in the order of their letters.
 *
 * @returns a list to put into the report's last section.
 */
export function bibliography(sections: ReportContents["sections"]): Items {
  const found = new Map<string, string | undefined>();
  for (const section of sections) {
    for (const part of section.parts) {
      if (part.kind !== "number" && part.kind !== "picture") continue;
      for (const source of part.sources) {
        const { text, url } = sourceText(source);
        found.set(text, found.get(text) ?? url);
      }
    }
  }
  const texts = [...found.keys()].sort();
  return {
    kind: "items",
    items: texts.map((text) => {
      const to = found.get(text);
      return to === undefined ? text : [{ text, to }];
    }),
  };
}
