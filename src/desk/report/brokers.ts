import { brokers, type SignedNetwork } from "../../measure/index.ts";
import { type Part, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { naming, short } from "./names.ts";

const MOST = 12;

/** Who stands between others who are not friends, and in which role. */
export function brokerParts(
  study: Study,
  ties: SignedNetwork,
  partition: readonly number[],
): readonly Part[] {
  const found = brokers(ties, partition);
  if (found.length === 0) {
    return [
      {
        kind: "paragraph",
        text: "Nobody is a friend of two who are not friends themselves: there are no brokers.",
      },
    ];
  }
  const name = naming(study.source);
  return [
    table(
      "Brokers: friends of two who are not friends themselves",
      [
        { key: "actor", name: "Actor", wide: true },
        { key: "across", name: "Pairs across factions", measure: "brokerage" },
        { key: "gatekeeper", name: "as gatekeeper of its own faction" },
        { key: "itinerant", name: "between two of the other faction" },
        { key: "coordinator", name: "Pairs inside its faction", measure: "brokerage" },
        { key: "enemies", name: "of all these, enemies" },
      ],
      found.slice(0, MOST).map((broker) => ({
        actor: short(name(broker.actor)),
        across: broker.gatekeeper + broker.itinerant + broker.liaison,
        gatekeeper: broker.gatekeeper,
        itinerant: broker.itinerant,
        coordinator: broker.coordinator,
        enemies: broker.betweenEnemies,
      })),
      {
        note: `${found.length > MOST ? `The first ${MOST} of ${found.length}. ` : ""}Roles by Gould and Fernandez (1989), directions dropped. Who brokers between enemies can mediate, or be torn.`,
      },
    ),
  ];
}
