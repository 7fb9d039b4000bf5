import type { Question } from "../../case/index.ts";
import { number, type Part, percent, plural, type Section, table, tornado } from "../../show/index.ts";
import { RUNS_PER_DRAW } from "../../simulate/index.ts";
import { inputInWords } from "../sensitivity/names.ts";
import { drawnOf, type Screened, screen } from "../sensitivity/screen.ts";
import type { Study } from "../study.ts";

/** Draws that are looked at: more would take longer than they are worth beside an analysis of its own. */
const MOST_DRAWS = 200;
/** Questions whose tornado is drawn, and inputs in each. */
const MOST_PICTURES = 3;
const MOST_BARS = 8;

interface Driven {
  readonly question: Question;
  readonly screened: Screened;
}

/** Which uncertain inputs drive the answers, as far as the futures that were played anyway can tell. */
export function sensitivitySection(study: Study): Section {
  const base = { id: "sensitivity", title: "What drives the answers" } as const;
  const driven = drivenOf(study);
  if (driven.length === 0) {
    return {
      ...base,
      lead: nothingToTell(study),
      parts: [],
    };
  }
  const told = driven.filter(({ screened }) => screened.indices.some((index) => index.told));
  const [{ screened: first }] = driven;
  return {
    ...base,
    lead: `Every answer rests on ${plural(first.indices.length, "uncertain input")} of the case and of the engine. From the ${plural(first.draws, "draw")} of them that were played, ${
      told.length === 0
        ? "no single one can be told to move an answer: either many move it a little, or more futures are needed."
        : `one or more can be told to move ${told.length === 1 ? "one answer" : `${number(told.length)} of ${plural(driven.length, "answer")}`}.`
    } “tawazun sensitivity” looks closer, with futures of its own.`,
    parts: [...told.slice(0, MOST_PICTURES).map((one) => picture(study, one)), drivers(study, driven)],
  };
}

function nothingToTell({ near }: Study): string {
  const draws = Math.ceil((near.to - near.from) / RUNS_PER_DRAW);
  if (draws < 8) {
    return `Which of the uncertain inputs drive the answers cannot be told from ${plural(draws, "draw")} of them: that takes at least 8, so ${number(8 * RUNS_PER_DRAW)} futures.`;
  }
  return `No question is answered by the ${plural(near.months, "month")} played on every draw with answers that differ between draws, so there is nothing here that the uncertain inputs could drive. “tawazun sensitivity” with more months looks further.`;
}

function drivenOf(study: Study): readonly Driven[] {
  const { source, near, size, answers, stage } = study;
  const nearIds = answers.filter(({ runs }) => runs === near.to - near.from).map(({ question }) => question);
  const columns = near.answers.length / Math.max(1, near.to - near.from);
  const asked = nearIds.slice(0, columns);
  const part = { ...near, to: Math.min(near.to, near.from + MOST_DRAWS * RUNS_PER_DRAW) };
  const drawn = drawnOf(stage.world, size.seed, [part]);
  return asked.flatMap((id, q): Driven[] => {
    const question = source.questions.find((candidate) => candidate.id === id);
    if (question === undefined) return [];
    const screened = screen(
      stage.world,
      size.seed,
      [part],
      (piece, row) => piece.answers[row * columns + q],
      drawn,
    );
    return screened.indices.length === 0 ? [] : [{ question, screened }];
  });
}

function picture(study: Study, { question, screened }: Driven): Part {
  const bars = screened.indices.filter((index) => index.told).slice(0, MOST_BARS);
  const digits = (value: number): string => number(value, Math.abs(value) >= 10 ? 0 : 2);
  return tornado(
    {
      base: screened.probability,
      outcome: question.text,
      unit: "probability",
      inputs: bars.map((index) => ({
        name: inputInWords(study.stage.world, index.name),
        lowInput: digits(index.lowInput),
        highInput: digits(index.highInput),
        atLow: index.atLow,
        atHigh: index.atHigh,
      })),
    },
    {
      id: `sensitivity-${question.id}`,
      title: `What drives: ${question.text}`,
      measure: "tornado",
      method: `Mean answer in the draws with the lowest and with the highest values of each input, of ${plural(screened.draws, "draw")}; inputs that can be told from chance among all of them. No futures were played for this.`,
      sources: [{ ref: "plischke2013" }],
    },
  );
}

function drivers(study: Study, driven: readonly Driven[]): Part {
  return table(
    "The foremost inputs of each answer",
    [
      { key: "id", name: "Id" },
      { key: "text", name: "Question", wide: true },
      { key: "probability", name: "Yes", unit: "probability", digits: 0, measure: "probability" },
      { key: "chance", name: "Luck's part", unit: "share", digits: 0, measure: "luck-part" },
      { key: "input", name: "Foremost input", wide: true },
      { key: "first", name: "Its part", unit: "share", digits: 0, measure: "first-order" },
      { key: "moves", name: "Answer at its low and high end", measure: "tornado" },
    ],
    driven.map(({ question, screened }) => {
      const [index] = screened.indices;
      return {
        id: question.id,
        text: question.text,
        probability: screened.probability,
        chance: screened.chance,
        ...(index.told
          ? {
              input: inputInWords(study.stage.world, index.name),
              first: index.first,
              moves: `${percent(index.atLow)} → ${percent(index.atHigh)}`,
            }
          : { input: "none can be told from chance" }),
      };
    }),
    {
      note: "Parts are of the variance of the answer between draws of the inputs. Luck's part: what chance alone would make of it with so many futures a draw. Its part: first-order index, less what chance would show. Told from chance: more than the best of all the inputs would show by chance in 19 of 20 cases. An input that is not told may still matter.",
    },
  );
}
