import * as z from "zod";
import { dayOf, isoDate, readDate, seeded, TawazunError } from "../../base/index.ts";
import { pointed } from "../../behave/index.ts";
import type { Case } from "../../case/index.ts";
import { whoOf } from "../../events/index.ts";
import { caseEvents, type EventChoice, type EventMaterial, logEvents } from "../fit/case-events.ts";
import { checkFit } from "../fit/check.ts";
import { checkJson, checkParts } from "../fit/check-tables.ts";
import { TYPES, withTypes } from "../fit/event-types.ts";
import { fitFile, type Made } from "../fit/fit-file.ts";
import { type FittedModel, fitModel, type PriorChoice, priorOf } from "../fit/fit-model.ts";
import { FORMATS, fitContents, fitJson, fitText } from "../fit/fit-output.ts";
import { clearOnes, type Showing } from "../fit/fit-tables.ts";
import { type AskedModel, modelsOf } from "../fit/models.ts";
import { triedLater } from "../fit/tried.ts";
import { writeFit } from "../fit/write-fit.ts";
import { findingLines, openCase, unusable } from "../open.ts";
import { type Lent, type Outcome, verb } from "../verb.ts";

const MOST_FINDINGS = 10;

const day = z
  .string()
  .refine((text) => readDate(text) !== undefined, { error: "a date is written 2012, 2012-01 or 2012-01-10" });

const options = z.object({
  rate: z
    .string()
    .optional()
    .meta({ description: "formula of who acts next; beginning with 1 +, also of when" }),
  choice: z.string().optional().meta({ description: "formula of toward whom" }),
  type: z.string().optional().meta({ description: "formula of whether an act is hostile" }),
  rem: z
    .string()
    .optional()
    .meta({ description: "formula of which pair is next; beginning with 1 +, also of when" }),
  coordination: z.string().optional().meta({ description: "formula of which two agree" }),
  controls: z.coerce.number().int().min(1).max(1000).optional().meta({
    description: "with --rem: pairs drawn beside each event's own, for large data; default: all pairs",
  }),
  prior: z.string().default("auto").meta({
    description:
      "what holds coefficients where events are few: auto (weak below 200 events), weak, engine (the play's defaults), none, or a deviation around 0",
  }),
  robust: z.boolean().default(false).meta({ description: "standard errors that do not trust the model" }),
  level: z.coerce.number().min(0.5).max(0.999).default(0.95).meta({ description: "level of the intervals" }),
  case: z
    .string()
    .optional()
    .meta({ description: "with a file of events: folder of a case that says who is who" }),
  from: day.optional().meta({ description: "first day explained; earlier events are the past" }),
  to: day.optional().meta({ description: "last day read" }),
  counts: z
    .enum(["weight", "one"])
    .default("weight")
    .meta({ description: "what an event adds to a tie: weight (by its Goldstein intensity) or one" }),
  types: z.enum(TYPES).optional().meta({
    description:
      "acts told apart by the type model: tone (hostile or friendly) or plover; default: tone, but plover for --type with 1,000 events or more",
  }),
  typesLeast: z.coerce
    .number()
    .int()
    .min(1)
    .default(30)
    .meta({ description: "with plover types: those with fewer events are joined" }),
  check: z.boolean().default(false).meta({
    description:
      "see whether the fit holds: streams drawn from it beside the observed one, change points, ranking of later events, calibration, outliers",
  }),
  checkRuns: z.coerce
    .number()
    .int()
    .min(20)
    .max(100_000)
    .default(200)
    .meta({ description: "with --check: streams drawn" }),
  checkPlot: z.string().optional().meta({
    description: "file.svg for a picture of observed features beside those of drawn streams; checks too",
  }),
  seed: z
    .string()
    .default("tawazun")
    .meta({ description: "text from which drawn pairs and drawn streams follow" }),
  format: z.enum(FORMATS).default("table").meta({ description: "table, json, md, latex or csv" }),
  plot: z.string().optional().meta({ description: "file.svg for a plot of the coefficients" }),
  contents: z
    .boolean()
    .default(false)
    .meta({ description: "with --format json: give the plot and the tables with the data too" }),
  save: z
    .string()
    .optional()
    .meta({ description: "file.json to keep the fit in, for play and report --fit" }),
});

