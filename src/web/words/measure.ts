/** Words of the help on measures, in English: what is told of each is the engine's. */
export const measure = {
  about: "What is this: {{name}}",
  range: "Range and unit",
  formula: "Formula",
  sure: "How sure",
  sources: "Source",
  ours: "A definition of this program's own.",
  more: "More in the documentation",
} as const;

/** The same in Arabic. */
export const measureAr = {
  about: "ما هذا: {{name}}",
  range: "المدى والوحدة",
  formula: "الصيغة",
  sure: "مدى اليقين",
  sources: "المصدر",
  ours: "تعريف خاص بهذا البرنامج.",
  more: "المزيد في التوثيق",
} as const;
