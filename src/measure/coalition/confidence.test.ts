import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confidence, type Motion, type VotingBloc } from "./index.ts";

type Act = "signed" | "for" | "against" | "away";

/** The rule as it is written, for one full list of what everybody did. */
function passes(motion: Motion, acts: readonly Act[]): boolean {
  const count = (act: Act) => acts.filter((other) => other === act).length;
  const inFavour = count("for") + count("signed");
  if (motion.kind === "votes-cast") {
    return inFavour > count("against") && inFavour + count("against") >= (motion.quorum ?? 0);
  }
  const needed = motion.needed ?? Math.floor(acts.length / 2) + 1;
  return inFavour >= needed && (motion.kind !== "signatures-first" || count("signed") >= motion.signatures);
}

/** What each member of a bloc may do under a line, by its definition. */
function choices(bloc: VotingBloc, line: boolean): [Act, number][][] {
  const {
    discipline = 0.9,
    absence = 0,
    pledgedFor = 0,
    pledgedAgainst = 0,
    pledgeKept = 1,
    signs = 1,
  } = bloc;
  const inFavour = (1 - absence) * (line ? discipline : 1 - discipline);
  return Array.from({ length: bloc.seats }, (_, member): [Act, number][] => {
    if (member < pledgedFor) {
      return [
        ["away", 1 - pledgeKept],
        ["signed", pledgeKept * signs],
        ["for", pledgeKept * (1 - signs)],
      ];
    }
    if (member < pledgedFor + pledgedAgainst) {
      return [
        ["away", 1 - pledgeKept],
        ["against", pledgeKept],
      ];
    }
    return [
      ["signed", inFavour * signs],
      ["for", inFavour * (1 - signs)],
      ["against", 1 - absence - inFavour],
      ["away", absence],
    ];
  });
}

/** The probability of passing by walking through all lines and all members' acts; some acts may be fixed. */
function byEnumeration(motion: Motion, fix?: (bloc: number, member: number) => Act | undefined): number {
  let sum = 0;
  const lines = (b: number, chance: number, members: [Act, number][][]): void => {
    if (chance === 0) return;
    if (b < motion.blocs.length) {
      const bloc = motion.blocs[b];
      const line = motion.kind === "constructive" ? bloc.line * (bloc.accepts ?? 1) : bloc.line;
      const fixed = (line_: boolean) =>
        choices(bloc, line_).map((options, member): [Act, number][] => {
          const act = fix?.(b, member);
          return act === undefined ? options : [[act, 1]];
        });
      lines(b + 1, chance * line, [...members, ...fixed(true)]);
      lines(b + 1, chance * (1 - line), [...members, ...fixed(false)]);
      return;
    }
    const walk = (m: number, probability: number, acts: readonly Act[]): void => {
      if (probability === 0) return;
      if (m === members.length) {
        if (passes(motion, acts)) sum += probability;
        return;
      }
      for (const [act, p] of members[m]) walk(m + 1, probability * p, [...acts, act]);
    };
    walk(0, chance, []);
  };
  lines(0, 1, []);
  return sum;
}

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const bloc = (id: string): fc.Arbitrary<VotingBloc> =>
  fc.integer({ min: 0, max: 2 }).chain((seats) =>
    fc
      .record({
        line: fc.oneof(probability, fc.constantFrom(0, 1)),
        discipline: probability,
        absence: fc.oneof(fc.constant(0), probability),
        pledgedFor: fc.integer({ min: 0, max: seats }),
        pledgeKept: probability,
        accepts: probability,
        signs: probability,
      })
      .map((rest) => ({ id, seats, ...rest, pledgedAgainst: Math.min(1, seats - rest.pledgedFor) })),
  );
const motions: fc.Arbitrary<Motion> = fc
  .tuple(bloc("a"), bloc("b"), bloc("c"))
  .map((blocs) =>
    blocs.every(({ seats }) => seats === 0) ? [{ ...blocs[0], seats: 2 }, blocs[1], blocs[2]] : blocs,
  )
  .chain((blocs) => {
    const all = blocs.reduce((sum, { seats }) => sum + seats, 0);
    const some = fc.integer({ min: 1, max: all });
    return fc.oneof(
      fc.constantFrom<Motion>(
        { kind: "absolute", blocs },
        { kind: "constructive", blocs },
        { kind: "votes-cast", blocs },
      ),
      some.map((needed): Motion => ({ kind: "absolute", blocs, needed })),
      some.map((quorum): Motion => ({ kind: "votes-cast", blocs, quorum })),
      some.map((signatures): Motion => ({ kind: "signatures-first", blocs, signatures })),
    );
  });

