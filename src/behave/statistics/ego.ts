import { goldfish, type Statistic } from "./statistic.ts";

/** z(i) */
export const ego: Statistic = {
  id: "ego",
  name: "Sender attribute",
  says: "Whether actors with more of an attribute act sooner.",
  means: "z(i)",
  sources: [goldfish],
  networks: 0,
  attributes: 1,
  level: "actor",
  scales: () => false,
  start({ traits: [z], touch }) {
    return { values: z, trait: (_which, actor) => touch(actor) };
  },
};
