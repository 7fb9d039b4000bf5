import * as z from "zod";
import { didYouMean, readDate, TawazunError } from "../../base/index.ts";
import { type Question, type RankedActor, type Ranker, ranker } from "../../behave/index.ts";
import { table, tablePlain } from "../../show/index.ts";
import { dayName, type EventStream, openStream } from "../rank/event-stream.ts";
import { verb } from "../verb.ts";

/** So many of a candidate's reasons are said; the data hold all. */
const REASONS = 6;
/** Over these last parts of the events it is seen how well the answers were. */
const CHECKED = 0.2;

const options = z.object({
  source: z.string().optional().meta({ description: "who acts; ranks whom it will act toward" }),
  type: z.string().meta({ description: "type of the act, as the events name it" }),
  target: z.string().optional().meta({ description: "who is acted toward; ranks who will act" }),
  at: z.string().optional().meta({
    description: "date, or number of a day; only earlier events count. The day after the last if left out",
  }),
  most: z.coerce.number().int().min(1).max(1000).default(10).meta({ description: "actors to list" }),
  why: z.coerce
    .number()
    .int()
    .min(0)
    .max(100)
    .default(3)
    .meta({ description: "actors whose reasons are said" }),
  learn: z.coerce.number().int().min(1).default(20_000).meta({
    description: "events to learn from, the latest; earlier ones are remembered only",
  }),
});

/** How well the questions of the last events were answered, each from what was before its day. */
interface Check {
  questions: number;
  reciprocal: number;
  first: number;
}

export const rank = verb({
  id: "rank",
  summary: "rank who is acted toward, or who acts, next, with probabilities and reasons",
  details:
    "Asks toward whom --source will do --type next, or who will do it to --target. The choice model learns from the events themselves: what each has done to the other, when, and in which way; who is popular; who is at home where. A reason is what a statistic adds to the log odds of an actor against all others.",
  places: [
    {
      name: "events",
      about:
        "folder of a case, file of events in any known form (text, packed with gzip, Parquet), or folder with entity2id.txt and train.txt",
      required: true,
    },
  ],
  options,
  async run(lent, [path], given) {
    if (given.source === undefined && given.target === undefined) {
      throw new TawazunError(
        "rank/question",
        "Give --source to ask toward whom, or --target to ask who acts.",
      );
    }
    const stream = await openStream(lent, path);
    if ("code" in stream) return stream;
    const type = typeNamed(stream, given.type);
    const questions: Question[] = [];
    if (given.source !== undefined)
      questions.push({ actor: actorNamed(stream, given.source), type, asks: "target" });
    if (given.target !== undefined)
      questions.push({ actor: actorNamed(stream, given.target), type, asks: "source" });
    const at = dayAsked(stream, given.at);
    const { made, check, learned } = learnedFrom(stream, at, given.learn, lent.signal);
    const loops = stream.days.some(({ source, target }) =>
      Array.from(source).some((actor, k) => actor === target[k]),
    );
    const answers = questions.map((question) => {
      const ranked = made.rank(question, at, stream.actors.length);
      return { question, ranked: loops ? ranked : withoutSelf(ranked, question.actor) };
    });
    const name = (actor: number): string => stream.actors[actor].name;
    const asked = ({ actor, asks }: Question): string =>
      asks === "target"
        ? `${name(actor)} → ${stream.types[type]} → ? at ${dayName(stream, at)}`
        : `? → ${stream.types[type]} → ${name(actor)} at ${dayName(stream, at)}`;
    return {
      code: 0,
      text: [
        ...stream.remarks,
        ...answers.map(({ question, ranked }) => answerText(asked(question), ranked, name, given)),
        checkText(check, learned, stream),
      ].join("\n\n"),
      json: {
        at: dayName(stream, at),
        type: stream.types[type],
        learnedFrom: learned,
        check: {
          questions: check.questions,
          ...(check.questions === 0
            ? {}
            : { mrr: check.reciprocal / check.questions, hits1: check.first / check.questions }),
        },
        answers: answers.map(({ question, ranked }) => ({
          asks: question.asks,
          of: name(question.actor),
          candidates: ranked.length,
          ranked: ranked
            .slice(0, given.most)
            .map(({ actor, ...rest }, k) => ({ rank: k + 1, actor: name(actor), ...rest })),
        })),
      },
    };
  },
});

const plain = (name: string): string => name.toLowerCase().replaceAll("_", " ").trim();

function actorNamed({ actors }: EventStream, given: string): number {
  const wanted = plain(given);
  const at = actors.findIndex(({ name, also }) => [name, ...also].some((each) => plain(each) === wanted));
  if (at >= 0) return at;
  const names = actors.flatMap(({ name, also }) => [name, ...also]);
  const within = names.filter((each) => plain(each).includes(wanted)).slice(0, 3);
  const near = didYouMean(given, names);
  const hint =
    near !== "" || within.length === 0
      ? near
      : ` Did you mean ${within.map((each) => `"${each}"`).join(" or ")}?`;
  throw new TawazunError("rank/actor", `There is no actor "${given}" in these events.${hint}`);
}

