import * as z from "zod";
import { id, text } from "./parts.ts";
import { ref } from "./references.ts";

const place = z
  .strictObject({
    actor: ref("actor", "bloc").meta({
      description: "Which actor; or which bloc, where it is shown as one.",
    }),
    x: z.number().meta({ description: "To the right." }),
    y: z.number().meta({ description: "Down." }),
  })
  .meta({ id: "Place" });

/** A file of `views/`: what a reader chose on a page of the workbench, kept under a name. */
export const view = z
  .strictObject({
    id: id.optional().meta({ description: "Names it; default: the name of its file." }),
    name: text("What links to it say."),
    text: text("What there is to see.").optional(),
    page: z
      .enum([
        "overview",
        "read",
        "map",
        "power",
        "behaviour",
        "futures",
        "whatif",
        "claims",
        "seat",
        "settings",
      ])
      .meta({ description: "The page of the workbench." }),
    chosen: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: "What is chosen there, as the page's address has it." }),
    places: z
      .array(place)
      .optional()
      .meta({ description: "Where actors were put on the map; others are placed by the map." }),
  })
  .meta({ id: "View" });
