import { number, type Prose, percent, plural, probabilityInWords } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { triedInWords } from "./alleged-causes.ts";
import { auditCounts } from "./claims.ts";
import type { Compared, Judging } from "./judging.ts";
import { type Asked, askedOf, frequencyInWords } from "./questions.ts";
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
  const often =
    probability === 0 || probability === 1 ? `${frequencyInWords(answer)} futures` : percent(probability);
  return `${side}: ${probabilityInWords(probability)} (${often}).`;
}

function scoreOf(judged: Judging | undefined): readonly Prose[] {
  const [model, ...others] = judged?.cards ?? [];
  if (model === undefined) return [];
  const plain = others.filter((card) => card.kind === "plain");
  const better = plain.filter((card) => card.brier < card.model);
  const text = others.find((card) => card.kind === "text");
  const told = (card: Compared): string =>
    `${card.name.toLowerCase()} ${number(card.brier, 3)}${beside(card)}${close(card)}`;
  const beside = (card: Compared): string =>
    card.questions === model.questions
      ? ""
      : ` on ${number(card.questions)} questions (the model ${number(card.model, 3)} on the same)`;
  return [
    [
      {
        strong:
          better.length === 0
            ? "Its forecasts score better than the plain rules beside them: "
            : `${better.length === 1 ? "A plain rule does" : "Plain rules do"} better than its forecasts: `,
      },
      `Brier score ${number(model.brier, 3)} on ${plural(model.questions, "question")} that came out (0 is best); ${plain.map(told).join("; ")}.`,
      ...(text === undefined
        ? []
        : [
            ` The text's own words, turned into odds, score ${number(text.brier, 3)} on the ${plural(text.questions, "question")} it speaks to, the model ${number(text.model, 3)}.`,
          ]),
    ],
  ];
}

/** Whether the model and a rule are nearer to each other than two standard errors over the questions. */
function close(card: Compared): string {
  const apart = Math.abs(card.model - card.brier);
  return card.error === undefined || apart < 2 * card.error ? " (too close to tell)" : "";
}
