// The reference page of the case format: every section and field, from the schema itself.
import * as z from "zod";
import { kinds } from "../src/case/findings/codes.ts";
import { limits } from "../src/case/folder.ts";
import { TABLES } from "../src/case/read/gather.ts";
import { elementOf, type SectionName, sections } from "../src/case/schema/case.ts";
import { design, settable } from "../src/case/schema/experiment.ts";
import { provenance } from "../src/case/schema/parts.ts";
import { wordFor } from "../src/case/schema/references.ts";
import { intervention, measure, rule } from "../src/case/schema/rules.ts";
import { bare, boundsOf, keysOf, referenceOf } from "../src/case/schema/walk.ts";
import { examples } from "./case-examples.ts";

type Schema = z.core.$ZodType;

/** The page docs/reference/case-format.md. */
export function caseFormatPage(): string {
  const names = Object.keys(sections) as SectionName[];
  return `# The case format

<!-- Written by npm run generate from the schema in src/case/schema. -->

A case is a folder. Every \`*.yaml\` or \`*.yml\` file at its top may hold any of the sections below, in any split;
a list that stands in several files is joined in the order of the file names. \`outcomes.yaml\` is the exception:
only judging reads it. Folders within the case, such as \`documents/\` and \`series/\`, are read where a section names a
file in them.

- **Numbers** marked *or range* may be written \`0.5\` or as what is known of them, \`[low, mode, high]\`: a PERT
  distribution, drawn once for each future.
- **Dates** are \`2012-01-10\`, or \`2012-01\` or \`2012\` where no more is known.
- **Ids** are lower-case letters, digits and single hyphens. An arrow (→) says what an id names.
- **Tables**: ${TABLES.map((name) => `\`${name}\``).join(", ")} may also be CSV files, \`<section>.csv\`, with the
  names of fields as header. Ranges are written \`low|mode|high\`, several sources \`a; b\`; an empty cell is absent.
- **Text** is UTF-8. A byte order mark is noted and ignored. Lines may end with LF or CR LF: the texts of documents are
  read with LF, so that quotes match whichever system wrote them.
- **Sizes**: a YAML file up to ${limits.yaml / 1e6} MB, another up to ${limits.other / 1e6} MB, a folder up to ${limits.folder / 1e6} MB.
- **The hash** of a case is the SHA-256 of the files that were read (name, length and bytes of each, in name order); outcomes,
  a README and whatever no section names are not part of it.

Editors complete and check with \`schema/case.schema.json\`: put
\`# yaml-language-server: $schema=…/case.schema.json\` at the top of a file.

Sections: ${names.map((name) => `[${name}](#${name})`).join(" · ")} · [outcomes.yaml](#outcomesyaml).
In the tables, * marks what must be given; the rest may be left out.

## Fields of every datum

${fieldTable(z.object(provenance))}

Where a case has no \`default_source\`, a datum without \`source\` and without \`evidence\` is a warning.

${names.map(sectionPart).join("\n")}
## outcomes.yaml

What came true. The file is a list of outcomes, or holds \`outcomes:\` and \`sources:\` of its own.

${fieldTable(elementOf("outcomes"))}

\`\`\`yaml
outcomes:
  - { question: vale-in-office, outcome: true, resolved: 2012-12-31, source: gazette }
\`\`\`

## scenarios/

Changes to be played beside the case as it is, one file each: \`scenarios/NAME.yaml\`. A case needs none, and they are no
part of its hash. How to use them: [Ask what if](../how-to/ask-what-if.md).

${fieldTable(elementOf("scenarios"))}

\`\`\`yaml
name: No accusations before the summer
changes:
  - forbid: { move: accuse, to: 2012-06-30 }
\`\`\`

## experiments/

Which points a case is played at, one file each: \`experiments/NAME.yaml\`. A case needs none, and they are no part of its
hash. How to use them: [Run a sweep](../how-to/run-a-sweep.md).

${fieldTable(elementOf("experiments"))}

\`\`\`yaml
name: Does the tie between the two decide it?
variables:
  - { name: tie, set: { relation: { from: vale, to: ridge } }, range: [-1, 1], steps: 5 }
repetitions: 200
stop: { precision: 0.02 }
\`\`\`

## views/

What a reader chose on a page of the workbench, one file each: \`views/NAME.yaml\`. A case needs none, and they are no part
of its hash. The workbench writes them ([Use the workbench](../how-to/use-the-workbench.md)); in name order they can tell a
story.

${fieldTable(elementOf("views"))}

\`\`\`yaml
name: Two sides in spring
text: The coast and the hills have few ties left.
page: map
chosen: { colour: faction, day: 2012-03-01 }
places:
  - { actor: vale, x: 12, y: -40 }
\`\`\`

## Variables

What a variable of an experiment sets; its values are given beside it. One of:

${formTable(settable)}

## Designs

Which points an experiment plays. One of:

${formTable(design)}

## Rules

Whether a future makes a statement true: a record as below, or a line of text such as
\`"holds(prime-minister, actor: vale) on 2012-12-31"\` ([Write a question](../how-to/write-questions.md)). One of:

${formTable(rule)}

## Measures

A number read off a future: a number itself, a line of text such as \`"share(vale) on 2012-12-31"\`, or one of:

${formTable(measure)}

## Interventions

What is changed, before play or on the days that it names. One of:

${formTable(intervention)}

## What checking says

Errors stop the work, warnings and notes do not.

| code | weight | means |
| --- | --- | --- |
${Object.entries(kinds)
  .map(([code, { severity, meaning }]) => `| \`${code}\` | ${severity} | ${meaning} |`)
  .join("\n")}
