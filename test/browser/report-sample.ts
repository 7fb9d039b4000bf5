// A made-up country with the shape of a real case, to look at and to test the report with. No result is in it.
import { seeded } from "../../src/base/index.ts";
import {
  calibration,
  coupling,
  dots,
  effects,
  type FanPoint,
  fan,
  hemicycle,
  type NumberFact,
  network,
  probabilities,
  type ReportContents,
  routes,
  stackedShares,
  table,
  timeline,
  tornado,
  violence,
} from "../../src/show/index.ts";

const SOURCE = {
  text: "Sample almanac of Arcadia, 2011, table 4",
  url: "https://example.org/almanac?a=1&b=2",
};
const month = (i: number): string => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;

const lists = [
  { id: "kl", name: "Highland Alliance", seats: 43, bloc: "Highland bloc" },
  { id: "go", name: "Change", seats: 8 },
  {
    id: "ir",
    name: "Civic List",
    seats: 91,
    parts: [
      { name: "Civic List", seats: 80 },
      { name: "White Civics", seats: 8 },
      { name: "Patriots", seats: 3 },
    ],
  },
  { id: "ac", name: "Accord Front", seats: 6 },
  { id: "un", name: "Unity Alliance", seats: 4 },
  { id: "mi", name: "Minorities", seats: 8 },
  { id: "is", name: "Highland Islamic Union", seats: 6 },
  { id: "so", name: "State of Order", seats: 89, bloc: "National Coalition" },
  { id: "na", name: "National Alliance", seats: 70, bloc: "National Coalition" },
];

const power = [
  "State of Order",
  "Civic List",
  "National Alliance",
  "Highland Alliance",
  "Change",
  "Accord Front",
  "Unity Alliance",
];
const people = [
  ["maro", "Prime minister Maro", "State of Order", 0, 0.31],
  ["sader", "Sader movement", "National Alliance", 0, 0.14],
  ["isc", "Supreme Council", "National Alliance", 0, 0.09],
  ["aah", "League of the Just", "Armed groups", 0, 0.03],
  ["badar", "Badar", "National Alliance", 0, 0.05],
  ["east", "Eastern neighbour", "States", 0, 0.2],
  ["coast", "Coastal government", "States", 0, 0.1],
  ["alawi", "Alawi", "Civic List", 1, 0.12],
  ["hash", "Vice-president Hash", "Civic List", 1, 0.06],
  ["mutl", "Deputy Mutl", "Civic List", 1, 0.05],
  ["nuj", "Speaker Nuj", "Civic List", 1, 0.07],
  ["barz", "President of the Highlands", "Highland Alliance", 1, 0.13],
  ["talb", "Head of state Talb", "Highland Alliance", 0, 0.1],
  ["west", "Western monarchy", "States", 1, 0.15],
  ["north", "Northern republic", "States", 1, 0.14],
  ["far", "Far power", "States", 1, 0.3],
  ["cells", "Insurgent cells", "Armed groups", 1, 0.05],
  ["white", "White Civics", "Civic List", 0, 0.02],
] as const;
const ties: [string, string, number, boolean?][] = [
  ["maro", "sader", 0.2],
  ["sader", "maro", -0.2, true],
  ["maro", "isc", 0.3],
  ["maro", "badar", 0.6],
  ["maro", "aah", 0.4],
  ["aah", "sader", -0.8, true],
  ["sader", "aah", -0.9, true],
  ["east", "maro", 0.6],
  ["maro", "east", 0.5],
  ["east", "aah", 0.8],
  ["east", "sader", 0.4],
  ["east", "coast", 0.9],
  ["coast", "east", 0.9],
  ["maro", "coast", 0.4],
  ["maro", "alawi", -0.8],
  ["alawi", "maro", -0.9],
  ["maro", "hash", -0.9],
  ["hash", "maro", -0.8],
  ["maro", "mutl", -0.7],
  ["mutl", "maro", -0.8],
  ["alawi", "hash", 0.5],
  ["alawi", "mutl", 0.5],
  ["alawi", "nuj", 0.3],
  ["nuj", "mutl", 0.5],
  ["barz", "hash", 0.5],
  ["barz", "maro", -0.4],
  ["talb", "maro", 0.3],
  ["talb", "barz", 0.5, true],
  ["north", "alawi", 0.6],
  ["north", "hash", 0.6],
  ["north", "coast", -0.8],
  ["west", "east", -0.9],
  ["west", "maro", -0.7],
  ["west", "alawi", 0.6],
  ["west", "coast", -0.8],
  ["far", "coast", -0.7],
  ["far", "east", -0.9],
  ["far", "maro", 0.3, true],
  ["far", "north", 0.6],
  ["far", "west", 0.7],
  ["cells", "maro", -1],
  ["cells", "sader", -0.9],
  ["white", "maro", 0.4],
  ["white", "alawi", -0.5],
  ["cells", "far", -0.9, true],
];

