import {
  anchorId,
  dateInWords,
  listOf,
  number,
  type Part,
  type Prose,
  percent,
  plural,
  type Section,
  table,
} from "../../show/index.ts";
import type { Study } from "../study.ts";
import { isDetected, triedInWords, VERDICT_WORDS } from "./alleged-causes.ts";
import { auditCounts } from "./claims.ts";
import { answerInWords, telling } from "./findings.ts";
import type { Judging } from "./judging.ts";
import { drawsOf } from "./over-runs.ts";
import { askedOf } from "./questions.ts";
import { actorShares } from "./share-rows.ts";
import { stabilityOf, whoever } from "./stability.ts";
import { ruleOf } from "./violence-scores.ts";

const MOST_ACTORS = 6;
const MOST_ANSWERS = 6;
const FEW_DRAWS = 10;

/** The case in one screen: who holds what, what is likely, which claims stand, and what to distrust. */
export function overview(study: Study, judged?: Judging): Section {
  const { source } = study;
  return {
    id: "overview",
    title: "The case in one screen",
    lead: `${source.head.polity} as of ${dateInWords(source.head.as_of)}: ${plural(source.actors.length, "actor")}, ${plural(source.events.length, "recorded event")}, ${plural(source.claims.length, "claim")} and ${plural(source.questions.length, "question")}. What follows is drawn from ${plural(study.near.to - study.near.from, "future")}; each figure is taken up again, with how it was made, in the section it leads to.`,
    parts: [
      ...holders(study),
      { kind: "subheading", title: "What the model is surest of" },
      answers(study),
      { kind: "subheading", title: "Which claims stand" },
      { kind: "items", items: claimsInShort(study) },
      { kind: "subheading", title: "Stability" },
      { kind: "paragraph", text: stabilityInShort(study) },
      { kind: "subheading", title: "What to distrust" },
      { kind: "items", items: distrust(study, judged) },
    ],
  };
}

function holders(study: Study): readonly Part[] {
  const rows = actorShares(study, MOST_ACTORS);
  if (rows.length === 0)
    return [{ kind: "paragraph", text: "The case tells of nothing that anybody holds." }];
  return [
    table(
      "Who holds how much power",
      [
        { key: "name", name: "Actor, with all that it leads", wide: true },
        { key: "now", name: "Now", unit: "share", digits: 1, measure: "power-share" },
        { key: "median", name: "Median at the end", unit: "share", digits: 1, measure: "median" },
        { key: "low80", name: "80% from", unit: "share", digits: 1, measure: "band80" },
        { key: "high80", name: "to", unit: "share", digits: 1 },
      ],
      rows.map(({ name, now, median, low80, high80 }) => ({ name, now, median, low80, high80 })),
    ),
    {
      kind: "paragraph",
      text: [
        "How it is measured: ",
        { text: "who has power", to: "#power" },
        ". How it moves: ",
        { text: "the futures", to: "#futures" },
        ".",
      ],
    },
  ];
}

function answers(study: Study): Part {
  const asked = telling(askedOf(study)).slice(0, MOST_ANSWERS);
  if (asked.length === 0)
    return { kind: "paragraph", text: "The case asks no question that the model could answer." };
  return {
    kind: "items",
    items: asked.map(
      (entry): Prose => [
        { text: entry.question.text, to: `#${anchorId(entry.question.id)}` },
        ` ${answerInWords(entry)}`,
      ],
    ),
  };
}

function claimsInShort(study: Study): readonly Prose[] {
  const { source, tried } = study;
  if (source.claims.length === 0) return ["The case lists no claims."];
  const contradicted = source.claims.filter((claim) => claim.audit.verdict === "contradicted");
  const detected = tried.filter(isDetected);
  return [
    `By the record: ${auditCounts(source.claims)}.`,
    ...contradicted.map(
      (claim): Prose => [
        { strong: "The record contradicts: " },
        { text: claim.text, to: `#${anchorId(claim.id)}` },
      ],
    ),
    triedInWords(study),
    ...detected.map(
      ({ experiment, verdict }): Prose => [
        { strong: `By experiment ${VERDICT_WORDS[verdict]}: ` },
        { text: experiment.claim.text, to: `#${anchorId(`effect ${experiment.claim.id}`)}` },
      ],
    ),
  ];
}