`;
}

function sectionPart(name: SectionName): string {
  const nested = name === "outside" ? `\nEffects, each one of:\n\n${formTable(effectsOf())}\n` : "";
  return `## ${name}

${meaningOf(sections[name])}

${fieldTable(elementOf(name))}
${nested}
\`\`\`yaml
${examples[name]}
\`\`\`
`;
}

function effectsOf(): Schema {
  const def = bare(bare(elementOf("outside") as Schema))._zod.def;
  const effects = def.type === "object" ? bare(def.shape.effects)._zod.def : undefined;
  if (effects?.type !== "array") throw new Error("outside.effects is no list");
  return effects.element;
}

function fieldTable(schema: Schema): string {
  const rows = fields(schema, "").map(({ name, kind, meaning }) => `| ${name} | ${kind} | ${meaning} |`);
  return ["| field | value | meaning |", "| --- | --- | --- |", ...rows].join("\n");
}

interface Field {
  readonly name: string;
  readonly kind: string;
  readonly meaning: string;
}

const common = Object.keys(provenance);

/** The fields of an object, those of objects within it after them; what every datum has is said once. */
function fields(schema: Schema, under: string): readonly Field[] {
  const def = bare(schema)._zod.def;
  if (def.type !== "object") return [];
  const isDatum =
    common.every((key) => Object.hasOwn(def.shape, key)) && Object.keys(def.shape).length > common.length;
  return Object.entries(def.shape).flatMap(([key, field]) => {
    if (isDatum && common.includes(key)) return [];
    const optional = field._zod.def.type === "optional";
    const name = `${under}${key}`;
    const meaning = meaningOf(field).replaceAll("|", "\\|");
    const kind = key === "id" ? "id" : kindOf(field);
    const own = { name: `\`${name}\`${optional ? "" : " *"}`, kind, meaning };
    const inner = bare(field);
    const element = inner._zod.def.type === "array" ? inner._zod.def.element : field;
    const nested = bare(element)._zod.def.type === "object" ? fields(element, `${name}.`) : [];
    return [own, ...nested];
  });
}

function meaningOf(schema: Schema): string {
  for (let at = schema as z.core.$ZodTypes | undefined; at !== undefined; ) {
    const description = z.globalRegistry.get(at)?.description;
    if (typeof description === "string") return description;
    const def: z.core.$ZodTypeDef & { readonly innerType?: unknown } = at._zod.def;
    at = def.innerType as z.core.$ZodTypes | undefined;
  }
  return "";
}

