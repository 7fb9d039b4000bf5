import { type NashSide, nashProduct, twoActorNash } from "../../../src/bargain/index.ts";
import { type Checker, Comparison } from "./files.ts";

interface Case {
  readonly ti: number[];
  readonly tj: number[];
  readonly si: number[];
  readonly sj: number[];
  readonly ri: number;
  readonly rj: number;
  readonly pi: number;
  readonly bestNP: number;
  readonly best_i: number[];
  readonly best_j: number[];
  readonly bargainFound: boolean;
  readonly refinedNP?: number;
}

/** Two-actor Nash bargaining: `{ cases: [{ ti, tj, si, sj, ri, rj, pi, bestNP, … }] }`. */
export const twoActorBargains: Checker = {
  knows: ({ json }) => Array.isArray(json.cases) && json.cases[0]?.bestNP !== undefined,
  check({ file, json }) {
    const formula = new Comparison(0.002);
    const agreed = new Comparison(0.002);
    const refined = new Comparison(2e-5);
    const none = new Comparison(0.002);
    for (const one of json.cases as Case[]) {
      const sides: [NashSide, NashSide] = [
        { position: one.ti, salience: one.si, risk: one.ri },
        { position: one.tj, salience: one.sj, risk: one.rj },
      ];
      const options = { probability: one.pi };
      const bargain = twoActorNash(sides, options);
      formula.number(nashProduct(sides, options, [one.best_i, one.best_j]), one.bestNP);
      if (one.bargainFound) agreed.number(bargain.product, one.bestNP);
      // where a fight is better for someone, the peer's hill climb can stop early: ours must not be worse
      else none.number(Math.min(bargain.product, one.bestNP), one.bestNP);
      agreed.same(bargain.agreed, one.bargainFound);
      if (one.refinedNP !== undefined) refined.number(bargain.product, one.refinedNP);
    }
    return [
      formula.row(file, "objective at the printed bargains", "0.002"),
      agreed.row(file, "best bargains", "0.002"),
      refined.row(file, "polished bargains", "2e-5"),
      ...(none.compared === 0 ? [] : [none.row(file, "no bargain", "no worse by 0.002")]),
    ];
  },
};