type Options = z.infer<typeof options>;

export const fit = verb({
  id: "fit",
  summary: "fit who acts, toward whom and in which way to events, and say what they support",
  details:
    'A formula joins statistics with +: --choice "inertia(h=30) + recip(h=30) + same(group)"; h is a half-life in days. Without a formula the statistics of the play are fitted. Prints coefficients with intervals and in words, how much of each comes from the events rather than from the prior, and what had to be left out and why.',
  places: [
    { name: "events", about: "folder of a case, or a file of events in any known form", required: true },
  ],
  options,
  async run(lent, [path], given) {
    const prior = priorOf(given.prior);
    if ((given.check || given.checkPlot !== undefined) && given.format === "csv") {
      throw new TawazunError(
        "fit/check-format",
        "The checks are several tables, which one CSV cannot hold; give --format table, json, md or latex.",
      );
    }
    refuseFlags(given);
    const choice: EventChoice = {
      from: given.from === undefined ? undefined : dayOf(given.from),
      to: given.to === undefined ? undefined : readDate(given.to)?.last,
      counts: given.counts,
    };
    const opened = await open(lent, path, given, choice);
    if ("code" in opened) return opened;
    const { source, remarks } = opened;
    const { types, typesLeast: least } = given;
    const typed = withTypes(opened.material, { types, least, own: given.type !== undefined });
    const { material } = typed;
    const { models, skipped } = asked(material, given);
    const fitted = models.map((model) => fittedModel(material, model, given, prior));
    const made = madeOf(lent, path, given, material, source);

    const showing: Showing = { level: given.level, robust: given.robust };
    const size = { runs: given.checkRuns, seed: given.seed };
    const check =
      given.check || given.checkPlot !== undefined ? await checkFit(material, fitted, size, lent) : undefined;
    const written = await writeFit(lent, given, fitted, fitFile(fitted, made), check);
    const checks = check === undefined ? [] : checkParts(check, material);
    const data = {
      ...fitJson(fitted, made, skipped, showing),
      ...(check === undefined ? {} : { check: checkJson(check) }),
    };
    const json = given.contents ? { ...data, contents: [...fitContents(fitted, showing), ...checks] } : data;
    const lines = {
      written,
      about: `${made.events} events explained, ${made.first} to ${made.last}, among ${made.actors} actors: ${path}`,
      checks,
      remarks: [...material.remarks, ...typed.says, ...skipped, ...remarks, clearOnes(fitted, given.level)],
    };
    return {
      code: check?.stopped === true ? 130 : 0,
      text: fitText(given, fitted, showing, lines, json),
      json,
    };
  },
});

/** Flags that would be passed over in silence, or whose file would hold something else than its name says. */
function refuseFlags({ controls, rem, plot, checkPlot }: Options): void {
  if (controls !== undefined && rem === undefined) {
    throw new TawazunError(
      "fit/controls",
      "--controls draws pairs for --rem: give a formula with --rem too.",
    );
  }
  for (const [flag, file] of [
    ["--plot", plot],
    ["--check-plot", checkPlot],
  ] as const) {
    if (file === undefined || /\.svg$/i.test(file)) continue;
    throw new TawazunError("fit/picture", `${flag} writes an SVG picture; name a file.svg, not "${file}".`);
  }
}

interface OpenedEvents {
  readonly material: EventMaterial;
  readonly source: Case | undefined;
  /** What could not be read. */
  readonly remarks: readonly string[];
}

