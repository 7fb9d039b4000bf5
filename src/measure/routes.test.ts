import { describe, expect, it } from "vitest";
import type { Case } from "../case/index.ts";
import { routes } from "./routes.ts";

const territories: Case["territories"] = [
  { id: "kirkuk", name: "Kirkuk", holder: "iraq" },
  { id: "dohuk", name: "Dohuk", holder: "krg" },
  { id: "zakho", name: "Zakho", holder: "krg" },
  { id: "ceyhan", name: "Ceyhan", holder: "turkey" },
];
const pipeline = (passes: readonly boolean[]): Case["routes"][number] => ({
  id: "pipeline",
  name: "Kirkuk to Ceyhan",
  stages: ["kirkuk", "dohuk", "zakho", "ceyhan"].map((territory, i) => ({ territory, passes: passes[i] })),
  value: [
    { actor: "iraq", value: [0.2, 0.5, 0.8] },
    { actor: "iran", value: -0.25 },
  ],
});
const stand = (passes: readonly boolean[]) => routes({ territories, routes: [pipeline(passes)] })[0];

describe("routes", () => {
  it("are open while every holder lets them pass, and then cost nothing", () => {
    const open = stand([true, true, true, true]);
    expect(open.status).toBe("open");
    expect(open.lost).toBe(0);
    expect(open.shutAt).toEqual([]);
    expect(open.couldShut).toEqual(["iraq", "krg", "turkey"]);
    expect(open).not.toHaveProperty("couldOpen");
    expect(open.atStake).toEqual([
      { actor: "iraq", value: 0.5 },
      { actor: "iran", value: -0.25 },
    ]);
  });

  it("are shut at any one stage; one holder of several may still be the only one to ask", () => {
    const shut = stand([true, false, false, true]);
    expect(shut.status).toBe("shut");
    expect(shut.shutAt.map(({ territory }) => territory)).toEqual(["dohuk", "zakho"]);
    expect(shut.couldOpen).toBe("krg");
    expect(shut.lost).toBe(0.25);
    expect(stand([false, false, true, true])).not.toHaveProperty("couldOpen");
  });

  it("are nobody's loss where nobody's value is known, and none where there are none", () => {
    const { value: _, ...unvalued } = pipeline([false, true, true, true]);
    expect(routes({ territories, routes: [unvalued] })[0].lost).toBe(0);
    expect(routes({ territories: [], routes: [] })).toEqual([]);
  });

  it("refuse a stage through no known territory", () => {
    expect(() =>
      routes({ territories: territories.slice(1), routes: [pipeline([true, true, true, true])] }),
    ).toThrow(expect.objectContaining({ code: "route/territory" }));
  });
});
