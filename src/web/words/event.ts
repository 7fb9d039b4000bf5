/** Words of one event, in English. */
export const event = {
  title: "The event",
  intensity: "Intensity (Goldstein, −10 to +10)",
  usual: "{{value}}, as usual for its type",
  certainty: "Certainty",
  source: "Source",
  noSource: "none named",
  read: "Read it in the document",
  before: "The event before",
  after: "The next event",
  close: "Close",
  place: "{{at}} of {{of}} shown",
  first: "Look at the first event",
} as const;

/** The same in Arabic: labels. */
export const eventAr = {
  title: "الحدث",
  source: "المصدر",
  before: "الحدث السابق",
  after: "الحدث التالي",
  close: "أغلق",
} as const;
