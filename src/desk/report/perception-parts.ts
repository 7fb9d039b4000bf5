import { mode, type Quantity } from "../../base/index.ts";
import type { Perception } from "../../case/index.ts";
import { dots, type NumberFact, type Part, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { citationsOf, sourceCell } from "./cite.ts";
import { point } from "./dot-point.ts";
import { naming, short } from "./names.ts";

/** How an actor is seen beside where it stands. */
interface Seen {
  readonly perception: Perception;
  readonly seen: Quantity;
  readonly stands?: Quantity;
  /** Seen less standing, on the issue's scale; absent where the case does not tell where it stands. */
  readonly gap?: number;
}

function seenBy(study: Study): readonly Seen[] {
  const { source } = study;
  return source.perceptions
    .map((perception): Seen => {
      const stake = source.stakes.find(
        (one) => one.actor === perception.of && one.issue === perception.issue,
      );
      return {
        perception,
        seen: perception.position,
        ...(stake === undefined
          ? {}
          : { stands: stake.position, gap: mode(perception.position) - mode(stake.position) }),
      };
    })
    .sort((a, b) => Math.abs(b.gap ?? 0) - Math.abs(a.gap ?? 0));
}

/** The widest gap in a sentence, if there is one. */
export function perceptionsInWords(study: Study): string | undefined {
  const [widest] = seenBy(study);
  if (widest?.gap === undefined || widest.gap === 0) return undefined;
  const name = naming(study.source);
  const { by, of, issue } = widest.perception;
  return `On “${name(issue)}” ${short(name(by))} sees ${short(name(of))} ${Math.round(Math.abs(widest.gap))} points of 100 from the position that the case gives.`;
}

/** Perceptions that differ from positions: who sees whom how, and how far that is from where he stands. */
export function perceptionParts(study: Study): readonly Part[] {
  const { source } = study;
  const all = seenBy(study);
  if (all.length === 0) {
    return [{ kind: "paragraph", text: "The case tells of no perception that differs from a position." }];
  }
  const name = naming(source);
  const sources = citationsOf(source, source.perceptions);
  const known = all.filter((one) => one.gap !== undefined);
  const mean = known.reduce((sum, one) => sum + Math.abs(one.gap ?? 0), 0) / Math.max(1, known.length);
  const fact: NumberFact = {
    kind: "number",
    id: "fronts-perception-gap",
    label: "Mean gap between how actors are seen and where they stand",
    value: mean,
    unit: "points of 100",
    digits: 0,
    method: "exact",
    assumptions: ["Positions and perceptions at their most likely values, each perception counted once."],
    sources,
    note: `Over ${known.length} perceptions; the pictures and the table show their ranges.`,
  };
  const groups = [...new Set(all.map(({ perception }) => `${perception.of} ${perception.issue}`))];
  return [
    ...(known.length === 0 ? [] : [fact]),
    dots(
      {
        unit: "points of 100",
        ends: [0, 100],
        series: [
          { id: "seen", name: "as seen" },
          { id: "stands", name: "as it stands" },
        ],
        intervals: "lowest and highest that the case holds possible",
        rows: groups.flatMap((key) =>
          all
            .filter(({ perception }) => `${perception.of} ${perception.issue}` === key)
            .map(({ perception, seen, stands }) => ({
              name: `by ${short(name(perception.by))}`,
              group: `${short(name(perception.of))}: ${name(perception.issue)}`,
              points: { seen: point(seen), ...(stands === undefined ? {} : { stands: point(stands) }) },
            })),
        ),
      },
      {
        id: "fronts-perceptions",
        title: "How actors are seen, and where they stand",
        method: "As the case gives both: the most likely value and its range.",
        sources,
      },
    ),
    table(
      "Who sees whom how",
      [
        { key: "by", name: "Who" },
        { key: "of", name: "sees whom" },
        { key: "issue", name: "on what", wide: true },
        { key: "seen", name: "at", digits: 0 },
        { key: "stands", name: "who stands at", digits: 0 },
        { key: "gap", name: "Gap", digits: 0 },
        { key: "source", name: "Says who" },
      ],
      all.map(({ perception, seen, stands, gap }) => ({
        by: short(name(perception.by)),
        of: short(name(perception.of)),
        issue: name(perception.issue),
        seen: mode(seen),
        stands: stands === undefined ? undefined : mode(stands),
        gap,
        source: sourceCell(source, perception),
      })),
    ),
  ];
}