function stabilityInShort(study: Study): Prose {
  const { whole, crisis, violence, arms } = stabilityOf(study);
  const parts = [
    `a crisis of government in ${percent(crisis.mean)}`,
    ...(study.violence === undefined ? [] : [`violence above its trend in ${percent(violence.mean)}`]),
    `armed confrontation in ${percent(arms.mean)}`,
  ];
  return [
    `${percent(whole.mean)} of the months are `,
    { text: "quiet", to: "#stability" },
    `; there is ${listOf(parts)}.${study.ruled.length === 0 ? "" : ` ${whoever(study.ruled)}`}`,
  ];
}

/** Whether nobody can move, or paces had to be held down: what is played is then not what the case says. */
function stillOrHeldBack({ near }: Study): readonly string[] {
  const held = near.bounded.reduce((sum, one) => sum + one, 0);
  return [
    ...(near.kinds.some((count) => count > 0)
      ? []
      : [
          "No move came off in any future: none was open to an actor of this case, or none did. Whatever hangs on a move is a sure no. Look at who has to do with whom, and at who acts.",
        ]),
    ...(held === 0
      ? []
      : [
          `In ${plural(held, "future")} of ${number(near.to - near.from)} some actor would have moved more often than the play allows, and was held back: look at the pace of the case's actors.`,
        ]),
  ];
}

/** What a reader must know before using the numbers: found by looking at the study, not written for a case. */
function distrust(study: Study, judged: Judging | undefined): readonly Prose[] {
  const rule = ruleOf(study.violence);
  const spread = askedOf(study)
    .filter((entry) => entry.answer.spread > 0.1)
    .sort((a, b) => b.answer.spread - a.answer.spread);
  const outside = askedOf(study).filter((entry) => entry.outside);
  const [model, ...rules] = judged?.cards ?? [];
  const winners = rules.filter((card) => card.brier < card.model);
  return [
    [
      study.behaviour === undefined
        ? "The coefficients of behaviour are defaults, not fitted to this case: see "
        : "The coefficients of behaviour are fitted to events, of which there are few: see ",
      { text: "How they behave", to: "#behaviour" },
      ".",
    ],
    ...(model === undefined || winners.length === 0
      ? []
      : [
          `On the questions that came out, ${listOf(winners.map((card) => card.name.replace(/^./, (letter) => letter.toLowerCase())))} scored better than the model.`,
        ]),
    ...stillOrHeldBack(study),
    ...(rule === undefined
      ? []
      : [
          `For violence one month ahead, the plain rule “${rule.name.toLowerCase()}” did better than the model on past months: futures draw their counts from it.`,
        ]),
    ...(outside.length === 0
      ? []
      : [
          `${plural(outside.length, "question")} ${outside.length === 1 ? "is" : "are"} decided by the case's own probabilities; the model adds nothing to them.`,
        ]),
    ...(spread.length === 0
      ? []
      : [
          `The uncertain inputs move ${plural(spread.length, "answer")} by a standard deviation of more than 10 points, most of all “${spread[0].question.text}” (${percent(spread[0].answer.spread)}).`,
        ]),
    ...(drawsOf(study) < FEW_DRAWS
      ? [
          `Only ${plural(drawsOf(study), "draw")} of the uncertain inputs ${drawsOf(study) === 1 ? "was" : "were"} played: intervals are wide or missing. Play more futures.`,
        ]
      : []),
    ...(study.stopped ? ["The study was stopped before its end; some experiments may be missing."] : []),
  ];
}