function fanFrom(start: number, drift: number, spreadBy: number, months: number, from: number): FanPoint[] {
  return Array.from({ length: months }, (_, i) => {
    const m = start + drift * (i + 1);
    const s = spreadBy * Math.sqrt(i + 1);
    const at = (z: number): number => Math.max(0, m + z * s);
    return {
      at: month(from + i),
      low95: at(-1.96),
      low80: at(-1.28),
      low50: at(-0.67),
      median: at(0),
      high50: at(0.67),
      high80: at(1.4),
      high95: at(2.3),
    };
  });
}

function record(level: number, wobble: number, from: number, count: number) {
  const luck = seeded(`${level} ${wobble} ${from}`);
  return Array.from({ length: count }, (_, i) => ({
    at: month(from + i),
    value: Math.max(0, level + wobble * luck.normal()),
  }));
}

const DEEDS = [
  ["2011-03-07", "White Civics", "Domestic", "leave the Civic List and sit apart", "hostile", "Civic List"],
  [
    "2011-06-02",
    "Prime minister Maro",
    "Domestic",
    "keeps the ministries of security for himself",
    "hostile",
    "Civic List",
  ],
  [
    "2011-08-11",
    "Prime minister Maro",
    "Foreign",
    "opens the market to coastal goods in spite of sanctions",
    "friendly",
    "Coastal government",
  ],
  [
    "2011-10-21",
    "Far power",
    "Foreign",
    "announces that its troops will leave",
    "neutral",
    "Prime minister Maro",
  ],
  [
    "2011-10-27",
    "Prime minister Maro",
    "Foreign",
    "refuses immunity to foreign trainers",
    "hostile",
    "Far power",
  ],
  [
    "2011-11-29",
    "Western monarchy",
    "Foreign",
    "demands that Arcadia break with the coast",
    "hostile",
    "Prime minister Maro",
  ],
  [
    "2011-12-12",
    "Prime minister Maro",
    "Foreign",
    "disagrees with the Far president in public",
    "neutral",
    "Far power",
  ],
  ["2011-12-15", "Far power", "Foreign", "withdraws its last soldiers", "neutral", "Arcadia"],
  ["2011-12-17", "Civic List", "Domestic", "stays away from parliament", "hostile", "Prime minister Maro"],
  [
    "2011-12-18",
    "Prime minister Maro",
    "Domestic",
    "asks for a vote against his deputy Mutl",
    "hostile",
    "Deputy Mutl",
  ],
  [
    "2011-12-19",
    "Prime minister Maro",
    "Domestic",
    "has a warrant issued for the vice-president",
    "hostile",
    "Vice-president Hash",
  ],
  ["2011-12-22", "Insurgent cells", "Domestic", "set off bombs across the capital", "hostile", "Arcadia"],
  [
    "2011-12-26",
    "League of the Just",
    "Domestic",
    "declares that it enters politics",
    "friendly",
    "Prime minister Maro",
  ],
  [
    "2012-01-01",
    "Sader movement",
    "Domestic",
    "calls the League's leader a murderer",
    "hostile",
    "League of the Just",
  ],
  [
    "2012-01-04",
    "Northern republic",
    "Foreign",
    "warns of a split of the country",
    "hostile",
    "Prime minister Maro",
  ],
  ["2012-01-05", "Insurgent cells", "Domestic", "kill pilgrims in the south", "hostile", "Sader movement"],
] as const;