/** The events of a case folder, or of files; those of files in the case's names, where one is named. */
async function open(
  lent: Lent,
  path: string,
  given: Options,
  choice: EventChoice,
): Promise<OpenedEvents | Outcome> {
  const opened = await openCase(lent, path);
  if (opened.source !== undefined) {
    return { material: caseEvents(opened.source, choice), source: opened.source, remarks: [] };
  }
  if (opened.folder !== undefined) return unusable(path, opened);
  const named = given.case === undefined ? undefined : await openCase(lent, given.case);
  if (given.case !== undefined && named !== undefined && named.source === undefined)
    return unusable(given.case, named);
  const source = named?.source;
  const who = source === undefined ? undefined : whoOf(source);
  const read = await lent.readEventFiles([path], { who, knownOnly: who !== undefined });
  const findings = read.files.flatMap((file) => file.findings);
  const remarks = findings.length === 0 ? [] : [findingLines(findings.slice(0, MOST_FINDINGS))];
  const left = findings.length - MOST_FINDINGS;
  if (left > 0) remarks.push(`and ${left} more rows with findings.`);
  const leftOut = read.files.reduce((sum, file) => sum + file.leftOut, 0);
  if (leftOut > 0)
    remarks.push(
      `${leftOut} ${leftOut === 1 ? "event is" : "events are"} of somebody whom the case does not know: tawazun events lists them.`,
    );
  if (read.log.count === 0) {
    return {
      code: 2,
      text: [...remarks, "", `${path} holds no events that could be fitted.`].join("\n"),
      json: { path, findings },
    };
  }
  const material = source === undefined ? logEvents(read.log, choice) : caseEvents(source, choice, read.log);
  return { material, source, remarks };
}

/** The models asked for; a mistake in a formula is shown where it stands. */
function asked(material: EventMaterial, given: Options): ReturnType<typeof modelsOf> {
  const texts = [given.rate, given.choice, given.type, given.rem, given.coordination];
  return pointing(
    texts.find((text) => text !== undefined) ?? "",
    () => modelsOf(material.data, given),
    texts,
  );
}

function fittedModel(
  { data }: EventMaterial,
  model: AskedModel,
  given: Options,
  prior: PriorChoice,
): FittedModel {
  const choice = {
    prior,
    robust: given.robust,
    controls: given.controls,
    random: () => seeded(given.seed).fork("controls"),
  };
  return pointing(model.formula, () => {
    const made = fitModel(data, model, choice);
    return { ...made, tried: triedLater(data, made, choice) };
  });
}

/** Does something with a formula; what it refuses is said with a mark under the formula. */
function pointing<T>(text: string, act: () => T, texts: readonly (string | undefined)[] = [text]): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof TawazunError) || !/^(formula|statistic)\//.test(error.code)) throw error;
    const said = texts.flatMap((each) => {
      try {
        return each === undefined ? [] : [pointed(each, error.message)];
      } catch {
        return [];
      }
    });
    throw new TawazunError(error.code, said.find((each) => each !== error.message) ?? error.message);
  }
}

function madeOf(
  lent: Lent,
  path: string,
  given: Options,
  { data }: EventMaterial,
  source: Case | undefined,
): Made {
  const { time } = data.dependent;
  const flags = (["rate", "choice", "type", "rem", "coordination"] as const).flatMap((name) =>
    given[name] === undefined ? [] : [`--${name} "${given[name]}"`],
  );
  const others = (
    ["case", "controls", "prior", "from", "to", "counts", "types", "typesLeast", "seed"] as const
  ).flatMap((name) =>
    given[name] === undefined || given[name] === options.shape[name].safeParse(undefined).data
      ? []
      : [`--${name === "typesLeast" ? "types-least" : name} ${given[name]}`],
  );
  return {
    version: lent.version,
    command: ["tawazun fit", path, ...flags, ...others, ...(given.robust ? ["--robust"] : [])].join(" "),
    source: path,
    ...(source === undefined ? {} : { caseId: source.head.id, caseHash: source.hash }),
    events: time.length,
    actors: data.actors.length,
    first: isoDate(Math.floor(time[0])),
    last: isoDate(Math.floor(time[time.length - 1])),
    prior: given.prior,
  };
}