function typeNamed({ types }: EventStream, given: string): number {
  const at = types.findIndex((type) => plain(type) === plain(given));
  if (at >= 0) return at;
  const near = didYouMean(given, types);
  const hint =
    near === "" ? ` They have ${types.slice(0, 8).join(", ")}${types.length > 8 ? ", …" : ""}.` : near;
  throw new TawazunError("rank/type", `There is no type "${given}" in these events.${hint}`);
}

function dayAsked(stream: EventStream, given: string | undefined): number {
  const first = stream.days[0].day;
  const last = stream.days[stream.days.length - 1].day;
  if (given === undefined) return last + 1;
  const date = stream.dayZero === undefined ? undefined : readDate(given);
  const day = date === undefined ? Number(given) : date.first - (stream.dayZero ?? 0);
  if ((stream.dayZero !== undefined && date === undefined) || !Number.isInteger(day)) {
    throw new TawazunError(
      "rank/at",
      stream.dayZero === undefined
        ? `--at is "${given}"; these events count days from an unnamed first one: give a whole number, such as ${last + 1}.`
        : `--at is "${given}"; a date is written 2012, 2012-01 or 2012-01-10.`,
    );
  }
  if (day > first && day <= last + 366) return day;
  throw new TawazunError(
    "rank/at",
    `--at is ${dayName(stream, day)}; the events reach from ${dayName(stream, first)} to ${dayName(stream, last)}: ask for a day after the first, and at most a year after the last.`,
  );
}

/** Where nobody ever acted toward itself, nobody is expected to: what it was given is shared among the others. */
function withoutSelf(ranked: readonly RankedActor[], self: number): readonly RankedActor[] {
  const others = ranked.filter(({ actor }) => actor !== self);
  const total = others.reduce((sum, { probability }) => sum + probability, 0);
  return others.length === ranked.length
    ? ranked
    : others.map((other) => ({ ...other, probability: other.probability / total }));
}

function learnedFrom(
  stream: EventStream,
  at: number,
  learn: number,
  signal: AbortSignal | undefined,
): { readonly made: Ranker; readonly check: Check; readonly learned: number } {
  const days = stream.days.filter(({ day }) => day < at);
  const counts = days.map(({ source }) => source.length);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const made = ranker({
    actors: stream.actors.length,
    types: stream.types.length,
    days: at + 1,
    actorNames: stream.actors.map(({ name }) => name),
    typeNames: stream.types,
  });
  const check: Check = { questions: 0, reciprocal: 0, first: 0 };
  let before = 0;
  let learned = 0;
  days.forEach((day, k) => {
    signal?.throwIfAborted();
    const learning = total - before <= learn || total - before - counts[k] < learn;
    const checking = before >= (1 - CHECKED) * total;
    made.take(day, {
      learn: learning,
      ...(checking
        ? {
            asked({ rank: place }) {
              check.questions += 1;
              check.reciprocal += 1 / place;
              if (place <= 1) check.first += 1;
            },
          }
        : {}),
    });
    if (learning) learned += counts[k];
    before += counts[k];
  });
  return { made, check, learned };
}

function answerText(
  title: string,
  ranked: readonly RankedActor[],
  name: (actor: number) => string,
  { most, why }: { readonly most: number; readonly why: number },
): string {
  if (ranked.length === 0) return `${title}\nNothing before that day lets anybody be expected.`;
  const known = { act: "by this act", pair: "by other acts", nothing: "not yet" } as const;
  const shown = ranked.slice(0, most);
  const rest = ranked.slice(most).reduce((sum, { probability }) => sum + probability, 0);
  const lines = [
    tablePlain(
      table(
        title,
        [
          { key: "rank", name: "Rank", digits: 0 },
          { key: "actor", name: "Actor", wide: true },
          { key: "probability", name: "Probability", unit: "probability", digits: 1 },
          { key: "known", name: "Met" },
        ],
        shown.map(({ actor, probability, known: how }, k) => ({
          rank: k + 1,
          actor: name(actor),
          probability,
          known: known[how],
        })),
      ),
      110,
    ),
  ];
  if (ranked.length > most)
    lines.push(`${ranked.length - most} further candidates share ${(100 * rest).toFixed(1)} per cent.`);
  for (const { actor, because } of shown.slice(0, why)) {
    const said = because
      .slice(0, REASONS)
      .map(
        ({ statistic, logOdds }) =>
          `  ${logOdds > 0 ? "+" : "−"}${Math.abs(logOdds).toFixed(2)}  ${statistic}`,
      );
    lines.push(`Why ${name(actor)}, in log odds:\n${said.join("\n")}`);
  }
  return lines.join("\n");
}

function checkText({ questions, reciprocal, first }: Check, learned: number, stream: EventStream): string {
  const from = `Learned from ${learned} of ${stream.events} events among ${stream.actors.length} actors.`;
  if (questions === 0) return `${from} Too few to see how good the answers are.`;
  const mean = (reciprocal / questions).toFixed(2);
  return `${from} How good are the answers? Asked about each of the last events before its day (${questions} questions), the one who was right stood first in ${((100 * first) / questions).toFixed(0)} per cent; the mean of 1 / rank was ${mean}. Probabilities are among the candidates: those met, popular or near.`;
}