/** What may stand in a field: `number 0…1 or range`, `→ actor`, `one of …`. */
function kindOf(schema: Schema): string {
  const inner = bare(schema);
  const def = inner._zod.def;
  const to = referenceOf(inner);
  if (to !== undefined) {
    const things = to.map((thing) => wordFor(thing).replace(/^an? /, "")).join(" or ");
    return def.type === "union" ? `→ ${things}, or a list of them` : `→ ${things}`;
  }
  switch (def.type) {
    case "string":
      return "text";
    case "boolean":
      return "true or false";
    case "number":
      return `${(inner as z.ZodNumber).isInt ? "whole number" : "number"}${span(inner)}`;
    case "literal":
      return def.values.map((value) => `\`${String(value)}\``).join(" or ");
    case "enum":
      return Object.values(def.entries)
        .map((value) => `\`${value}\``)
        .join(", ");
    case "array":
      return `list: ${kindOf(def.element)}`;
    case "tuple":
      return `[${def.items.map(kindOf).join(", ")}]`;
    case "object":
      return "keys below";
    case "record":
      return `${kindOf(def.keyType)}: ${kindOf(def.valueType)}`;
    case "union":
      return unionKind(inner, def.options);
    default:
      return def.type;
  }
}

function unionKind(schema: Schema, options: readonly Schema[]): string {
  const types = options.map((option) => bare(option)._zod.def.type);
  if (types.join() === "number,tuple") return `number${span(schema)}, or range`;
  if (types.join() === "string,number") return "date";
  if (schema === bare(rule)) return "[rule](#rules)";
  if (schema === bare(measure)) return "[measure](#measures)";
  if (schema === bare(intervention)) return "[intervention](#interventions)";
  if (schema === bare(settable)) return "[variable](#variables)";
  if (schema === bare(design)) return "[design](#designs)";
  if (schema === bare(effectsOf())) return "effect";
  if (types.every((type) => type === "object")) {
    return options.map((option) => `\`${keysOf(option)[0]}:\` ${kindOf(firstField(option))}`).join(" or ");
  }
  return [...new Set(options.map(kindOf))].join(", or ");
}

function firstField(schema: Schema): Schema {
  const def = bare(schema)._zod.def;
  return def.type === "object" ? Object.values(def.shape)[0] : schema;
}

function span(schema: Schema): string {
  const { least, most } = boundsOf(schema);
  if (least !== undefined && most !== undefined) return ` ${least}…${most}`.replaceAll("-", "−");
  if (least !== undefined) return ` ≥ ${least}`;
  return most === undefined ? "" : ` ≤ ${most}`;
}

/** The forms of a rule, a measure or an intervention, written as they are in YAML. */
function formTable(schema: Schema): string {
  const def = bare(schema)._zod.def;
  const forms =
    def.type === "union" ? def.options.filter((option) => bare(option)._zod.def.type === "object") : [];
  const rows = forms.map((form) => `| \`${written(form).replaceAll("|", "\\|")}\` | ${meaningOf(form)} |`);
  return ["| written | means |", "| --- | --- |", ...rows].join("\n");
}

function written(schema: Schema): string {
  const inner = bare(schema);
  const def = inner._zod.def;
  if (inner === bare(rule)) return "RULE";
  if (inner === bare(measure)) return "MEASURE";
  if (def.type === "object") {
    const parts = Object.entries(def.shape).map(
      ([key, field]) => `${key}${field._zod.def.type === "optional" ? "?" : ""}: ${written(field)}`,
    );
    return `{ ${parts.join(", ")} }`;
  }
  if (def.type === "array") return `[${written(def.element)}, …]`;
  if (def.type === "tuple") return `[${def.items.map(written).join(", ")}]`;
  if (def.type === "enum") return Object.values(def.entries).join(" or ");
  return kindOf(inner).replace(/^→ /, "").replaceAll("`", "").toUpperCase();
}
