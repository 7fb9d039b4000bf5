import * as z from "zod";
import { type Lent, type Outcome, type Verb, verbs } from "../desk/index.ts";

/** A verb as the workbench offers it: the case is at hand, so that what else stands after the verb is part of its form. */
export interface Served {
  readonly id: string;
  readonly summary: string;
  readonly details: string;
  readonly form: z.ZodObject;
  begin(lent: Lent, folder: string, given: Readonly<Record<string, unknown>>): Promise<Outcome>;
}

/** Verbs that begin with a case that is there, or with the events of one. */
export const served: readonly Served[] = verbs
  .filter(
    ({ id, places: [first] }) =>
      // These two change files: they have routes of their own.
      !["new", "merge"].includes(id) &&
      (first?.name.startsWith("case") === true || id === "fit" || id === "rank"),
  )
  .map(offered);

function offered(verb: Verb): Served {
  const { id, summary, details, options } = verb;
  const further = verb.places.slice(1).filter(({ required }) => required);
  const form = options.extend(
    Object.fromEntries(
      further.map(({ name, about }) => [name, z.string().min(1).meta({ description: about })]),
    ),
  );
  return {
    id,
    summary,
    details,
    form,
    begin(lent, folder, given) {
      const rest = further.map(({ name }) => String(given[name]));
      const own = Object.entries(given).filter(([name]) => !further.some((place) => place.name === name));
      return verb.run(lent, [folder, ...rest], Object.fromEntries(own));
    },
  };
}
