import { mode } from "../../base/index.ts";
import { hemicycle, type Picture, type SeatList } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { headOfGovernment } from "./names.ts";
import type { Assembly, Unit } from "./seats.ts";

/** Lists from left to right: alliances together, then by how the members' leaders stand to the head of government. */
function seated(study: Study, units: readonly Unit[]): readonly Unit[] {
  const { world } = study.stage;
  const head = headOfGovernment(world);
  const tie = new Map<string, number>();
  const warmth = (unit: Unit): number => {
    if (head < 0) return 0;
    let sum = 0;
    let known = 0;
    for (const party of unit.parties) {
      const leader = world.decider[party];
      if (leader === world.decider[head]) return 2;
      const relation = study.source.relations.find(
        (one) => one.from === world.actors[leader].id && one.to === world.actors[head].id,
      );
      if (relation === undefined) continue;
      sum += mode(relation.value);
      known += 1;
    }
    return known === 0 ? 0 : sum / known;
  };
  const key = (unit: Unit): string => unit.alliance ?? unit.id;
  for (const unit of units) tie.set(key(unit), Math.max(tie.get(key(unit)) ?? -2, warmth(unit)));
  return [...units].sort(
    (a, b) =>
      (tie.get(key(a)) ?? 0) - (tie.get(key(b)) ?? 0) ||
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0) ||
      warmth(a) - warmth(b) ||
      b.seats - a.seats,
  );
}

/** The assembly's seats, with what has split from each list since it was elected. */
export function seatsPicture(study: Study, assembly: Assembly, sources: Picture["sources"]): Picture {
  const splits = assembly.elected.map((list) => partsOf(list, assembly.now));
  const whole = assembly.elected.length > 0 && splits.every((parts) => parts !== undefined);
  const units = seated(study, whole ? assembly.elected : assembly.now);
  const lists = units.map((unit): SeatList => {
    const parts = whole ? (partsOf(unit, assembly.now) ?? []) : [];
    return {
      id: unit.id,
      name: unit.name,
      seats: unit.seats,
      ...(unit.alliance === undefined ? {} : { bloc: unit.alliance }),
      ...(parts.length > 1 ? { parts: parts.map(({ name, seats }) => ({ name, seats })) } : {}),
    };
  });
  const head = headOfGovernment(study.stage.world);
  return hemicycle(
    { lists, quota: assembly.quota },
    {
      id: "power-seats",
      title: `${assembly.arena.name}: ${assembly.seats} seats`,
      method: `${whole ? "Seats as elected, with what has split from each list since." : "Seats as they are held on the first day."}${
        head < 0
          ? ""
          : ` From left to right by the ties of the lists' leaders to ${study.stage.world.actors[head].name}, the friendliest on the right.`
      }`,
      sources,
    },
  );
}

/** A list and what has split from it, if their seats add up to those it won. */
function partsOf(list: Unit, now: readonly Unit[]): readonly Unit[] | undefined {
  const parts = [
    ...now.filter((unit) => unit.id === list.id),
    ...now.filter((unit) => unit.from === list.id),
  ];
  const sum = parts.reduce((total, unit) => total + unit.seats, 0);
  return sum === list.seats ? parts : undefined;
}
