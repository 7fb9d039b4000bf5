import { TawazunError } from "../../base/index.ts";
import { level, type Plot } from "../draw/axes.ts";
import { glyph, SHAPES } from "../draw/glyph.ts";
import { type Entry, legend, lineMark } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { percent } from "../say/number.ts";
import { plural } from "../say/words.ts";
import { type Column, table } from "../tables/table.ts";
import { placeRows, whisker } from "./rows.ts";

/** A question with its answer. */
export interface QuestionAnswer {
  readonly id: string;
  readonly text: string;
  readonly group?: string;
  readonly probability: number;
  /** 95% confidence interval of sampling. */
  readonly sampling?: readonly [number, number];
  /** Spread from uncertain inputs. */
  readonly inputs?: readonly [number, number];
  /** What other ways of answering say, by name. */
  readonly baselines?: { readonly [name: string]: number };
  /** What came true, where it is known. */
  readonly outcome?: boolean;
}

export interface ProbabilitiesData {
  readonly questions: readonly QuestionAnswer[];
  /** Level of the inputs' spread; 0.9 if not given. */
  readonly inputsLevel?: number;
}

const WIDTH = 960;
const NAMES = 392;
const OTHERS = SHAPES.slice(3);

/** The distance between the answer and what came true, as a word. */
function verdict(question: QuestionAnswer): string {
  if (question.outcome === undefined) return "";
  const given = question.outcome ? question.probability : 1 - question.probability;
  return given > 0.5 ? "expected" : given < 0.5 ? "not expected" : "even";
}

/**
 * Probabilities of questions, a row each: the answer, its sampling error (thick), its spread from uncertain
 * inputs (thin), what baselines say, and at the right what came true.
 *
 * @throws {TawazunError} `show/empty` without questions; `show/probability` outside 0…1.
 * @example
 * ```ts
 * import { probabilities } from "tawazun/show";
 * const questions = [{ id: "q01", text: "Is he still prime minister?", probability: 0.83, outcome: true }];
 * probabilities({ questions }, { id: "q", title: "Questions", method: "By hand." }).alt;
 * //=> "Probabilities of 1 question; 1 above one half. Of 1 whose outcome is known, 1 came out on the side expected."
 * ```
 */
export function probabilities(data: ProbabilitiesData, options: PictureOptions): Picture {
  const questions = together(data.questions);
  if (questions.length === 0) throw new TawazunError("show/empty", "There are no questions to show.");
  for (const { id, probability } of questions) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new TawazunError(
        "show/probability",
        `The answer to "${id}" is ${probability}; it must be from 0 to 1.`,
      );
    }
  }
  const others = [...new Set(questions.flatMap((question) => Object.keys(question.baselines ?? {})))];
  const known = questions.filter((question) => question.outcome !== undefined);
  const key = legend(entries(data, others, known.length > 0), { x: 8, y: 4, width: WIDTH - 16 });
  const rows = placeRows(
    questions.map((question) => ({ name: question.text, group: question.group })),
    { top: key.height + 12, left: 8, width: NAMES },
  );
  const right = known.length > 0 ? WIDTH - 150 : WIDTH - 60;
  const plot: Plot = { left: NAMES + 30, right, top: key.height + 12, bottom: rows.bottom + 4 };
  const x = level(plot, { low: 0, high: 1, unit: "probability", about: 5 });
  const marks = questions.flatMap((question, i): Child[] => {
    const { y } = rows.rows[i];
    return [
      el("line", { class: "hair", x1: plot.left, x2: plot.right, y1: y, y2: y }),
      ...whisker(y, x.scale, { thick: question.sampling, thin: question.inputs }, "kaccent"),
      ...others.map((name, k) => {
        const value = question.baselines?.[name];
        if (value === undefined) return undefined;
        const at = { x: x.scale(value), y, r: 4.5 };
        return glyph(OTHERS[k % 5], at, { fill: "fsoft", stroke: "ksoft" }, `${name}: ${percent(value)}`);
      }),
      el(
        "circle",
        { class: "faccent kpage", "stroke-width": 1, cx: x.scale(question.probability), cy: y, r: 5.5 },
        el("title", {}, `${question.text} ${percent(question.probability, 1)}`),
      ),
      el("text", { class: "end bold", x: right + 46, y: y + 4.5 }, percent(question.probability)),
      ...outcome(question, right + 62, y),
    ];
  });
  const right50 = known.filter((question) => verdict(question) === "expected").length;
  const likely = questions.filter((question) => question.probability > 0.5).length;
  return framed(options, {
    width: WIDTH,
    height: rows.bottom + 30,
    alt: `Probabilities of ${plural(questions.length, "question")}; ${likely} above one half.${
      known.length > 0
        ? ` Of ${known.length} whose outcome is known, ${right50} came out on the side expected.`
        : ""
    }`,
    table: probabilityTable(data, others, options.title),
    marks: [...key.marks, ...x.marks, ...rows.marks, ...marks],
  });
}

