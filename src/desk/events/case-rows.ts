import { isoDate } from "../../base/index.ts";
import { type EventLog, eventAt, eventTypes } from "../../events/index.ts";

const types = new Map<string, string>(eventTypes.map((type) => [type.id, type.name.toLowerCase()]));

/**
 * The rows of a case's `events.csv`: every event gets an id from its day and number, and a sentence that says
 * no more than the data do.
 *
 * @returns the text, and how many events have no place in a case: public statements, which have no type, and
 * events of an actor toward itself.
 */
export function caseRows(log: EventLog, coder: string): { readonly text: string; readonly without: number } {
  const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = ["id,date,by,of,type,intensity,front,certainty,text"];
  let without = 0;
  let today = "";
  let number = 0;
  for (let e = 0; e < log.count; e++) {
    const event = eventAt(log, e);
    const type = types.get(event.type);
    if (type === undefined || event.target === event.source) {
      without += 1;
      continue;
    }
    const date = isoDate(Math.floor(event.time));
    number = date === today ? number + 1 : 1;
    today = date;
    const target = event.target === undefined ? "" : ` toward ${event.target}`;
    const cells = [
      `e-${date}-${number}`,
      date,
      event.source,
      event.target ?? "",
      event.type,
      String(Number(event.intensity.toFixed(3))),
      event.front ?? "",
      event.certainty === undefined || event.certainty === 1 ? "" : event.certainty.toFixed(3),
      `${event.source}: ${type}${target}, as coded in ${coder}.`,
    ];
    rows.push(cells.map(quoted).join(","));
  }
  return { text: `${rows.join("\n")}\n`, without };
}
