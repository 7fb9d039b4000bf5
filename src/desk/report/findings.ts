import { number, type Prose, percent, plural, probabilityInWords, signed } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { auditCounts, triedInWords } from "./claims.ts";
import type { Judging } from "./judging.ts";
import { type Asked, askedOf } from "./questions.ts";
import { actorShares } from "./share-rows.ts";
import { stabilityOf, whoever } from "./stability.ts";

const MOST_ANSWERS = 3;

/** What the report found, a sentence each, the most important first: computed, whatever the case. */
export function findingsOf(study: Study, judged?: Judging): readonly Prose[] {
  const { source, ruled } = study;
  const [first, second] = actorShares(study, 2);
  const answers = telling(askedOf(study)).slice(0, MOST_ANSWERS);
  const quiet = stabilityOf(study).whole;
  return [
    ...(first === undefined
      ? []
      : [
          [
            { strong: `${first.name} holds ${percent(first.now)} of power` },
            `${second === undefined ? "" : `, ${second.name} ${percent(second.now)}`}; over the futures the first share moves to ${percent(first.median)} (80%: ${percent(first.low80)} to ${percent(first.high80)}).`,
          ],
        ]),
    ...(answers.length === 0
      ? []
      : [
          [
            { strong: "What it is surest of: " },
            answers.map((entry) => `${entry.question.text} ${answerInWords(entry)}`).join(" "),
          ],
        ]),
    ...(source.claims.length === 0
      ? []
      : [
          [
            { strong: "Of the claims held against the record: " },
            `${auditCounts(source.claims)}. ${triedInWords(study)}`,
          ],
        ]),
    [
      { strong: `${percent(quiet.mean)} of the months ahead are quiet` },
      `, on average over the futures.${ruled.length === 0 ? "" : ` ${whoever(ruled)}`}`,
    ],
    ...scoreOf(judged),
  ];
}

/** Questions that the model, not the case, answers: those furthest from one half first. */
export function telling(asked: readonly Asked[]): readonly Asked[] {
  return asked
    .filter((entry) => !entry.outside)
    .sort((a, b) => Math.abs(b.answer.probability - 0.5) - Math.abs(a.answer.probability - 0.5));
}

/** "No: almost no chance (2%)." */
export function answerInWords({ answer }: Asked): string {
  const { probability } = answer;
  const side = probability > 0.5 ? "Yes" : probability < 0.5 ? "No" : "Open";
  return `${side}: ${probabilityInWords(probability)} (${percent(probability)}).`;
}

function scoreOf(judged: Judging | undefined): readonly Prose[] {
  const [model, ...rules] = judged?.cards ?? [];
  if (judged === undefined || model === undefined) return [];
  const honest = rules.filter((card) => !card.name.startsWith("Majority"));
  const better = honest.filter((card) => card.brier < card.model);
  const told = honest
    .map(
      (card) => `${card.name.toLowerCase()} ${number(card.brier, 3)} (${signed(card.model - card.brier, 3)})`,
    )
    .join("; ");
  return [
    [
      {
        strong:
          better.length === 0
            ? "Its forecasts beat every plain rule beside them: "
            : `${better.length === 1 ? "A plain rule does" : "Plain rules do"} better than its forecasts: `,
      },
      `Brier score ${number(model.brier, 3)} on ${plural(model.questions, "question")} that came out; ${told}. In brackets the model less the rule on the same questions: below 0 the model is better.`,
    ],
  ];
}
