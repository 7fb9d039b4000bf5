import * as z from "zod";
import { cite } from "../../base/index.ts";
import { eventTypeSources, eventTypes } from "../../events/index.ts";
import { table, tablePlain } from "../../show/index.ts";
import { moveKinds } from "../../simulate/index.ts";
import { verb } from "../verb.ts";

export const types = verb({
  id: "types",
  summary: "list the types of events, and the kinds of moves that make them",
  details: "The names that an event of a case may give as its type (PLOVER) and as its move.",
  places: [],
  options: z.object({}),
  async run() {
    const rows = eventTypes.map((type) => ({
      type: type.id,
      name: type.name,
      sign: type.sign,
      intensity: type.intensity,
      moves: moveKinds
        .filter((kind) => kind.type === type.id)
        .map((kind) => kind.id)
        .join(", "),
    }));
    return {
      code: 0,
      text: `${tablePlain(
        table(
          "Types of events, with the mean intensity on Goldstein's scale (−10 hostile … +10 friendly)",
          [
            { key: "type", name: "Type" },
            { key: "name", name: "Meaning" },
            { key: "sign", name: "Sign" },
            { key: "intensity", name: "Intensity", digits: 1 },
            { key: "moves", name: "Moves", wide: true },
          ],
          rows,
        ),
        110,
      )}\n\n${eventTypeSources.map(cite).join("\n")}`,
      json: rows,
    };
  },
});
