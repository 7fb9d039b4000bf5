// node scripts/schema.ts: writes the JSON Schemas of a case and the reference page of its format.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  caseJsonSchema,
  experimentJsonSchema,
  outcomesJsonSchema,
  scenarioJsonSchema,
  viewJsonSchema,
} from "../src/case/index.ts";
import { caseFormatPage } from "./case-format.ts";
import { root } from "./root.ts";

/** Every file that follows from the schema of a case: path in the clone → text. */
export function schemaFiles(): ReadonlyMap<string, string> {
  return new Map([
    ["schema/case.schema.json", `${JSON.stringify(caseJsonSchema(), null, 1)}\n`],
    ["schema/outcomes.schema.json", `${JSON.stringify(outcomesJsonSchema(), null, 1)}\n`],
    ["schema/experiment.schema.json", `${JSON.stringify(experimentJsonSchema(), null, 1)}\n`],
    ["schema/scenario.schema.json", `${JSON.stringify(scenarioJsonSchema(), null, 1)}\n`],
    ["schema/view.schema.json", `${JSON.stringify(viewJsonSchema(), null, 1)}\n`],
    ["docs/reference/case-format.md", caseFormatPage()],
  ]);
}

if (import.meta.main) {
  for (const [file, text] of schemaFiles()) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
}
