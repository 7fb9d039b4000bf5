import type { Quantity, Source } from "../base/index.ts";

/** A default of the engine: what it is, in which unit, how sure, and from where. */
export interface Parameter {
  readonly value: Quantity;
  readonly unit: string;
  readonly meaning: string;
  /** Where it is from; absent: ours, and `meaning` says how it was chosen. */
  readonly source?: Source;
}

const parameter = (value: Quantity, unit: string, meaning: string, source?: Source): Parameter => ({
  value,
  unit,
  meaning,
  ...(source === undefined ? {} : { source }),
});

/**
 * Every default parameter of the play, in one place. Ranges are drawn once a set of inputs;
 * no case has values of its own here.
 */
export const parameters = {
  "aims.own": parameter(
    [0.6, 1, 1.4],
    "points per point",
    "α: weight of an actor's own share of power. Ours: the unit of utility.",
  ),
  "aims.group": parameter(
    [0.1, 0.3, 0.6],
    "points per point",
    "γ: weight of the share of an actor's group. Ours: a third of its own.",
  ),
  "aims.policy": parameter(
    [0.1, 0.25, 0.5],
    "points per point",
    "π: weight of outcomes on the issues an actor cares about. Ours: office counts for more than policy among those who bargain over office (Gamson's law holds for posts, not for programmes).",
  ),
  "aims.routes": parameter(
    [0.5, 2, 4],
    "points",
    "ρ: worth of an open route of value 1. Ours: like two ministries.",
  ),
  "aims.security": parameter(
    [0.3, 0.6, 1],
    "points per point",
    "σ: dislike of being surrounded by hostile capability. Ours.",
  ),
  "aims.strategic": parameter(
    [0.4, 0.8, 1.4],
    "log-odds per point",
    "κ: how strongly expected gain drives a choice; 0 leaves habit alone. Ours: a gain of one point of power a little more than doubles the odds.",
    { ref: "mckelvey1995" },
  ),
  "risk.aversion": parameter(
    [1, 2, 4],
    "per point",
    "A of a cautious actor, and with the other sign of a bold one: half of A times the variance of a gain is what its uncertainty costs. Ours: a gain of one point or none, at even odds, is worth a quarter of a point less to the one and more to the other.",
    { ref: "pratt1964" },
  ),
  "pace.person": parameter(
    [10, 16, 24],
    "moves a year",
    "Political moves of note by a leader who disposes of others. Ours: the busiest leaders of the cases have one to two recorded deeds a month.",
  ),
  "pace.party": parameter(
    [8, 12, 18],
    "moves a year",
    "Moves of a party or movement without a named leader. Ours.",
  ),
  "pace.armed-group": parameter(
    [8, 14, 22],
    "moves a year",
    "Moves of an armed group that are news of their own, not every attack. Ours.",
  ),
  "pace.state": parameter([4, 7, 12], "moves a year", "Moves of a foreign state toward this system. Ours."),
  "pace.institution": parameter([2, 4, 7], "moves a year", "Moves of a court, council or league. Ours."),
  "pace.idle": parameter(
    [2, 4, 7],
    "moves a year",
    "Moves of a person who disposes of nobody and holds no seat. Ours.",
  ),
  "habit.tie": parameter(
    [0.6, 1.1, 1.8],
    "log-odds per unit of tie",
    "θ: friendly moves go to friends, hostile ones to foes. Ours.",
  ),
  "habit.halfLife": parameter(
    [30, 60, 120],
    "days",
    "Half-life of the memory of events, one for all statistics of the play.",
    { ref: "lerner2013" },
  ),
  "relation.reply": parameter(
    [0.1, 0.2, 0.35],
    "tie per unit of intensity",
    "How far a tie moves with a move of full intensity on the Goldstein scale. Ours.",
  ),
  "relation.bystander": parameter(
    [0.02, 0.05, 0.1],
    "tie per unit",
    "Balance pressure on bystanders: how far they move with a friend's or foe's treatment.",
    { ref: "marvel2011" },
  ),
  "perception.learning": parameter(
    [0.01, 0.04, 0.1],
    "share of the distance per unit of intensity",
    "How far a view of where somebody stands moves with what he is seen to do. Ours: images of others are slow to change.",
    { ref: "jervis1976" },
  ),
  "front.coupling": parameter(
    [0, 0.03, 0.08],
    "tie per unit",
    "How far somebody who is hit from another front cools to the friends of whoever hit it on its own. Ours.",
    { ref: "marvel2011" },
  ),
  "relation.return": parameter(
    [0.3, 0.6, 1.2],
    "per year",
    "Speed at which ties fall back to their standing value. Ours.",
  ),
  "grievance.post": parameter(
    [0.05, 0.12, 0.25],
    "grievance per post value and year",
    "Growth while a post owed by a pact is withheld. Ours.",
  ),
  "grievance.demand": parameter(
    [0.1, 0.25, 0.5],
    "grievance per year",
    "Growth while a demand stands. Ours.",
  ),
  "grievance.fade": parameter([0.3, 0.7, 1.5], "per year", "Rate at which grievance fades. Ours."),
  "bargain.speed": parameter(
    [0.1, 0.25, 0.5],
    "per year",
    "How fast the status quo moves toward the bargaining settlement. Ours.",
  ),
  discipline: parameter(
    [0.8, 0.9, 0.97],
    "share",
    "Part of a list's members who follow its line where the case says nothing. Ours: the case's own counts of signatures lie in this range where they are known.",
  ),
  "contest.decisiveness": parameter([0.8, 1, 1.5], "exponent", "r of the contest success function.", {
    ref: "tullock1980",
  }),
  "warrant.flight": parameter(
    [0.4, 0.65, 0.85],
    "probability",
    "That somebody sought by a warrant escapes arrest at first. Ours: high office comes with guards and warnings.",
  ),
  "warrant.capture": parameter(
    [0.02, 0.1, 0.25],
    "per year",
    "Hazard of capture of a fugitive within the country. Ours.",
  ),
  "confidence.abstain": parameter(
    [0.02, 0.06, 0.12],
    "share",
    "Signatories who withdraw or stay away on the day. Ours.",
  ),
  "confidence.need": parameter(
    [0.8, 0.92, 1],
    "share of the quota",
    "Pledges in hand before a motion is tabled. Ours: a lost motion costs its movers dear.",
  ),
  "confidence.gate": parameter(
    [0.3, 0.55, 0.8],
    "probability",
    "That a head of state neutral toward the head of government lets a motion go to the vote. Ours.",
  ),
  "confidence.momentum": parameter(
    [1, 2, 3],
    "points per quota of signatures",
    "How much cheaper signing becomes as others have signed, and how much dearer to take a signature back: a threshold model. The size is ours.",
    { ref: "granovetter1978" },
  ),
  "confidence.asked": parameter(
    [0.5, 1.2, 2],
    "points",
    "How much cheaper signing becomes for whoever has been asked by those who have signed. Ours: to say no to a partner costs something too.",
  ),
  "confidence.push": parameter(
    [0.3, 1, 2],
    "points",
    "What the states an actor is close to, and an alliance shared with the head of government, add to the price of signing, or take off it. Ours.",
  ),
  "confidence.doubt": parameter(
    [0.05, 0.1, 0.15],
    "share of the house",
    "Standard deviation of a leader's guess of how many others will vote against the head of government. Ours: whips' counts before such votes miss by about as much.",
    { ref: "morris1998" },
  ),
  "confidence.bought": parameter(
    [0.2, 0.4, 0.6],
    "probability",
    "That a signatory neutral toward the head of government takes its signatures back for a promise: promises of a ruler who will be strong again are not fully believed. The size is ours.",
    { ref: "walter1997" },
  ),
  "confidence.wait": parameter(
    [2, 6, 14],
    "days",
    "From the tabling of a motion of no confidence to the vote. Ours: constitutions that set a term set two days to two weeks.",
  ),
  "confidence.struck": parameter(
    [0.02, 0.07, 0.15],
    "share",
    "Signatures struck on average when a head of state goes through them. Ours.",
  ),
  "assassination.success": parameter(
    [0.07, 0.2, 0.31],
    "probability",
    "That a serious attempt on a leader kills him: 59 of 251 attempts on national leaders, 1875–2004; 7 % by explosives, 31 % by guns.",
    { ref: "jones2009" },
  ),
  "territory.stands": parameter(
    [0.15, 0.35, 0.7],
    "share",
    "Part of a force that stands and fights where none of the people are of its commander's groups. Ours: garrisons among strangers melt away.",
  ),
  "territory.defence": parameter(
    [1, 2, 3],
    "ratio",
    "Worth of a defender beside an attacker in the same place. Ours, below the three to one of the staff manuals.",
  ),
  recruitment: parameter(
    [0, 0.3, 0.8],
    "per year",
    "Growth of an armed group outside politics whose groups have no share of power at all; in proportion to the part of their size by which they fall short. Ours; that exclusion breeds rebellion is found across countries.",
    { ref: "cederman2010" },
  ),
  "boycott.discount": parameter(
    [0.2, 0.4, 0.6],
    "share",
    "Part of influence in an arena lost while staying away. Ours.",
  ),
  "splinter.street": parameter(
    [0.1, 0.2, 0.35],
    "share",
    "Part of the parent's following that a courted splinter can claim. Ours.",
  ),
  "election.swing": parameter(
    [0.15, 0.3, 0.5],
    "log-standard-deviation",
    "Change of a list's vote from one election to the next; electoral volatility in new democracies is high. Ours.",
  ),
  "formation.incumbent": parameter(
    [0.61, 0.85, 1.1],
    "log-odds",
    "Advantage of the incumbent when a government is formed: a logit of the head's party in 444 formations without a majority party before 2000, two standard errors to either side.",
    { ref: "doring2023", at: "formations before 2000; npm run bench -- formation" },
  ),
  "formation.pace": parameter(
    [4, 9, 12],
    "per year",
    "Rate at which a government is formed while there is none, or a caretaker. Mean of 40 days from election to government, in 299 parliaments without a majority party before 2000; the range is ours.",
    { ref: "doring2023" },
  ),
  "formation.size": parameter(
    [2.13, 2.5, 2.88],
    "log-odds per log-share",
    "Weight of a candidate's seats when a government is formed: from the same logit, two standard errors to either side.",
    { ref: "doring2023", at: "formations before 2000; npm run bench -- formation" },
  ),
  "formation.ties": parameter(
    [0.5, 1.2, 2],
    "log-odds per unit of tie",
    "Weight of the others' ties to a candidate. Ours.",
  ),
  "head.departure": parameter(
    [0.02, 0.05, 0.1],
    "per year",
    "Hazard that a head of government goes for reasons outside this model: death, illness, resignation, a coup. Ours: chosen so that no future is certain of a person.",
  ),
  "violence.politics": parameter(
    [0, 0.15, 0.35],
    "log-rate per unit of pressure",
    "How strongly political pressure (grievance of excluded groups, campaigns, warrants) drives violence. Ours: the record before the as-of date cannot tell it from 0.",
  ),
  "violence.fade": parameter(
    [2, 4, 8],
    "per year",
    "Rate at which a shock to political pressure fades. Ours.",
  ),
} as const satisfies Record<string, Parameter>;

export type ParameterId = keyof typeof parameters;
