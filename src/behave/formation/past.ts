import { fading } from "./fading.ts";
import { type Occasion, type PastCabinet, YEAR } from "./occasion.ts";

/** Who governed how long, and with whom: years that fade with a half-life. */
export interface Experience {
  /** Years in government and out of it while in parliament, party by party. */
  readonly governed: Float64Array;
  readonly opposed: Float64Array;
  /** Years as the party of the head of government. */
  readonly led: Float64Array;
  /** n × n: years together in government, and with one in and the other out. */
  readonly together: Float64Array;
  readonly apart: Float64Array;
}

/** Governments that were no caretakers, each with the day on which the next of them began. */
export function spells({
  past,
  day,
}: Occasion): readonly { readonly cabinet: PastCabinet; readonly end: number }[] {
  const full = past.filter(({ caretaker }) => !caretaker);
  return full.map((cabinet, i) => ({ cabinet, end: full[i + 1]?.start ?? day }));
}

/** Experience of the parties of an occasion, with a half-life in years. */
export function experience(occasion: Occasion, halfLife: number): Experience {
  const { parties, day } = occasion;
  const n = parties.length;
  const found: Experience = {
    governed: new Float64Array(n),
    opposed: new Float64Array(n),
    led: new Float64Array(n),
    together: new Float64Array(n * n),
    apart: new Float64Array(n * n),
  };
  for (const { cabinet, end } of spells(occasion)) {
    // A government of a few days still was one: it counts as a twentieth of a year.
    const years = Math.max(0.05, (end - cabinet.start) / YEAR) * fading((day - end) / YEAR, halfLife);
    const stance = parties.map(({ id }) =>
      cabinet.parties.has(id) ? "in" : (cabinet.seats.get(id) ?? 0) > 0 ? "out" : "absent",
    );
    for (let i = 0; i < n; i++) {
      if (stance[i] === "in") found.governed[i] += years;
      else if (stance[i] === "out") found.opposed[i] += years;
      if (parties[i].id === cabinet.head) found.led[i] += years;
      for (let j = 0; j < n; j++) {
        if (stance[i] === "in" && stance[j] === "in") found.together[i * n + j] += years;
        else if (stance[i] !== stance[j] && stance[i] !== "absent" && stance[j] !== "absent")
          found.apart[i * n + j] += years;
      }
    }
  }
  return found;
}
