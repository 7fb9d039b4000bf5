/** Words of the paths that futures take, in English. */
export const paths = {
  title: "Paths of the futures",
  lead: "Futures in which the same of the gravest things happen in the same order are one path. Months are the median of the path’s futures.",
  find: "Find the paths",
  alike: "Nothing of note tells these futures apart: what matters happens in nearly all of them or in none.",
  of_one: "{{count}} future by its path",
  of_other: "{{count}} futures by their paths",
  path: "What happens first, and then",
  part: "Part of the futures",
  interval: "95% interval",
  fromTo: "{{low}} to {{high}}",
  none: "None of these happens",
  rest_one: "{{count}} rarer path holds {{part}}; the CSV has it.",
  rest_other: "{{count}} rarer paths hold {{part}}; the CSV has them.",
  turns: "Where the answers part",
  noTurns: "No answer goes with any of these more than chance would have it.",
  question: "Question",
  all: "Yes in all",
  at: "Parts at",
  with: "Yes where it happens",
  without: "Yes where it does not",
  among_one: "{{part}} of {{count}}",
  among_other: "{{part}} of {{count}}",
  notCause:
    "What goes with an answer need not be its cause. To see what it causes, forbid or force it on the page What-if.",
} as const;

export const futures = {
  onPage: "On this page:",
  futures: "The futures",
  questions: "Questions",
  violence: "Violence",
  stability: "Stability",
} as const;

/** The same in Arabic: labels. */
export const pathsAr = {
  title: "مسارات المستقبلات",
  find: "جد المسارات",
  question: "السؤال",
} as const;
