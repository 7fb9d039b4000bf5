import { dayOf, exp, isoDate } from "../../base/index.ts";
import { formula, statisticRows, surprises } from "../../behave/index.ts";
import type { CaseEvent } from "../../case/index.ts";
import { listOf, number, oneIn, type Part, percent, table } from "../../show/index.ts";
import type { FittedModel } from "../fit/fit-model.ts";
import type { Study } from "../study.ts";
import type { CaseFit } from "./behaviour-fit.ts";
import { sourceCell } from "./cite.ts";
import { short } from "./names.ts";

const MOST = 10;
/** A muchness below it is as good as none. */
const NONE = 0.02;

/** The events to which the fitted model of choice gave least, and why it did. */
export function surpriseParts(study: Study, found: CaseFit | string): readonly Part[] {
  const model =
    typeof found === "string" ? undefined : found.models.find((each) => each.fit.kind === "choice");
  if (typeof found === "string" || model === undefined) {
    return [{ kind: "paragraph", text: "Without a fitted model there is nothing by which to be surprised." }];
  }
  const { material } = found;
  const told = surprises(model.fit, material.data, MOST);
  const events = inLogOrder(study);
  const why = reasons(
    found,
    model,
    told.map((one) => one.event),
  );
  const outliers = told.filter((one) => one.outlier).length;
  const name = (id: string): string => short(material.nameOf(id));
  return [
    {
      kind: "paragraph",
      text: `Given who acted, the fitted model expected somebody else: a misread report, a break in somebody's ways, or something that the statistics lack. ${
        outliers === 0
          ? "None is too improbable for as many events as there are."
          : `${outliers} of these ${outliers === 1 ? "is" : "are"} too improbable for as many events as there are (false-discovery rate 5%).`
      }`,
    },
    table(
      `Least likely by the model of “toward whom”: ${told.length} events`,
      [
        { key: "date", name: "Date", unit: "date" },
        { key: "who", name: "Who" },
        { key: "whom", name: "toward whom" },
        { key: "text", name: "What", wide: true },
        { key: "probability", name: "Given" },
        { key: "why", name: "Why it surprises", wide: true },
        { key: "outlier", name: "Outlier" },
        { key: "source", name: "Source" },
      ],
      told.map((one, k) => {
        const event = events[material.explained[one.event]];
        return {
          date: event?.date ?? isoDate(Math.floor(one.time)),
          who: name(one.sender),
          whom: name(one.receiver),
          text: event?.text,
          probability: `${percent(one.probability, 1)}, ${oneIn(one.probability)}`,
          why: why[k],
          outlier: one.outlier,
          source: event === undefined ? undefined : sourceCell(study.source, event),
        };
      }),
      {
        note: "Given: the probability that, whoever acted, it was toward this one, from what came before the event's day. Events of one day do not see each other.",
      },
    ),
  ];
}

/** The case's events as its log has them: in order of time, those of one day as they are written. */
function inLogOrder(study: Study): readonly CaseEvent[] {
  return study.source.events
    .map((event, order) => ({ event, order, time: dayOf(event.date) }))
    .sort((a, b) => a.time - b.time || a.order - b.order)
    .map(({ event }) => event);
}

/** For each event, who was likelier, and what there was and was not between the two. */
function reasons(found: CaseFit, { fit }: FittedModel, which: readonly number[]): readonly string[] {
  const { data, nameOf } = found.material;
  const { dependent, actors } = data;
  const n = actors.length;
  const inOrder = [...which].sort((a, b) => a - b);
  const pairs = inOrder.flatMap((e) => actors.map((_, j) => ({ e, j })));
  const rows = statisticRows(data, fit.formula, {
    time: pairs.map(({ e }) => dependent.time[e]),
    sender: pairs.map(({ e }) => dependent.sender[e]),
    receiver: pairs.map(({ j }) => j),
  });
  const terms = formula(fit.formula);
  const value = (e: number, j: number, p: number): number =>
    rows[(inOrder.indexOf(e) * n + j) * terms.length + p];
  return which.map((e) => {
    const sender = dependent.sender[e];
    const weights = actors.map((_, j) =>
      j === sender ? 0 : exp(fit.terms.reduce((sum, term, p) => sum + term.coefficient * value(e, j, p), 0)),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const receiver = dependent.receiver[e];
    const likelier = weights
      .map((weight, j) => ({ j, part: weight / total }))
      .filter(({ j, part }) => j !== receiver && part > weights[receiver] / total)
      .sort((a, b) => b.part - a.part);
    const missing = terms.flatMap((term, p) =>
      value(e, receiver, p) < NONE && term.statistic in ABSENT ? [ABSENT[term.statistic]] : [],
    );
    const between = missing.length === 0 ? "" : ` Between the two there was ${listOf(missing)}.`;
    if (likelier.length === 0) return `Nobody was likelier; there were many to choose from.${between}`;
    const names = likelier.slice(0, 2).map(({ j, part }) => `${short(nameOf(actors[j]))} (${percent(part)})`);
    const more = likelier.length - names.length;
    return `Likelier ${likelier.length === 1 ? "was" : "were"} ${listOf(names)}${more > 0 ? ` and ${number(more)} more` : ""}.${between}`;
  });
}

/** What it means that a statistic is none. */
const ABSENT: { readonly [statistic: string]: string } = {
  inertia: "no deed of the first toward the second within memory",
  recip: "none of the second toward the first",
};