const QUESTIONS = [
  ["q01", "Is Maro still prime minister on 31 December 2012?", "The leader", 0.83, true],
  ["q02", "Does parliament pass a vote of no confidence in him by then?", "The leader", 0.06, false],
  ["q03", "Is a motion against him tabled?", "The leader", 0.34, false],
  ["q04", "Does the Civic List end its boycott by 31 March?", "The coalition", 0.71, true],
  [
    "q05",
    "Are all three security ministries filled with permanent ministers by the end of 2012?",
    "The coalition",
    0.22,
    false,
  ],
  ["q06", "Does the vice-president stand trial in person?", "The coalition", 0.11, false],
  ["q07", "Do more than 300 people die in any one month?", "Violence", 0.62, true],
  ["q08", "Are there more deaths in 2012 than in 2011?", "Violence", 0.44, true],
  ["q09", "Does Arcadia apply the sanctions against the coast?", "Foreign front", 0.04, false],
] as const;

const fact = (more: Partial<NumberFact> & Pick<NumberFact, "label" | "value">): NumberFact => ({
  kind: "number",
  unit: "probability",
  method: "sampled",
  runs: 2000,
  seed: "sample",
  error: 0.008,
  intervals: [
    { low: more.value - 0.04, high: Math.min(1, more.value + 0.05), level: 0.9, of: "inputs" },
    { low: more.value - 0.016, high: Math.min(1, more.value + 0.016), level: 0.95, of: "confidence" },
  ],
  assumptions: ["Coefficients are the documented defaults.", "The list's discipline stays as in 2011."],
  baselines: [{ name: "persistence", value: 1 }],
  sources: [{ ref: "icd203", at: "section D" }, SOURCE],
  ...more,
});

