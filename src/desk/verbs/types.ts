import * as z from "zod";
import { cite, didYouMean, TawazunError } from "../../base/index.ts";
import {
  cameo,
  cameoName,
  type EventType,
  eventTypeSources,
  eventTypes,
  goldstein,
} from "../../events/index.ts";
import { number, type Row, type Table, table, tablePlain } from "../../show/index.ts";
import { moveKinds } from "../../simulate/index.ts";
import { verb } from "../verb.ts";

const WIDTH = 118;

/** Where we part from PLOVER's own conversion of CAMEO. */
const DEPARTURES = [
  "Ours, not PLOVER's: CAMEO 163 (embargo, boycott, sanctions) is SANCTION here and COERCE there, for an analyst who asks for sanctions means these; CAMEO 02 (appeal) is REQUEST here and dropped there. CAMEO 01 (public statements) has no type, as in PLOVER, but for 016 (deny), 018 and 019 (empathy, accord).",
];

export const types = verb({
  id: "types",
  summary: "browse the types of events: their modes, CAMEO codes, intensities, and the moves that make them",
  details:
    "Without a name, the sixteen PLOVER types that an event of a case may have. With the name of a type, all of it: modes, each CAMEO code that is mapped to it with its intensity, moves. With a CAMEO code of two to four digits, what it is mapped to. With --cameo, every code of three digits.",
  places: [
    { name: "name", about: "a type, such as SANCTION, or a CAMEO code, such as 163", required: false },
  ],
  options: z.object({
    cameo: z.boolean().default(false).meta({ description: "list every CAMEO code of three digits" }),
  }),
  async run(_lent, [name], options) {
    const sources = eventTypeSources.map(cite).join("\n");
    if (options.cameo) {
      const rows = codes();
      return {
        code: 0,
        text: `${tablePlain(codeTable("CAMEO codes", rows), WIDTH)}\n${DEPARTURES[0]}\n\n${sources}`,
        json: rows,
      };
    }
    if (name === undefined) {
      return {
        code: 0,
        text: `${tablePlain(typeTable(), WIDTH)}\n${DEPARTURES[0]}\n\nMore of one: tawazun types SANCTION. Every CAMEO code: tawazun types --cameo\n\n${sources}`,
        json: typeTable().rows,
      };
    }
    if (/^\d+$/.test(name)) return aboutCode(name);
    return aboutType(name);
  },
});

function movesOf(type: EventType): readonly string[] {
  return moveKinds.filter((kind) => kind.type === type.id).map((kind) => kind.id);
}

function typeTable(): Table {
  return table(
    "Types of events, with the mean intensity on Goldstein's scale (−10 hostile … +10 friendly)",
    [
      { key: "type", name: "Type" },
      { key: "means", name: "Meaning", wide: true },
      { key: "sign", name: "Sign" },
      { key: "manner", name: "Manner" },
      { key: "intensity", name: "Intensity", digits: 1 },
      { key: "cameo", name: "CAMEO" },
      { key: "modes", name: "Modes" },
      { key: "moves", name: "Moves", wide: true },
    ],
    eventTypes.map((type) => ({
      type: type.id,
      means: type.means,
      sign: type.sign,
      manner: type.manner,
      intensity: type.intensity,
      cameo: type.cameo.join(" "),
      modes: type.modes.length,
      moves: movesOf(type).join(", "),
    })),
  );
}

/** Every CAMEO code of three digits with what it is mapped to. */
function codes(): readonly Row[] {
  const rows: Row[] = [];
  for (let code = 10; code <= 209; code++) {
    const text = String(code).padStart(3, "0");
    const meaning = cameo(text);
    if (meaning === undefined) continue;
    rows.push({
      code: text,
      name: cameoName(text),
      type: meaning.type?.id,
      mode: meaning.mode,
      intensity: goldstein(text),
    });
  }
  return rows;
}

function codeTable(caption: string, rows: readonly Row[]): Table {
  return table(
    caption,
    [
      { key: "code", name: "CAMEO" },
      { key: "name", name: "Begins" },
      { key: "type", name: "Type" },
      { key: "mode", name: "Mode" },
      { key: "intensity", name: "Intensity", digits: 1 },
    ],
    rows,
  );
}

function aboutCode(code: string) {
  const meaning = cameo(code);
  if (meaning === undefined) {
    throw new TawazunError(
      "cameo/code",
      `There is no CAMEO code ${code}; codes have two to four digits, from 01 to 204.`,
    );
  }
  const { type, mode, intensity } = meaning;
  const departs = code.startsWith("163") || code.startsWith("02");
  return {
    code: 0 as const,
    text: [
      type === undefined
        ? `CAMEO ${code} (${cameoName(code) ?? "make statement"}) is a public statement: it has no type, as in PLOVER.`
        : `CAMEO ${code}, “${cameoName(code) ?? "?"} …”, is ${type.id} (${type.means})${mode === undefined ? "" : `, mode ${mode}`}.`,
      `Intensity on Goldstein's scale: ${number(intensity, 1)}.`,
      ...(departs ? DEPARTURES : []),
    ].join("\n"),
    json: { code, name: cameoName(code), type: type?.id, mode, intensity },
  };
}

function aboutType(name: string) {
  const type = eventTypes.find((each) => each.id === name.toUpperCase());
  if (type === undefined) {
    const known = eventTypes.map((each) => each.id);
    throw new TawazunError(
      "event/type",
      `There is no event type "${name}".${didYouMean(name.toUpperCase(), known)} There are ${known.join(", ")}.`,
    );
  }
  const mapped = codes().filter((row) => row.type === type.id);
  const moves = movesOf(type);
  return {
    code: 0 as const,
    text: [
      `${type.id}: ${type.means}.`,
      `${type.sign}, ${type.manner}; mean intensity ${number(type.intensity, 2)} on Goldstein's scale.`,
      `Modes: ${type.modes.length === 0 ? "none" : type.modes.join(", ")}.`,
      `Moves that make it: ${moves.length === 0 ? "none" : moves.join(", ")}.`,
      `Mapped to it: CAMEO ${type.cameo.join(", ")}; where two prefixes fit a code, the longer decides.`,
      "",
      tablePlain(codeTable("Its codes of three digits", mapped), WIDTH),
      ...(type.id === "SANCTION" || type.id === "COERCE" || type.id === "REQUEST" ? DEPARTURES : []),
    ].join("\n"),
    json: { ...type, moves, codes: mapped },
  };
}
