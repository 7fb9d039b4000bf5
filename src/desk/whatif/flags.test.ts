import { describe, expect, it } from "vitest";
import type { Intervention } from "../../case/index.ts";
import { type ChangeFlags, changesOf } from "./flags.ts";

const none: ChangeFlags = {
  replace: [],
  fill: [],
  vacate: [],
  remove: [],
  restore: [],
  lift: [],
  forbid: [],
  force: [],
  set: [],
};

describe("changes given by flags", () => {
  it.each<[keyof ChangeFlags, string, Intervention]>([
    ["replace", "premier=rival", { replace: { post: "premier", by: "rival" } }],
    ["fill", "defence=rival", { fill: { post: "defence", with: "rival" } }],
    ["vacate", "defence", { vacate: { post: "defence" } }],
    ["remove", "rival", { remove: { actor: "rival" } }],
    ["lift", "warrant:>deputy", { lift: { kind: "warrant", of: "deputy" } }],
    ["lift", "boycott:list-b", { lift: { kind: "boycott", by: "list-b" } }],
    ["forbid", "accuse", { forbid: { move: "accuse" } }],
    ["forbid", "accuse:ruler", { forbid: { move: "accuse", by: "ruler" } }],
    [
      "forbid",
      "accuse:ruler>rival#house@2020-02..2020-06",
      {
        forbid: {
          move: "accuse",
          by: "ruler",
          target: "rival",
          object: "house",
          from: "2020-02",
          to: "2020-06",
        },
      },
    ],
    ["forbid", "accuse@..2020-06", { forbid: { move: "accuse", to: "2020-06" } }],
    [
      "force",
      "pledge:rival>ruler@2020-03-01..2020-04-01=yes",
      {
        force: {
          move: "pledge",
          by: "rival",
          target: "ruler",
          on: "2020-03-01",
          until: "2020-04-01",
          success: true,
        },
      },
    ],
    ["set", "holding:rival/seats=100", { holding: { actor: "rival", resource: "seats", to: 100 } }],
    ["set", "holding:rival/arms=x0.5", { holding: { actor: "rival", resource: "arms", times: 0.5 } }],
    ["set", "relation:a/b=-0.5", { relation: { from: "a", to: "b", value: -0.5 } }],
    ["set", "salience:a/tax=0.8", { salience: { actor: "a", issue: "tax", to: 0.8 } }],
    ["set", "entitled:defence=list-b", { entitle: { post: "defence", to: "list-b" } }],
    ["set", "entitled:defence=nobody", { entitle: { post: "defence" } }],
    ["set", "demand:a/b=yes", { demand: { by: "a", of: "b", stands: true } }],
    ["set", "demand:a/b=no", { demand: { by: "a", of: "b", stands: false } }],
    ["set", "route:road=open", { route: { route: "road", open: true } }],
    ["set", "route:road/pass=shut", { route: { route: "road", territory: "pass", open: false } }],
    ["set", "status-quo:tax=50", { status_quo: { issue: "tax", to: 50 } }],
    ["set", "quota:house=60", { quota: { arena: "house", to: 60 } }],
    ["set", "outside:war=no", { outside: { event: "war", happens: false } }],
    ["set", "outside:war=2020-06-01", { outside: { event: "war", on: "2020-06-01" } }],
    ["set", "default:discipline=0.9", { input: { name: "default discipline", to: 0.9 } }],
    ["set", "input:relation a → b=0.1", { input: { name: "relation a → b", to: 0.1 } }],
  ])("--%s %s", (flag, text, change) => {
    expect(changesOf({ ...none, [flag]: [text] })).toEqual([change]);
  });

  it.each<[keyof ChangeFlags, string, string]>([
    ["replace", "premier", "POST=ACTOR"],
    ["force", "pledge:rival", "MOVE:BY[>TARGET]"],
    ["force", "pledge:rival@2020-13-01", "MOVE:BY[>TARGET]"],
    ["forbid", "accuse@soon..later", "[@FROM..TO]"],
    ["set", "holdings:a/b=3", 'Did you mean "holding"?'],
    ["set", "relation:a=3", "relation:ONE/OTHER=VALUE"],
    ["set", "quota:house=many", "quota:…= and a number"],
  ])("--%s %s is refused with how it is written", (flag, text, words) => {
    expect(() => changesOf({ ...none, [flag]: [text] })).toThrow(words);
  });
});
