import { mode, type Quantity } from "../../base/index.ts";
import { number, type Part, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { naming, short } from "./names.ts";

const MOST_STAKES = 500;

/** Every stake of the case, issue by issue. */
export function stakeParts(study: Study): readonly Part[] {
  const { source } = study;
  if (source.stakes.length === 0)
    return [{ kind: "paragraph", text: "The case gives nobody a stake in any issue." }];
  const name = naming(source);
  const ends = (quantity: Quantity, digits: number): string =>
    typeof quantity === "number" ? "" : `${number(quantity[0], digits)} to ${number(quantity[2], digits)}`;
  const order = new Map(source.issues.map((issue, i) => [issue.id, i]));
  const stakes = [...source.stakes].sort(
    (a, b) => (order.get(a.issue) ?? 0) - (order.get(b.issue) ?? 0) || mode(a.position) - mode(b.position),
  );
  return [
    table(
      "Who stands where",
      [
        { key: "issue", name: "Issue" },
        { key: "actor", name: "Actor" },
        { key: "position", name: "Position", digits: 0 },
        { key: "range", name: "Range" },
        { key: "ideal", name: "Would like", digits: 0 },
        { key: "salience", name: "Salience", digits: 2 },
        { key: "cares", name: "Range of salience" },
      ],
      stakes.slice(0, MOST_STAKES).map((stake) => ({
        issue: name(stake.issue),
        actor: short(name(stake.actor)),
        position: mode(stake.position),
        range: ends(stake.position, 0) || undefined,
        ideal: stake.ideal === undefined ? undefined : mode(stake.ideal),
        salience: mode(stake.salience),
        cares: ends(stake.salience, 2) || undefined,
      })),
      stakes.length > MOST_STAKES ? { note: `The first ${MOST_STAKES} of ${number(stakes.length)}.` } : {},
    ),
  ];
}
