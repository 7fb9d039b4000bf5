import ts from "typescript";
import { describe, expect, it } from "vitest";
import { formulaOf } from "./formula.ts";

/** The formula of a function written as an arrow. */
function formula(code: string): string | undefined {
  const source = ts.createSourceFile("f.ts", `const f = ${code};`, ts.ScriptTarget.Latest, true);
  const [statement] = source.statements;
  if (!ts.isVariableStatement(statement)) throw new Error("no constant");
  const value = statement.declarationList.declarations[0].initializer;
  if (value === undefined || !ts.isArrowFunction(value)) throw new Error("no arrow");
  return formulaOf(value.body)?.text;
}

describe("formulaOf", () => {
  it.each([
    ["a number", "() => 0.4", "0.4"],
    [
      "ties",
      "(scene, move) => 0.5 + 0.4 * relation(scene, move.target, move.actor)",
      "0.5 + 0.4 × tie of target to actor",
    ],
    [
      "states of actors",
      "(scene, move) => 2 - 1.5 * Math.min(2, scene.state.grievance[move.actor])",
      "2 − 1.5 × min(2, grievance of actor)",
    ],
    [
      "who decides for an actor",
      "(scene, move) => scene.standing[scene.world.decider[move.target]]",
      "standing of target",
    ],
    ["parameters", '(scene) => scene.inputs.parameters["a.b"]', "`a.b`"],
    ["constants", "() => { const a = 1; const b = a + 2; return 3 * b; }", "3 × (1 + 2)"],
    ["a condition", "(scene) => (x >= 1 ? 2 : 3)", "(2 if x ≥ 1, else 3)"],
    ["a first case", "() => { if (x === 0) return 1; return 2; }", "1 if x is 0; else 2"],
    ["what is absent, left out", "() => 1 + (x < 0 ? 0 : y) + (z > 0 ? w : 0)", "1 + y + w"],
    ["another function", "(scene, move) => 2 + needOf(scene, move.actor)", "2 + needOf(actor)"],
  ])("says %s", (_what, code, expected) => {
    expect(formula(code)).toBe(expected);
  });

  it.each([
    ["a loop", "() => { let s = 0; for (const a of b) s += a; return s; }"],
    ["an unknown table", "(scene) => scene.state.unheard[0]"],
  ])("says nothing of %s", (_what, code) => {
    expect(formula(code)).toBeUndefined();
  });
});
