import { describe, expect, it } from "vitest";
import { smallCase, troubledCase } from "../../test/worlds/small-case.ts";
import { dayOf } from "../base/index.ts";
import type { Case, Rule } from "../case/index.ts";
import { type Chronicle, moveKinds, stageOf, worldOf } from "../simulate/index.ts";
import { gaugeOf } from "./measures.ts";
import { reachOf, testOf } from "./rules.ts";

const world = worldOf(troubledCase());
const n = world.actors.length;
const at = (id: string): number => world.actorIndex.get(id) as number;

/** An empty history of a year, to be written in by hand. */
function blank(): Chronicle {
  const months = 24;
  return {
    move: { time: [], kind: [], actor: [], target: [], object: [], success: [] },
    post: { time: [], post: [], holder: [], acting: [] },
    status: { time: [], actor: [], status: [] },
    boycott: { time: [], actor: [], arena: [], on: [] },
    signatures: { time: [], total: [] },
    territory: { time: [], territory: [], holder: [] },
    again: { time: [], event: [] },
    heir: { time: [], gone: [], heir: [] },
    outside: new Float64Array(0),
    elections: [],
    falls: [],
    share: new Float64Array(months * n),
    arenaShare: new Float64Array(months * n * world.arenas.length),
    seats: new Float64Array(months * n),
    list: new Int32Array(months * n).fill(-1),
    government: new Uint8Array(months * n),
    statusQuo: new Float64Array(months * world.issues.length),
    open: new Uint8Array(months),
    count: new Float64Array(months),
    worstDay: new Float64Array(months),
    trouble: new Uint8Array(months),
    bounded: false,
  };
}

const ask = (rule: Rule, chronicle: Chronicle): boolean => testOf(world, rule)({ world, chronicle });

