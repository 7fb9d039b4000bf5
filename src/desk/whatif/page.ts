import type { ReportContents } from "../../show/index.ts";
import { chainOf } from "./chain.ts";
import { type Comparison, untilOf } from "./compare.ts";
import { pairs, whatIfSection } from "./section.ts";

/** A page of its own for a comparison. */
export function whatIfPage(comparison: Comparison, version: string, command: string): ReportContents {
  const { source, size, compared } = comparison;
  return {
    head: {
      title: `What if: ${source.head.title}`,
      polity: source.head.polity,
      asOf: source.head.as_of,
      horizon: untilOf(comparison),
      summary: source.head.summary,
      findings: compared.map((one) => {
        const followed = chainOf(comparison, one).links.filter(
          ({ kind }) => kind === "move" || kind === "share",
        );
        return followed.length === 0
          ? `${one.alternative.name}: nothing that follows can be told from chance.`
          : `${one.alternative.name}: first, ${followed[0].text}`;
      }),
      engine: version,
      caseHash: source.hash,
      seed: size.seed,
      runs: pairs(comparison) * (compared.length + 1),
      command,
    },
    sections: [whatIfSection(comparison)],
  };
}
