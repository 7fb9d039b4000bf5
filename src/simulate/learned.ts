import { didYouMean, type Random, TawazunError } from "../base/index.ts";
import { type DefaultName, drawCoefficients, type EventFit, formula, type Term } from "../behave/index.ts";

/**
 * The fitted term that stands for each coefficient of the play: a statistic, and the network it is taken of.
 * `conflictual@elsewhere` holds the hostility met from actors of another front than one's own.
 */
export const learnable: { readonly [Name in DefaultName]: string } = {
  "rate/activity": "sent",
  "rate/hostility-met": "received(conflictual)",
  "rate/front-coupling": "received(conflictual@elsewhere)",
  "choice/inertia": "inertia",
  "choice/reciprocity": "recip",
  "choice/friend-of-friend": "friend_of_friend",
  "choice/friend-of-enemy": "friend_of_enemy",
  "choice/enemy-of-friend": "enemy_of_friend",
  "choice/enemy-of-enemy": "enemy_of_enemy",
  "type/hostile-inertia": "inertia(conflictual)",
  "type/friendly-inertia": "inertia(cooperative)",
  "type/hostile-reciprocity": "recip(conflictual)",
  "type/friendly-reciprocity": "recip(cooperative)",
  "type/friend-of-friend": "friend_of_friend",
  "type/friend-of-enemy": "friend_of_enemy",
  "type/enemy-of-friend": "enemy_of_friend",
  "type/enemy-of-enemy": "enemy_of_enemy",
};

/** Coefficients of behaviour that were fitted to events, for use in play: plain data. */
export interface LearnedBehaviour {
  /** Days: the memory of the play, that of the terms taken over. */
  readonly halfLife: number;
  /** Each fit with the play's coefficient for which each of its terms stands, if for any. */
  readonly fits: readonly {
    readonly fit: EventFit;
    readonly names: readonly (DefaultName | undefined)[];
  }[];
  /** Drawn anew with every draw of the inputs, from the normal distribution around the estimates; else the estimates. */
  readonly draws: boolean;
}

/** The coefficient of the play for which a term of a fit stands; nothing if it stands for none. */
export function playedAs(fit: Pick<EventFit, "kind">, term: string): DefaultName | undefined {
  const factor = fit.kind === "rate-timed" ? "rate" : fit.kind;
  const [, of = "", text] = /^(?:([^:(]+): )?(.*)$/.exec(term) ?? [];
  if ((factor === "type") !== (of === "conflictual")) return undefined;
  const [read] = formula(text);
  return (Object.keys(learnable) as DefaultName[]).find(
    (name) => name.startsWith(`${factor}/`) && isSame(read, formula(learnable[name])[0]),
  );
}

/** Whether a term is the statistic of the play, faded and as a muchness. */
function isSame(term: Term, played: Term): boolean {
  const { h, half_life: halfLife = h, transform, transformer_fn: shape = transform, ...rest } = term.options;
  const signed = term.of.join() === "cooperative,conflictual" && played.of.length === 0;
  const whole = term.of.join() === "all" && played.of.length === 0;
  return (
    term.statistic === played.statistic &&
    (term.of.join() === played.of.join() || signed || whole) &&
    typeof halfLife === "number" &&
    shape === "muchness" &&
    Object.entries(rest).every(([name, value]) => (name === "weighted" ? value === true : name === "side"))
  );
}

/**
 * Coefficients for the play from fits: each term that the play also weighs takes the place of its default.
 *
 * @throws {TawazunError} `learned/none` if no term stands for a coefficient of the play; `learned/twice` if
 * two do for the same; `learned/half-life` if their half-lives differ, for the play has one memory.
 *
 * @remarks A term is taken over if it is the statistic of {@link learnable} of the same factor, with a
 * half-life and `transform=muchness`. The rest is left out, and what is not fitted keeps its default range:
 * the intercept of the rate (the pace of each actor is an input of the case) and that of the type (how common
 * each kind of move is belongs to the kind) among them.
 */
export function learnedFrom(fits: readonly EventFit[], draws = false): LearnedBehaviour {
  const named = fits.map((fit) => ({ fit, names: fit.terms.map((term) => playedAs(fit, term.name)) }));
  const halfLives = new Map<number, string>();
  const seen = new Map<DefaultName, string>();
  for (const { fit, names } of named) {
    names.forEach((name, p) => {
      if (name === undefined) return;
      const text = fit.terms[p].name;
      const other = seen.get(name);
      if (other !== undefined) {
        throw new TawazunError("learned/twice", `${other} and ${text} both stand for ${name}; keep one.`);
      }
      seen.set(name, text);
      const { h, half_life: halfLife = h } = formula(text.replace(/^[^:(]+: /, ""))[0].options;
      halfLives.set(Number(halfLife), text);
    });
  }
  const [first] = halfLives.keys();
  if (first === undefined) {
    const terms = fits.flatMap((fit) => fit.terms.map((term) => term.name));
    throw new TawazunError(
      "learned/none",
      `None of the fitted terms (${terms.join(", ")}) is one that the play weighs; write such as inertia(h=60, transform=muchness).${didYouMean(terms[0] ?? "", Object.values(learnable))}`,
    );
  }
  if (halfLives.size > 1) {
    throw new TawazunError(
      "learned/half-life",
      `${[...halfLives].map(([days, text]) => `${text} fades with ${days} days`).join("; ")}: the play has one memory; fit all with one half-life.`,
    );
  }
  return { halfLife: first, fits: named, draws };
}

/**
 * The learned coefficients for one draw of the inputs.
 *
 * @param random absent: the estimates, whatever `draws` says.
 */
export function coefficientsOf(
  learned: LearnedBehaviour,
  random?: Random,
): { readonly [Name in DefaultName]?: number } {
  return Object.fromEntries(
    learned.fits.flatMap(({ fit, names }) => {
      const values =
        learned.draws && random !== undefined
          ? drawCoefficients(fit, random.fork(`fitted ${fit.kind}`))
          : fit.terms.map((term) => term.coefficient);
      return names.flatMap((name, p) => (name === undefined ? [] : [[name, values[p]]]));
    }),
  );
}
