import { type Part, plural, type Section } from "../../show/index.ts";
import type { Study } from "../study.ts";
import { couplingOfCase } from "./behaviour-coupling.ts";
import { defaultCoefficients } from "./behaviour-defaults.ts";
import { caseFitOf, fitParts } from "./behaviour-fit.ts";
import { holdParts } from "./behaviour-holds.ts";
import { busiest, movesTable } from "./behaviour-record.ts";
import { surpriseParts } from "./behaviour-surprises.ts";

/**
 * How they behave: with which coefficients they were played, what the case's own events support, whether one
 * front moves the other, which events surprise, who acted toward whom, and the moves of the futures.
 */
export function behaviour(study: Study): Section {
  const events = study.source.events.length;
  const found = caseFitOf(study);
  return {
    id: "behaviour",
    title: "How they behave",
    lead: `Each actor has a clock; when it rings, the actor weighs every move that is open to it, by habit and by expected gain, and one is drawn. ${
      events === 0
        ? "The case records no events, so that every habit begins blank."
        : `Its habits begin with the ${plural(events, "recorded event")} of the case.`
    } ${
      study.behaviour === undefined
        ? "How strongly the past counts is set by default coefficients; what the case's own events say of them stands beside."
        : "How strongly the past counts is set by coefficients fitted to events."
    }`,
    parts: [
      played(study),
      { kind: "subheading", title: "What the case's own events support" },
      ...fitParts(found),
      ...holdParts(found),
      { kind: "subheading", title: "Does hostility on one front raise hostility on another, and for whom?" },
      ...couplingOfCase(study, found),
      { kind: "subheading", title: "The most surprising events" },
      ...surpriseParts(study, found),
      { kind: "subheading", title: "The coefficients of the play" },
      ...(["rate", "choice", "type"] as const).map(defaultCoefficients),
      { kind: "subheading", title: "Who acted toward whom in the record" },
      busiest(study) ?? {
        kind: "paragraph",
        text: "No event in the case has both a known maker and a known target, so there are no pairs to show.",
      },
      { kind: "subheading", title: "The moves, and how often they are made in the futures" },
      movesTable(study),
    ],
  };
}

/** Whence the coefficients are with which the futures were played. */
function played(study: Study): Part {
  return study.behaviour === undefined
    ? {
        kind: "callout",
        tone: "caution",
        title: "Defaults, not estimates.",
        text: "The futures were played with default coefficients. Their signs are those that the works named have found; their sizes are the engine's, the same for every case. Each set of 50 futures is played on one draw from their ranges, so that the spread from uncertain inputs in this report includes them. A play with coefficients of its own: tawazun fit … --save FILE.json, then --fit FILE.json.",
      }
    : {
        kind: "callout",
        tone: "note",
        title: "Fitted coefficients.",
        text: study.behaviour.says,
      };
}
