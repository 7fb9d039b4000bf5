import type { Case, Outcome as CaseOutcome } from "../../case/index.ts";
import type { ReadRegistry } from "../../forecast/index.ts";
import { tablePlain } from "../../show/index.ts";
import { scoreTable } from "../score-table.ts";
import type { Outcome } from "../verb.ts";
import { judgeRegister } from "./judge-registered.ts";

/** The scores of a register, as a verb ends: refused where its chain does not hold. */
export function registerOutcome(
  file: string,
  register: ReadRegistry,
  source: Case,
  outcomes: readonly CaseOutcome[],
): Outcome {
  const [fault] = register.faults;
  if (fault !== undefined) {
    return {
      code: 1,
      text: `${file}:${fault.line}: error: ${fault.message}\n\nA register that does not hold is not scored.`,
      json: { file, faults: register.faults },
    };
  }
  const found = judgeRegister(source, register.entries, outcomes);
  const why = new Map<string, number>();
  for (const { why: reason } of found.left) why.set(reason, (why.get(reason) ?? 0) + 1);
  return {
    code: 0,
    text: [
      ...(found.cards.length === 0
        ? [`No forecast of ${source.head.id} in ${file} can be scored yet.`]
        : [
            tablePlain(
              scoreTable(
                "Registered forecasts, scored (lower is better; Brier 0…1)",
                "Registered",
                found.cards,
              ),
            ),
          ]),
      "",
      ...[...why].map(([reason, count]) => `Not scored: ${count}, ${reason}.`),
      "Only forecasts registered before the day on which a question was settled are forecasts.",
    ].join("\n"),
    json: { file, ...found },
  };
}
