// The small case with one question, for what is played beside it.
import { smallCase } from "./small-case.ts";

const question = {
  id: "q",
  text: "Will the ruler be premier at the end of July?",
  asked: "2020-01-15",
  by: "2020-07-31",
  resolution: "As it stands.",
  rule: { holds: { post: "premier", actor: "ruler" }, on: "2020-07-31" },
};

export const askedCase = () => ({ ...smallCase(), questions: [question] });
