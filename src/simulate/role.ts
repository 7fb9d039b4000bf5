/** What an actor is at a moment, as bits: what most kinds of move ask of whoever makes them. */
export const role = {
  /** Is head of government. */
  governs: 1,
  /** Fills some post. */
  names: 2,
  state: 4,
  /** Speaks for a state or is an organisation abroad. */
  speaks: 8,
  /** Is or leads an armed group. */
  armed: 16,
  exiled: 32,
  hiding: 64,
  /** Is an institution at home. */
  court: 128,
  /** Is head of state. */
  presides: 256,
  /** Has seats. */
  seated: 512,
  /** Its party has signed against the head of government. */
  signed: 1024,
  /** It, or something it leads, broke away from another. */
  splintered: 2048,
  /** Has a grievance of 0.15 or more. */
  aggrieved: 4096,
  /** Shares the government. */
  shares: 8192,
  /** Stays away from some arena. */
  absent: 16384,
  /** Sees a motion against the head of government tabled. */
  tabled: 32768,
  /** Governs, or somebody it has to do with demands something of it. */
  pressed: 65536,
  /** Has arms, or leads somebody who does. */
  bears: 262144,
  /** Holds, or its state holds, a territory on a route. */
  gates: 524288,
  /** Is sponsored by somebody it has to do with. */
  sponsored: 1048576,
  /** Has a campaign under way against somebody it has to do with. */
  campaigns: 131072,
} as const;
