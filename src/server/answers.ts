import * as z from "zod";

// What the server answers, for those who read its description: OpenAPI and the clients made from it. Answers are
// written as they are and not checked against these on their way out: a test holds both to the same.

const finding = z
  .object({
    code: z.string(),
    severity: z.enum(["error", "warning", "note"]),
    place: z
      .object({ file: z.string(), line: z.number().int().optional(), column: z.number().int().optional() })
      .loose(),
    message: z.string(),
  })
  .loose()
  .meta({ description: "Something that is to be said of a file of the case." });

export const caseAnswer = z
  .object({
    hash: z.string().meta({ description: "hash of all files: another hash, another case" }),
    version: z.string(),
    findings: z.array(finding),
    case: z.looseObject({}).nullable().meta({
      description: "the case as the case format says it (schema/case.json); null where the files are none",
    }),
  })
  .meta({ description: "The case as it reads now." });

export const runState = z
  .object({
    key: z.string(),
    verb: z.string(),
    options: z.record(z.string(), z.unknown()),
    asked: z.string().optional().meta({ description: "when it was asked for, in UTC" }),
    state: z.enum(["waiting", "running", "done", "failed", "stopped"]),
    progress: z.object({ done: z.number(), total: z.number(), doing: z.string() }).optional(),
    outcome: z.object({ code: z.number().int(), text: z.string(), json: z.unknown() }).optional(),
  })
  .meta({ description: "A run: what was asked, how far it is, what it found." });

export const caseFile = z
  .object({ file: z.string(), text: z.string(), hash: z.string() })
  .meta({ description: "A file of the case; an edit names the hash on which it rests." });

export const fileEntry = z.object({ file: z.string(), bytes: z.number().int(), hash: z.string() });

export const editEntry = z.object({
  id: z.number().int(),
  at: z.string(),
  file: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  undone: z.boolean(),
  act: z.string().meta({ description: "the same for all that was done, and is undone, at once" }),
});

/** What every refusal looks like. */
export const refusal = z
  .object({ code: z.string(), message: z.string() })
  .meta({ description: "Why something was not done, in words for people." });
