/** The kinds of standing fact between actors, as the case format names them. */
export const standingKinds = [
  "boycott",
  "warrant",
  "bar",
  "sponsorship",
  "sanction",
  "open-market",
  "campaign",
  "pledge",
  "motion",
  "basing",
] as const;

/** What stands between actors and can be lifted. */
export const liftableKinds = [...standingKinds, "demand"] as const;