/** The sample report; `mark` is put into every text that stands for data, to see that it is escaped. */
export function sampleContents(mark = ""): ReportContents {
  const about = (id: string, title: string) => ({
    id,
    title: title + mark,
    method: `Counted from the sample; nothing here is a result.${mark}`,
    sources: [SOURCE],
  });
  const prime = ["Premiership", "Parliament", "Cabinet", "Security forces", "Courts", "Street"];
  return {
    head: {
      title: `Arcadia, January 2012: one ruler, two fronts${mark}`,
      polity: `Arcadia${mark}`,
      asOf: "2012-01-10",
      horizon: "2012-12-31",
      summary: `A prime minister holds on by setting rivals against each other while his neighbours press him over the coast. The system is mapped from 214 sourced data, measured exactly, and played forward 2,000 times over a year.${mark}`,
      findings: [
        [
          { strong: "He stays, most likely. " },
          "In 83% of the futures he is still prime minister at the end of the year; persistence alone says 100%.",
        ],
        "No list can govern without the Highland Alliance unless the two largest agree: it is critical in 61% of minimal winning coalitions with 13% of the seats.",
        "Taking the courted splinter away raises the partner movement's share by 1.9 points (+0.8 to +3.1); the text's claim is supported in this model.",
        "The text expects more bombings in the coming weeks; the plain mean of the last twelve months forecasts them better than our model does.",
      ],
      engine: "0.1.0",
      caseHash: `3f7a09c2d1e84b5f9f0a6f2f2f5a7c1e8d3b4a5968778695a4b3c2d1e0f90817${mark}`,
      seed: `sample${mark}`,
      runs: 2000,
      command: `npx tawazun report cases/sample --seed sample --runs 2000${mark}`,
      licence: "Text and figures of this sample: CC0.",
    },
    sections: [
      {
        id: "overview",
        title: "Overview",
        lead: "Four numbers say most of what follows. Each opens to show how it was made, what it assumes, and what a plain rule would have said. Where the plain rule does better, the report says so.",
        parts: [
          fact({ label: `Maro is prime minister on 31 December 2012${mark}`, value: 0.83 }),
          fact({ label: "A vote of no confidence passes", value: 0.06 }),
          fact({
            label: "Seats of his own coalition",
            value: 159,
            unit: "seats",
            method: "exact",
            intervals: [],
            error: undefined,
            runs: undefined,
            seed: undefined,
            baselines: [{ name: "needed", value: 163 }],
            assumptions: [],
          }),
          fact({
            label: "Deaths in the year",
            value: 4310,
            unit: "deaths",
            digits: 0,
            error: 31,
            intervals: [{ low: 2900, high: 7420, level: 0.95, of: "prediction" }],
            baselines: [{ name: "sum of the last twelve months", value: 4153 }],
            note: "The baseline has the better score on the ten years before.",
          }),
          {
            kind: "callout",
            tone: "contradiction",
            title: "The campaign against the militia was in 2008, not 2007.",
            text: [
              "The commentary dates it a year early; the exit of six ministers was in 2007. See ",
              { text: "the audit of its claims", to: "#claims" },
              ` and ${mark}`,
              { text: "a bad address", to: "javascript:alert(1)" },
              ".",
            ],
          },
        ],
      },
      {
        id: "polity",
        title: "The polity",
        lead: "Power in Arcadia is divided by community and by arena. The table lists who holds the posts that the pact of 2010 divides, and whose they should be.",
        parts: [
          stackedShares(
            {
              holders: [
                { id: "so", name: "State of Order", short: "Order" },
                { id: "ci", name: "Civic List", short: "Civic" },
                { id: "na", name: "National Alliance", short: "National" },
                { id: "hi", name: "Highland Alliance", short: "Highland" },
              ],
              arenas: prime.map((name, i) => ({
                name: name + mark,
                group: i < 3 ? "Domestic: institutions" : "Domestic: force and street",
                shares: { so: 0.3 + 0.09 * (i % 3), ci: 0.22 - 0.03 * i, na: 0.15 + 0.02 * i, hi: 0.12 },
              })),
            },
            about("shares", "Shares of power by arena"),
          ),
          table(
            `Posts, who holds them and to whom they are owed${mark}`,
            [
              { key: "post", name: "Post" },
              { key: "holder", name: "Holder" },
              { key: "acting", name: "Acting" },
              { key: "owed", name: "Owed to" },
              { key: "since", name: "Unmet since", unit: "date" },
              { key: "days", name: "Unmet", unit: "days" },
            ],
            [
              {
                post: `Defence${mark}`,
                holder: "Dula",
                acting: true,
                owed: "Civic List",
                since: "2010-12-21",
                days: 385,
              },
              {
                post: "Interior",
                holder: "Maro",
                acting: true,
                owed: "National Alliance",
                since: "2010-12-21",
                days: 385,
              },
              {
                post: "National security",
                holder: "Fayd",
                acting: true,
                owed: "State of Order",
                since: undefined,
                days: undefined,
              },
            ],
            { note: "Unmet: days without a permanent minister of the list to which the post is owed." },
          ),
          {
            kind: "definition",
            term: "Entitlement",
            text: "A post that a pact promises to a bloc. Unmet entitlements accumulate grievance with time.",
          },
        ],
      },
      {
        id: "fronts",
        title: "Two fronts, coupled",
        lead: "What happens abroad is followed at home. The figure shows how much a hostile event on one front raises the rate of hostile events on the other in the following month.",
        parts: [
          coupling(
            {
              fronts: ["domestic", "foreign"],
              measure: `log rate ratio of hostile events in the next 30 days${mark}`,
              couplings: [
                { from: "domestic", to: "domestic", value: 0.61, low: 0.38, high: 0.84, events: 214 },
                { from: "domestic", to: "foreign", value: 0.12, low: -0.11, high: 0.35, events: 214 },
                { from: "foreign", to: "domestic", value: 0.33, low: 0.09, high: 0.57, events: 122 },
                { from: "foreign", to: "foreign", value: 0.48, low: 0.2, high: 0.76, events: 122 },
              ],
            },
            about("coupling", "Coupling of the fronts"),
          ),
        ],
      },
      {
        id: "power",
        title: "Voting power",
        lead: "Votes are not power. The Highland Alliance has 13% of the seats and 20% of the swings; Change has seats and hardly any.",
        parts: [
          hemicycle(
            { lists, quota: 163, quotaFor: "a majority" },
            about("hemicycle", "The assembly as elected, with its splits"),
          ),
          dots(
            {
              series: [
                { id: "seats", name: "share of seats" },
                { id: "ss", name: "Shapley–Shubik" },
                { id: "bz", name: "Banzhaf, normalised" },
              ],
              rows: power.map((name, i) => ({
                name: name + mark,
                points: {
                  seats: { value: [0.274, 0.28, 0.215, 0.132, 0.025, 0.018, 0.012][i] },
                  ss: { value: [0.283, 0.3, 0.183, 0.183, 0.017, 0.017, 0.017][i] },
                  bz: { value: [0.27, 0.29, 0.19, 0.21, 0.014, 0.013, 0.013][i] },
                },
              })),
              unit: "share",
            },
            about("indices", "Seats against power"),
          ),
        ],
      },
      {
        id: "network",
        title: "Friends and enemies",
        lead: "Two factions explain all but six of the 45 ties. The six that break the partition are where the system is under strain.",
        parts: [
          network(
            {
              nodes: people.map(([id, name, bloc, faction, size]) => ({
                id,
                name: name + mark,
                bloc,
                faction,
                size,
              })),
              ties: ties.map(([from, to, value, frustrated]) => ({ from, to, value, frustrated })),
              factions: ["With the ruler", "Against him"],
            },
            about("network-picture", "Signed ties and the two factions that fit them best"),
          ),
        ],
      },
      {
        id: "routes",
        title: "Routes",
        lead: "Arcadia is the gateway between the east and the coast. The road is open while the government lets it pass.",
        parts: [
          routes(
            {
              routes: [
                {
                  id: "coast-road",
                  name: `East to the coast${mark}`,
                  worthTo: ["Eastern neighbour", "Coastal government"],
                  stages: [
                    { name: "Eastern capital", holder: "Eastern neighbour", open: true, openLater: 1 },
                    {
                      name: "Arcadia",
                      holder: "Prime minister Maro",
                      open: true,
                      openLater: 0.87,
                      shutters: ["the prime minister"],
                    },
                    {
                      name: "Coastal capital",
                      holder: "Coastal government",
                      open: true,
                      openLater: 0.71,
                      shutters: ["rebels", "the Northern republic"],
                    },
                    { name: "Port", holder: "the Party", open: true, openLater: 0.96 },
                  ],
                },
                {
                  id: "north",
                  name: "Highlands to the northern sea",
                  stages: [
                    { name: "Highlands", holder: "Highland Alliance", open: true },
                    {
                      name: "Border",
                      holder: "Northern republic",
                      open: false,
                      shutters: ["Northern republic"],
                    },
                    { name: "Northern port", holder: "Northern republic", open: true },
                  ],
                },
              ],
            },
            about("routes-picture", "Routes, stage by stage"),
          ),
        ],
      },
      {
        id: "record",
        title: "The record",
        lead: "Sixteen dated deeds, each with the text that says so. Numbers in the picture lead to the list.",
        parts: [
          timeline(
            {
              asOf: "2012-01-10",
              events: DEEDS.map(([at, lane, group, text, tone, of], i) => ({
                id: `e${i}`,
                at,
                lane: lane + mark,
                group,
                text: `${lane} ${text}${mark}`,
                tone,
                of,
                type: tone === "hostile" ? "ACCUSE" : "CONSULT",
                source: { text: "Sample wire", to: "https://example.org/wire" },
              })),
            },
            about("timeline-picture", "What was done, by whom, on which front"),
          ),
        ],
      },
      {
        id: "futures",
        title: "Futures",
        lead: "Two thousand futures of twelve months. The bands hold 50, 80 and 95% of them; the line is the median.",
        parts: [
          fan(
            {
              unit: "share",
              asOf: "2012-01-10",
              panels: [
                "Prime minister Maro",
                "Civic List",
                "Sader movement",
                "Highland Alliance",
                "League of the Just",
                "Eastern neighbour",
              ].map((name, i) => ({
                id: `p${i}`,
                name: name + mark,
                record: record([0.34, 0.22, 0.14, 0.13, 0.03, 0.1][i], 0.006, 12, 13),
                forecast: fanFrom(
                  [0.34, 0.22, 0.14, 0.13, 0.03, 0.1][i],
                  [-0.003, -0.004, 0.002, 0.001, 0.002, 0][i],
                  0.012,
                  12,
                  25,
                ),
              })),
            },
            about("fans", "Shares of power over time"),
          ),
          {
            kind: "narrative",
            title: "The most typical future",
            lead: "Of 2,000 futures, the one that differs least from the others; 31% run much like it.",
            steps: [
              {
                at: "2012-01-29",
                text: `The Civic List ends its boycott of parliament.${mark}`,
                why: "Staying away costs it seats on committees; the gain from staying has fallen.",
              },
              {
                at: "2012-04-28",
                text: "Five leaders meet in the Highlands and begin to collect pledges.",
                why: "Unmet entitlements: 385 days.",
              },
              {
                at: "2012-06-10",
                text: "The pledges stop at 160; the head of state declines to table the motion.",
              },
              { at: "2012-11-18", text: "Troops face each other in the disputed districts, and part again." },
            ],
          },
        ],
      },
      {
        id: "violence",
        title: "Violence",
        lead: "Deaths a month, as recorded, and what is forecast beside two plain rules. The mean of the last year has the better score over the ten years before.",
        parts: [
          violence(
            {
              unit: "deaths",
              asOf: "2012-01-10",
              observed: record(300, 70, 0, 24).map((p) => ({ at: p.at, value: Math.round(p.value) })),
              forecast: fanFrom(330, 3, 40, 12, 24),
              baselines: [
                {
                  name: "mean of the last 12 months",
                  values: Array.from({ length: 12 }, (_, i) => ({ at: month(24 + i), value: 301 })),
                },
                { name: "same month last year", values: record(310, 60, 24, 12) },
              ],
              outcome: record(380, 90, 24, 12).map((p) => ({ at: p.at, value: Math.round(p.value) })),
            },
            about("violence-picture", "Deaths a month and their forecast"),
          ),
        ],
      },
      {
        id: "questions",
        title: "Questions",
        lead: "Nine dated questions, each with the rule that resolves it. What came true was known to no part of the engine.",
        parts: [
          probabilities(
            {
              questions: QUESTIONS.map(([id, text, group, probability, outcome]) => ({
                id,
                text: text + mark,
                group,
                probability,
                outcome,
                sampling: [Math.max(0, probability - 0.017), Math.min(1, probability + 0.017)] as const,
                inputs: [Math.max(0, probability - 0.11), Math.min(1, probability + 0.12)] as const,
                baselines: { persistence: outcome ? 0.9 : 0.1, "the text's words": 0.6 },
              })),
            },
            about("questions-picture", "Probabilities and what came true"),
          ),
          calibration(
            {
              bins: [
                { low: 0, high: 0.2, mean: 0.08, count: 11, frequency: 0.09, consistent: [0, 0.27] },
                { low: 0.2, high: 0.4, mean: 0.29, count: 6, frequency: 0.17, consistent: [0, 0.67] },
                { low: 0.4, high: 0.6, mean: 0.47, count: 4, frequency: 0.75, consistent: [0, 1] },
                { low: 0.6, high: 0.8, mean: 0.68, count: 5, frequency: 0.6, consistent: [0.4, 1] },
                { low: 0.8, high: 1, mean: 0.9, count: 6, frequency: 0.5, consistent: [0.67, 1] },
              ],
            },
            about("calibration-picture", "How well the probabilities held"),
          ),
          tornado(
            {
              base: 0.34,
              outcome: "Probability of a motion against him",
              unit: "probability",
              inputs: [
                {
                  name: "Discipline of the Sader movement",
                  lowInput: "0.5",
                  highInput: "0.95",
                  atLow: 0.25,
                  atHigh: 0.47,
                },
                {
                  name: "Far power's weight at home",
                  lowInput: "0.1",
                  highInput: "0.4",
                  atLow: 0.39,
                  atHigh: 0.31,
                },
                {
                  name: "Position of the Highlands on oil",
                  lowInput: "60",
                  highInput: "95",
                  atLow: 0.32,
                  atHigh: 0.37,
                },
                {
                  name: "Half-life of grievance",
                  lowInput: "60 days",
                  highInput: "400 days",
                  atLow: 0.335,
                  atHigh: 0.35,
                },
              ],
            },
            about("tornado-picture", "Which judgement drives the answer"),
          ),
        ],
      },
      {
        id: "claims",
        title: "The text's claims",
        lead: "Each causal claim is tested by taking the alleged cause away and playing the same futures again. Luck is shared by both runs, so that the difference is the cause's.",
        parts: [
          effects(
            {
              claims: [
                {
                  id: "c1",
                  text: `Courting the splinter lowers the partner movement's share of power${mark}`,
                  effect: -0.019,
                  low: -0.031,
                  high: -0.008,
                  expected: "lowers",
                  verdict: "supported",
                  unit: "share",
                },
                {
                  id: "c2",
                  text: "The warrant lowers the Civic List's share of power",
                  effect: -0.012,
                  low: -0.03,
                  high: 0.006,
                  expected: "lowers",
                  verdict: "no detectable effect",
                  unit: "share",
                },
                {
                  id: "c3",
                  text: "His stance on the coast raises deaths in the year",
                  effect: 212,
                  low: 41,
                  high: 390,
                  expected: "raises",
                  verdict: "supported",
                  unit: "deaths a year",
                },
              ],
            },
            about("effects-picture", "Effects of the causes that the text alleges"),
          ),
          { kind: "subheading", title: "What the record says" },
          {
            kind: "items",
            items: [
              ["Confirmed: ", { strong: "the warrant of 19 December" }, `.${mark}`],
              "Contradicted: the date of the campaign against the militia.",
            ],
          },
        ],
      },
      {
        id: "method",
        title: "Method, sources and limits",
        lead: "The engine computes what can be computed exactly and samples the rest. This section says what is assumed throughout.",
        parts: [
          {
            kind: "paragraph",
            text: [
              "Words for probabilities follow ",
              { text: "ICD 203", to: "https://www.dni.gov/files/documents/ICD/ICD-203.pdf" },
              ": likely means 55 to 80%.",
            ],
          },
          {
            kind: "callout",
            tone: "caution",
            title: "No oracle.",
            text: "Every number stands with its assumptions.",
          },
          {
            kind: "callout",
            tone: "note",
            title: "Reproducible.",
            text: "The command at the foot makes this page again.",
          },
        ],
      },
    ],
  };
}