function outcome(question: QuestionAnswer, x: number, y: number): Child[] {
  if (question.outcome === undefined) return [];
  const text = question.outcome ? "yes" : "no";
  return [
    glyph(question.outcome ? "disc" : "ring", { x: x + 4, y, r: 5.5 }, { fill: "fink", stroke: "kink" }),
    el("text", { class: "small", x: x + 15, y: y + 4 }, text),
    verdict(question) === "not expected"
      ? el("text", { class: "small soft", x: x + 40, y: y + 4 }, "missed")
      : undefined,
  ];
}

function entries(data: ProbabilitiesData, others: readonly string[], known: boolean): Entry[] {
  const inputs = percent(data.inputsLevel ?? 0.9);
  return [
    {
      mark: (x, y) => el("circle", { class: "faccent", cx: x + 13, cy: y + 7, r: 5.5 }),
      name: "probability",
    },
    ...(data.questions.some((question) => question.sampling)
      ? [{ mark: lineMark("kaccent half", 4.5), name: "95% interval of sampling" }]
      : []),
    ...(data.questions.some((question) => question.inputs)
      ? [{ mark: lineMark("kaccent", 1.4), name: `${inputs} spread from uncertain inputs` }]
      : []),
    ...others.map(
      (name, k): Entry => ({
        mark: (x, y) =>
          glyph(OTHERS[k % 5], { x: x + 13, y: y + 7, r: 4.5 }, { fill: "fsoft", stroke: "ksoft" }),
        name,
      }),
    ),
    ...(known
      ? [
          {
            mark: (x: number, y: number) =>
              glyph("disc", { x: x + 13, y: y + 7, r: 5 }, { fill: "fink", stroke: "kink" }),
            name: "came true",
          },
          {
            mark: (x: number, y: number) =>
              glyph("ring", { x: x + 13, y: y + 7, r: 5 }, { fill: "fink", stroke: "kink" }),
            name: "did not",
          },
        ]
      : []),
  ];
}

/** The questions of a group together, groups in the order in which they first stand. */
function together(questions: readonly QuestionAnswer[]): readonly QuestionAnswer[] {
  const groups = [...new Set(questions.map((question) => question.group))];
  return groups.flatMap((group) => questions.filter((question) => question.group === group));
}

function probabilityTable(data: ProbabilitiesData, others: readonly string[], title: string) {
  const inputs = percent(data.inputsLevel ?? 0.9);
  const share = (key: string, name: string, measure?: string): Column => ({
    ...{ key, name, unit: "probability", digits: 1 },
    ...(measure === undefined ? {} : { measure }),
  });
  return table(
    title,
    [
      { key: "id", name: "Id" },
      { key: "text", name: "Question", wide: true },
      share("probability", "Probability", "probability"),
      share("samplingLow", "Sampling, low (95%)", "sampling-error"),
      share("samplingHigh", "Sampling, high (95%)"),
      share("inputsLow", `Inputs, low (${inputs})`, "input-spread"),
      share("inputsHigh", `Inputs, high (${inputs})`),
      ...others.map((name, k) => share(`other${k}`, name)),
      { key: "outcome", name: "Came true" },
    ],
    data.questions.map((question) => ({
      id: question.id,
      text: question.text,
      probability: question.probability,
      samplingLow: question.sampling?.[0],
      samplingHigh: question.sampling?.[1],
      inputsLow: question.inputs?.[0],
      inputsHigh: question.inputs?.[1],
      ...Object.fromEntries(others.map((name, k) => [`other${k}`, question.baselines?.[name]])),
      outcome: question.outcome,
    })),
  );
}