describe("a rule", () => {
  it("asks who holds a post on a day, from the first holder through every change up to that day", () => {
    const history = blank();
    const holds = (actor: string, on: string): boolean =>
      ask({ holds: { post: "premier", actor }, on }, history);
    expect(holds("ruler", "2020-06-30")).toBe(true);
    history.post.time.push(dayOf("2020-05-10"), dayOf("2020-08-01"));
    history.post.post.push(0, 0);
    history.post.holder.push(at("rival"), -1);
    history.post.acting.push(false, false);
    expect(holds("ruler", "2020-05-09")).toBe(true);
    expect(holds("rival", "2020-05-10")).toBe(true);
    expect(holds("rival", "2020-07")).toBe(true);
    expect(holds("rival", "2020-08-01")).toBe(false);
  });

  it("counts the seats of whoever shares the government then, not of who shared it first", () => {
    const history = blank();
    const seats = gaugeOf(world, { seats: { of: "government", on: "2020-12-31" } });
    const december = 11 * n;
    history.seats[december + at("ruling-party")] = 30;
    history.seats[december + at("rival-party")] = 12;
    history.government[at("ruling-party")] = 1;
    history.government[december + at("rival-party")] = 1;
    expect(seats({ world, chronicle: history })).toBe(12);
  });

  it("asks whether something happened by a day, that day included", () => {
    const history = blank();
    history.move.time.push(dayOf("2020-03-31") + 0.9);
    history.move.kind.push(moveKinds.findIndex((kind) => kind.id === "pledge"));
    history.move.actor.push(at("rival"));
    history.move.target.push(at("ruler"));
    history.move.object.push(-1);
    history.move.success.push(true);
    const occurs = { occurs: { move: "pledge", by: "list-b", target: "ruler" } };
    expect(ask({ ...occurs, by: "2020-03-31" }, history)).toBe(true);
    expect(ask({ ...occurs, by: "2020-03-30" }, history)).toBe(false);
    expect(ask({ ...occurs, from: "2020-04-01", by: "2020-12-31" }, history)).toBe(false);
    expect(ask({ occurs: { move: "pledge", by: "partner" }, by: "2020-12-31" }, history)).toBe(false);
    expect(ask({ not: { ...occurs, by: "2020-03-31" } }, history)).toBe(false);
  });

  it("asks for a status ever by a day, or on a day", () => {
    const history = blank();
    history.status.time.push(dayOf("2020-02-10"), dayOf("2020-03-10"));
    history.status.actor.push(at("deputy"), at("deputy"));
    history.status.status.push(3, 1);
    const status = (
      is: "detained" | "in-exile" | "fugitive",
    ): { status: { actor: string; is: typeof is } } => ({ status: { actor: "deputy", is } });
    expect(ask({ ...status("fugitive"), by: "2020-01-31" }, history)).toBe(true);
    expect(ask({ ...status("detained"), by: "2020-12-31" }, history)).toBe(true);
    expect(ask({ ...status("detained"), on: "2020-12-31" }, history)).toBe(false);
    expect(ask({ ...status("in-exile"), on: "2020-03-10" }, history)).toBe(true);
  });

  it("counts capitals taken, and only those", () => {
    const history = blank();
    history.territory.time.push(dayOf("2020-09-01"));
    history.territory.territory.push(1);
    history.territory.holder.push(at("spoilers"));
    expect(ask({ taken: {}, by: "2020-12-31" }, history)).toBe(false);
    expect(ask({ taken: { territory: "march" }, by: "2020-12-31" }, history)).toBe(true);
    history.territory.time.push(dayOf("2020-10-01"));
    history.territory.territory.push(0);
    history.territory.holder.push(at("spoilers"));
    expect(ask({ taken: {}, by: "2020-12-31" }, history)).toBe(true);
    expect(ask({ taken: { from: "friend" }, by: "2020-12-31" }, history)).toBe(false);
  });

  it("follows a boycott as members come and go: most of them must be away", () => {
    const history = blank();
    const boycott = (on: string): boolean =>
      ask({ boycotts: { actor: "list-b", arena: "house" }, on }, history);
    expect(boycott("2020-02-01")).toBe(false);
    history.boycott.time.push(dayOf("2020-02-10"));
    history.boycott.actor.push(at("rival-party"));
    history.boycott.arena.push(0);
    history.boycott.on.push(true);
    expect(boycott("2020-02-11")).toBe(true);
  });

  it("compares sums of months that were seen with months that were played", () => {
    const source: Case = {
      ...troubledCase(),
      series: [
        { id: "deaths", name: "Deaths", file: "d.csv", column: "n", unit: "deaths", kind: "violence" },
      ],
      values: { deaths: { id: "deaths", months: ["2019-11", "2019-12"], values: [30, 50] } },
    };
    const seen = worldOf(source);
    const history = blank();
    history.count.set([10, 40, 45]);
    const rule: Rule = {
      compare: [
        { sum: { series: "deaths", from: "2020-02", to: "2020-03" } },
        ">",
        { sum: { series: "deaths", from: "2019-11", to: "2019-12" } },
      ],
    };
    expect(testOf(seen, rule)({ world: seen, chronicle: history })).toBe(true);
    expect(
      gaugeOf(seen, { max: { series: "deaths", from: "2019-12", to: "2020-02" } })({
        world: seen,
        chronicle: history,
      }),
    ).toBe(50);
    expect(
      gaugeOf(seen, { times: [2, { sum: { series: "deaths", from: "2020-01", to: "2020-01" } }] })({
        world: seen,
        chronicle: history,
      }),
    ).toBe(20);
    expect(() =>
      gaugeOf(seen, { sum: { series: "deaths", from: "2018-01", to: "2018-02" } })({
        world: seen,
        chronicle: history,
      }),
    ).toThrow(/no value in part of 2018-01 to 2018-02/);
  });

  it("knows the last day it asks about, however deep it lies", () => {
    const rule: Rule = {
      all: [
        { not: { filled: { post: "premier" }, by: "2020-06-30" } },
        { any: [{ holds: { post: "premier" }, on: "2021-03" }] },
      ],
    };
    expect(reachOf(rule)).toBe(dayOf("2021-03-31"));
  });

  it("is refused if it names nothing, with what was probably meant", () => {
    expect(() => testOf(world, { holds: { post: "premiere" }, on: "2020-06-30" })).toThrow(
      /no post "premiere".*Did you mean "premier"/,
    );
    expect(() => testOf(world, { occurs: { move: "plegde" }, by: "2020-06-30" })).toThrow(
      /no kind of move "plegde"/,
    );
    expect(() => gaugeOf(world, { share: { of: "ruller", on: "2020-06" } })).toThrow(/Did you mean "ruler"/);
  });
});

describe("measures of real runs", () => {
  it("agree with a recount from the chronicle", () => {
    const stage = stageOf(smallCase());
    const count = gaugeOf(stage.world, { count: { move: "accuse", by: "ruler", to: "2020-12-31" } });
    const share = gaugeOf(stage.world, { share: { of: "ruler", on: "2020-12-31" } });
    const pledges = gaugeOf(stage.world, { pledges: { against: "ruler", by: "2020-12-31" } });
    stage.play({ seed: "m", months: 12, policy: "strategic", interventions: [] }, 0, 5, (_run, chronicle) => {
      const record = { world: stage.world, chronicle };
      const ruler = stage.world.actorIndex.get("ruler");
      const twin = chronicle.move.kind.filter(
        (k, e) => moveKinds[k].id === "accuse" && chronicle.move.actor[e] === ruler,
      ).length;
      expect(count(record)).toBe(twin);
      const m = stage.world.actors.length;
      const own = stage.world.led[ruler as number].reduce((sum, a) => sum + chronicle.share[11 * m + a], 0);
      expect(share(record)).toBe(own);
      expect(pledges(record)).toBe(Math.max(0, ...chronicle.signatures.total));
    });
  });
});
