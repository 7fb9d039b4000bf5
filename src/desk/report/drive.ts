import { type Drive, driveOf } from "../../forecast/index.ts";
import { number, type Part, percent, plural, table } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { quantile } from "./over-runs.ts";

/** Futures that are looked into: of those with the most signatures, evenly, so many. */
const MOST_FUTURES = 30;
const MOST_STEPS = 16;
const MOST_SIGNERS = 15;

/** The drives behind the highest counts: who had signed, what holds the count down, and one of them told. */
export function drives(study: Study): readonly Part[] {
  const { near, stage } = study;
  const { world } = stage;
  const order = [...near.signatures.keys()].sort((a, b) => near.signatures[b] - near.signatures[a] || a - b);
  const top = order.slice(0, Math.ceil(order.length / 10)).filter((row) => near.signatures[row] > 0);
  if (top.length < 2) return [];
  const looked = spread(top, MOST_FUTURES).map((row) => driveOf(stage, study.scenario, near.from + row));
  const seatsOf = (drive: Drive): number => drive.signed.reduce((sum, { seats }) => sum + seats, 0);
  const seats = Float64Array.from(looked, seatsOf).sort();
  const counts = Float64Array.from(looked, (drive) => drive.peak).sort();
  const told = driveOf(stage, study.scenario, near.from + top[top.length - 1]);
  const signers = signersOf(looked);
  return [
    {
      kind: "paragraph",
      text: `In the tenth of the futures with the most signatures, those who have signed hold ${number(quantile(seats, 0.5), 0)} seats at the median, ${number(seats[seats.length - 1], 0)} at most, of the ${number(world.quota)} needed; their signatures are ${number(quantile(counts, 0.5), 0)}, as members follow their leader only by the discipline of their bloc. What leaders could claim is the first number, what counts in the play the second.`,
    },
    table(
      "Who had signed at the height of the drive",
      [
        { key: "name", name: "Party", wide: true },
        { key: "part", name: "Of the futures looked into", unit: "share" },
        { key: "seats", name: "Seats", digits: 0 },
        { key: "signatures", name: "Signatures", digits: 0 },
      ],
      signers.slice(0, MOST_SIGNERS).map(({ actor, ...row }) => ({ name: world.actors[actor].name, ...row })),
      {
        note: `${plural(looked.length, "future")} of the tenth with the most signatures; seats and signatures are means over those in which the party had signed.${signers.length > MOST_SIGNERS ? ` The ${MOST_SIGNERS} that signed most often of ${signers.length}.` : ""}`,
      },
    ),
    {
      kind: "narrative",
      title: `A drive: future ${told.run}`,
      lead: `One future in ten has ${number(told.peak)} signatures or more at some time; this is one with that many. After each step stand the signatures in hand, of the ${number(world.quota)} needed (${percent(told.peak / world.quota)} at its height).${told.steps.length > MOST_STEPS ? ` The last ${plural(told.steps.length - MOST_STEPS, "step")} left out.` : ""}`,
      steps: told.steps
        .slice(0, MOST_STEPS)
        .map(({ at, text, total }) => ({ at, text: `${text} (${number(total)})` })),
    },
  ];
}

/** So many of the rows at most, evenly. */
function spread(rows: readonly number[], most: number): readonly number[] {
  if (rows.length <= most) return rows;
  return Array.from({ length: most }, (_, k) => rows[Math.floor((k * rows.length) / most)]);
}

/** Every party that had signed in some of the drives, the commonest first. */
function signersOf(looked: readonly Drive[]): readonly {
  readonly actor: number;
  readonly part: number;
  readonly seats: number;
  readonly signatures: number;
}[] {
  const sums = new Map<number, { count: number; seats: number; signatures: number }>();
  for (const { signed } of looked) {
    for (const { actor, seats, signatures } of signed) {
      const sum = sums.get(actor) ?? { count: 0, seats: 0, signatures: 0 };
      sums.set(actor, {
        count: sum.count + 1,
        seats: sum.seats + seats,
        signatures: sum.signatures + signatures,
      });
    }
  }
  return [...sums]
    .map(([actor, { count, seats, signatures }]) => ({
      actor,
      part: count / looked.length,
      seats: seats / count,
      signatures: signatures / count,
    }))
    .sort((a, b) => b.part - a.part || b.seats - a.seats || a.actor - b.actor);
}
