// How are ministries dealt out among the parties of a coalition?
//   npm run bench -- portfolios [folder with gamson_warwick_druckman.csv or parliaments_seats_power_portfolios_1986_2011.csv]
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { apportionments, gamsonShares, ministries } from "../../src/measure/index.ts";
import type { BenchOptions, BenchResult } from "./measurement.ts";

const root = resolve(import.meta.dirname, "../..");
const defaultFolder = "../shared/data/power";
const FILES = {
  "Warwick & Druckman": "gamson_warwick_druckman.csv",
  "1986–2011": "parliaments_seats_power_portfolios_1986_2011.csv",
} as const;

/** A coalition that shared out its ministries. */
interface Cabinet {
  readonly seats: readonly number[];
  readonly posts: readonly number[];
}

/** Parts of the claims that all parties may share alike. */
const EQUAL_PARTS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3];

type Way = (cabinet: Cabinet) => readonly number[];

export async function bench({ arguments: [folder] }: BenchOptions): Promise<BenchResult> {
  const directory = resolve(root, folder ?? defaultFolder);
  const title = "How are ministries dealt out in a coalition?";
  const sets = Object.entries(FILES)
    .filter(([, file]) => existsSync(join(directory, file)))
    .map(([name, file]) => ({ name, cabinets: cabinetsOf(join(directory, file)) }));
  if (sets.length === 0) {
    const note = `Skipped: there is no ${Object.values(FILES).join(" and no ")} in ${folder ?? defaultFolder}.`;
    return { title, rows: [], notes: [note] };
  }
  const rows = sets.flatMap(({ name, cabinets }) => [
    ...apportionments.map((way) =>
      row(name, way.name, cabinets, ({ seats, posts }) => ministries(seats, sum(posts), way.id)),
    ),
    row(name, "Power of seats, cross-validated", cabinets, heldOut(cabinets, [0])),
    row(name, "Power of seats before rounding, cross-validated", cabinets, heldOut(cabinets, [0], unrounded)),
    row(name, "Power and equal part, cross-validated", cabinets, heldOut(cabinets, EQUAL_PARTS)),
    ...sets
      .filter((other) => other.name !== name)
      .flatMap((other) => [
        row(name, `Power as fitted on ${other.name}`, cabinets, byClaims(bestClaims(other.cabinets, [0]))),
        row(
          name,
          `Power and equal part as fitted on ${other.name}`,
          cabinets,
          byClaims(bestClaims(other.cabinets, EQUAL_PARTS)),
        ),
      ]),
  ]);
  return {
    title,
    rows,
    notes: [
      ...sets.map(({ name, cabinets }) => {
        const alone = bestClaims(cabinets, [0]);
        const both = bestClaims(cabinets, EQUAL_PARTS);
        return `${name}: ${cabinets.length} coalition cabinets. Fitted on all of them, the power is ${alone.power}; with an equal part, ${both.power} and ${both.equal}.`;
      }),
      "Exactly right: every party gets as many ministries as it got. Misplaced: ministries that would have to pass from one party to another, as part of all.",
      "The first set gives shares alone: the number of ministries is the least for which all of them are whole, which is too small where shares cancel down (6 cabinets count as having two posts).",
      "“Power” claims grow with a power of seats, 0.5 to 1; with an equal part, up to 0.3 of all posts are claimed by all parties alike. Fitted: fewest posts misplaced, dealt out by Sainte-Laguë; “before rounding”: claims nearest to the posts that the parties got. Cross-validated: each tenth of the cabinets by what the other nine teach. The three-quarter power of the engine was chosen on both sets.",
    ],
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function row(set: string, way: string, cabinets: readonly Cabinet[], deal: Way): BenchResult["rows"][number] {
  const { exact, misplaced } = scoreOf(cabinets, deal);
  return {
    cabinets: set,
    way,
    number: cabinets.length,
    "exactly right (%)": Number((100 * exact).toFixed(1)),
    "misplaced (%)": Number((100 * misplaced).toFixed(2)),
  };
}

function scoreOf(
  cabinets: readonly Cabinet[],
  deal: Way,
): { readonly exact: number; readonly misplaced: number } {
  let exact = 0;
  let wrong = 0;
  for (const cabinet of cabinets) {
    const dealt = deal(cabinet);
    const off = sum(dealt.map((count, i) => Math.abs(count - cabinet.posts[i]))) / 2;
    if (off === 0) exact += 1;
    wrong += off;
  }
  return { exact: exact / cabinets.length, misplaced: wrong / sum(cabinets.map(({ posts }) => sum(posts))) };
}

/** Claims that grow with a power of seats, part of which all parties share alike. */
interface Claims {
  readonly power: number;
  readonly equal: number;
}

function claimsOf(seats: readonly number[], { power, equal }: Claims): readonly number[] {
  const raw = gamsonShares(seats).map((share) => share ** power);
  return raw.map((claim) => ((1 - equal) * claim) / sum(raw) + equal / raw.length);
}

const byClaims =
  (claims: Claims): Way =>
  ({ seats, posts }) =>
    sainteLague.of(claimsOf(seats, claims), sum(posts));

const sainteLague = apportionments.find(({ id }) => id === "sainte-lague") ?? apportionments[0];

/** How far claims are from what was dealt out, in posts of all cabinets. */
type Loss = (cabinets: readonly Cabinet[], claims: Claims) => number;

/** After rounding: posts misplaced. */
const misplaced: Loss = (cabinets, claims) => scoreOf(cabinets, byClaims(claims)).misplaced;

/** Before rounding, which turns single posts by chance. */
const unrounded: Loss = (cabinets, claims) =>
  sum(
    cabinets.map(({ seats, posts }) => {
      const claimed = claimsOf(seats, claims);
      return sum(posts.map((count, i) => Math.abs(claimed[i] * sum(posts) - count)));
    }),
  );

/** The claims with the least loss; the earlier of equals, which is nearer to Gamson's law. */
function bestClaims(cabinets: readonly Cabinet[], equals: readonly number[], loss = misplaced): Claims {
  let best = { claims: { power: 1, equal: 0 }, off: Number.POSITIVE_INFINITY };
  for (const equal of equals) {
    for (let power = 100; power >= 50; power -= 5) {
      const claims = { power: power / 100, equal };
      const off = loss(cabinets, claims);
      if (off < best.off - 1e-12) best = { claims, off };
    }
  }
  return best.claims;
}

function heldOut(cabinets: readonly Cabinet[], equals: readonly number[], loss = misplaced): Way {
  const found = Array.from({ length: 10 }, (_, fold) =>
    bestClaims(
      cabinets.filter((_, k) => k % 10 !== fold),
      equals,
      loss,
    ),
  );
  return (cabinet) => byClaims(found[cabinets.indexOf(cabinet) % 10])(cabinet);
}

/** Coalitions of two parties or more. */
function cabinetsOf(file: string): readonly Cabinet[] {
  const [header, ...lines] = readFileSync(file, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));
  const at = (name: string): number => header.indexOf(name);
  const groups = new Map<string, string[][]>();
  const key = at("cabinet_id") >= 0 ? at("cabinet_id") : at("cabinet");
  for (const line of lines) groups.set(line[key], [...(groups.get(line[key]) ?? []), line]);
  const cabinets = [...groups.values()].map((group): Cabinet => {
    if (at("portfolio_share") >= 0) {
      return {
        seats: group.map((line) => Number(line[at("seat_share")])),
        posts: wholePosts(group.map((line) => Number(line[at("portfolio_share")]))),
      };
    }
    const members = group.filter((line) => line[at("cabinet_party")] === "1");
    return {
      seats: members.map((line) => Number(line[at("seats")])),
      posts: members.map((line) => Number(line[at("cabinet_seats")])),
    };
  });
  return cabinets.filter(({ posts }) => posts.length > 1 && sum(posts) > 0);
}

/** Shares as whole ministries: the least number of them for which all shares are whole. */
function wholePosts(shares: readonly number[]): readonly number[] {
  for (let posts = 2; posts <= 80; posts++) {
    const whole = shares.map((share) => Math.round(share * posts));
    if (
      sum(whole) === posts &&
      shares.every((share, i) => Math.abs(share * posts - whole[i]) < 2e-4 * posts + 1e-6)
    )
      return whole;
  }
  return [];
}
