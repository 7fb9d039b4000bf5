import { goldfish, type Statistic } from "./statistic.ts";

/** z(j) */
export const alter: Statistic = {
  id: "alter",
  name: "Receiver attribute",
  says: "Whether actors with more of an attribute are chosen sooner.",
  means: "z(j)",
  sources: [goldfish],
  networks: 0,
  attributes: 1,
  level: "actor",
  scales: () => false,
  start({ traits: [z], touch }) {
    return { values: z, trait: (_which, actor) => touch(actor) };
  },
};