describe("the arithmetic of a vote of confidence", () => {
  it("is what comes of walking through everything the members may do", () => {
    fc.assert(
      fc.property(motions, (motion) => {
        const found = confidence(motion);
        expect(found.passes).toBeCloseTo(byEnumeration(motion), 12);
        found.pivots.forEach(({ pivot, memberPivot }, b) => {
          const { seats, pledgedFor = 0, pledgedAgainst = 0 } = motion.blocs[b];
          const whole = (act: Act) => byEnumeration(motion, (other) => (other === b ? act : undefined));
          expect(pivot).toBeCloseTo(whole("signed") - whole("against"), 12);
          if (pledgedFor + pledgedAgainst === seats) expect(memberPivot).toBe(0);
          else {
            const one = (act: Act) =>
              byEnumeration(motion, (other, m) => (other === b && m === seats - 1 ? act : undefined));
            expect(memberPivot).toBeCloseTo(one("signed") - one("against"), 12);
          }
        });
        expect(found.votesFor.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
      }),
      { numRuns: 60 },
    );
  });

  it("is certain where lines, discipline and pledges are", () => {
    const blocs = [
      { id: "government", seats: 163, line: 0, discipline: 1 },
      { id: "opposition", seats: 162, line: 1, discipline: 1 },
    ];
    const failing = confidence({ kind: "absolute", blocs });
    expect(failing.passes).toBe(0);
    expect(failing.votesFor[162]).toBe(1);
    expect(failing.byLines).toEqual({ votesFor: 162, votesAgainst: 163, slack: -1, passes: false });
    expect(failing.defections).toEqual({
      effect: "saves",
      members: 1,
      price: 1,
      from: [{ bloc: "government", members: 1 }],
      alone: ["government"],
      together: [["government"]],
    });
    expect(failing.pivots.map(({ pivot }) => pivot)).toEqual([1, 0]);
    const rebel = { ...blocs[0], pledgedFor: 1 };
    expect(confidence({ kind: "absolute", blocs: [rebel, blocs[1]] }).passes).toBe(1);
  });

  it("finds the cheapest defections, and all least sets of blocs that could turn the vote", () => {
    const { defections } = confidence({
      kind: "absolute",
      blocs: [
        { id: "large", seats: 40, line: 0, price: 5 },
        { id: "loyal", seats: 11, line: 0, pledgedAgainst: 9, price: 1 },
        { id: "partner", seats: 8, line: 0, price: 2 },
        { id: "opposition", seats: 41, line: 1 },
      ],
    });
    // 41 of the 51 needed: ten must move, two at 1, eight at 2
    expect(defections).toEqual({
      effect: "saves",
      members: 10,
      price: 18,
      from: [
        { bloc: "loyal", members: 2 },
        { bloc: "partner", members: 8 },
      ],
      alone: ["large"],
      together: [["large"], ["loyal", "partner"]],
    });
  });

  it("counts a change of side twice where votes cast decide", () => {
    const blocs = [
      { id: "a", seats: 6, line: 1, discipline: 1 },
      { id: "b", seats: 4, line: 0, discipline: 1 },
    ];
    const found = confidence({ kind: "votes-cast", blocs });
    expect(found.byLines.slack).toBe(1);
    expect(found.defections?.members).toBe(1); // 5 : 5 is no majority
  });

  it("needs the signatures before the votes", () => {
    const blocs = [{ id: "a", seats: 10, line: 1, discipline: 1, signs: 0 }];
    expect(confidence({ kind: "signatures-first", signatures: 1, blocs }).passes).toBe(0);
    expect(confidence({ kind: "absolute", blocs }).passes).toBe(1);
  });

  it("has nothing to say of defections where all are pledged", () => {
    const blocs = [{ id: "a", seats: 3, line: 1, pledgedFor: 3 }];
    expect(confidence({ kind: "absolute", blocs }).defections).toBeUndefined();
  });

  const good: VotingBloc = { id: "a", seats: 3, line: 1 };
  it.each<[string, Motion, string]>([
    ["no members", { kind: "absolute", blocs: [] }, "motion/blocs"],
    ["no seats", { kind: "absolute", blocs: [{ ...good, seats: 0 }] }, "motion/blocs"],
    ["a name twice", { kind: "absolute", blocs: [good, good] }, "motion/blocs"],
    ["half a seat", { kind: "absolute", blocs: [{ ...good, seats: 1.5 }] }, "motion/seats"],
    ["a probability above 1", { kind: "absolute", blocs: [{ ...good, line: 1.1 }] }, "motion/probability"],
    ["no number", { kind: "absolute", blocs: [{ ...good, discipline: Number.NaN }] }, "motion/probability"],
    ["more pledges than seats", { kind: "absolute", blocs: [{ ...good, pledgedFor: 4 }] }, "motion/pledges"],
    ["a price below 0", { kind: "absolute", blocs: [{ ...good, price: -1 }] }, "motion/price"],
    ["too many votes needed", { kind: "absolute", blocs: [good], needed: 4 }, "motion/needed"],
    ["a quorum of 0", { kind: "votes-cast", blocs: [good], quorum: 0 }, "motion/quorum"],
    ["half a signature", { kind: "signatures-first", blocs: [good], signatures: 0.5 }, "motion/signatures"],
  ])("refuses %s", (_, motion, code) => {
    expect(() => confidence(motion)).toThrow(expect.objectContaining({ code }));
  });
});
