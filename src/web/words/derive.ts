import { counted } from "./ar-sentences/counted.ts";

/** Words of the network that is derived from what is said, and of names that may mean the same, in English. */
export const derive = {
  title: "Derive a network",
  lead: "Two actors agree where both are friendly, or both hostile, toward the same other, or stand on the same side of an issue; they are at odds where one is for and the other against.",
  whose: "Whose stands",
  of: { actor: "of whoever acts or feels so", speaker: "of whoever says so in the texts" },
  counts: "Ties count",
  count: {
    subtract: "agreement less conflict",
    congruence: "agreement (congruence)",
    conflict: "conflict",
  },
  by: "Divided by",
  divide: {
    nothing: "nothing",
    average: "the mean number of their stands",
    jaccard: "all that either takes a stand on (Jaccard)",
    cosine: "the root of the product (cosine)",
  },
  window: "Window of time",
  always: "all time",
  months_one: "{{count}} month",
  months_other: "{{count}} months",
  span: "{{from}} to {{to}}; what has no date is in every window.",
  worded: "Only what words of a document support",
  found_one: "{{count}} pair, from {{stands}} stands.",
  found_other: "{{count}} pairs, from {{stands}} stands.",
  none: "No two take stands on the same things here. Widen the window, or count all data and not only what words support.",
  picture: "Who agrees with whom, and who is at odds",
  method:
    "One-mode network of discourse network analysis (Leifeld 2017): shared stands of each pair; a line is friendly where the number is above 0 and hostile where it is below.",
  pairs: "Pairs with shared stands",
  one: "One",
  other: "The other",
  value: "Tie",
  agree: "They agree on",
  differ: "They differ on",
} as const;

export const aliases = {
  title: "Names that may mean the same",
  lead: "Speakers whose name resembles an actor’s, across spellings and scripts. Merging writes the actor’s name into the statements and keeps the other spelling as its alias. Undo takes it back, file by file.",
  none: "No speaker’s name resembles an actor’s under another spelling.",
  said: "As the statements have it",
  actor: "The actor",
  statements: "Statements",
  merge: "Merge",
  mergeOf: "Merge {{said}} into {{actor}}",
  merged: "{{said}} is now {{actor}}.",
} as const;

/** The same in Arabic. */
export const deriveAr = {
  title: "اشتقّ شبكة",
  lead: "يتفق فاعلان حيث يكون كلاهما ودودًا أو كلاهما عدائيًّا تجاه الآخر نفسه، أو يقفان في جانب واحد من قضية؛ ويختلفان حيث يكون أحدهما مع والآخر ضد.",
  whose: "مواقف من",
  of: { actor: "من يفعل ذلك أو يشعر به", speaker: "من يقول ذلك في النصوص" },
  counts: "تَعدّ العلاقات",
  count: { subtract: "الاتفاق ناقص النزاع", congruence: "الاتفاق", conflict: "النزاع" },
  by: "مقسومة على",
  divide: {
    nothing: "لا شيء",
    average: "متوسط عدد مواقفهما",
    jaccard: "كل ما يقف منه أيٌّ منهما (Jaccard)",
    cosine: "جذر حاصل الضرب (cosine)",
  },
  window: "نافذة الزمن",
  always: "كل الزمن",
  ...counted("months", ["لا أشهر", "شهر واحد", "شهران", "{{count}} أشهر", "{{count}} شهرًا", "{{count}} شهر"]),
  span: "من {{from}} إلى {{to}}؛ وما لا تاريخ له في كل نافذة.",
  worded: "ما تسنده كلمات وثيقة فقط",
  ...counted("found", [
    "لا أزواج، من {{stands}} موقف.",
    "زوج واحد، من {{stands}} موقف.",
    "زوجان، من {{stands}} موقف.",
    "{{count}} أزواج، من {{stands}} موقف.",
    "{{count}} زوجًا، من {{stands}} موقف.",
    "{{count}} زوج، من {{stands}} موقف.",
  ]),
  none: "لا اثنان يقفان من الأشياء نفسها هنا. وسّع النافذة، أو عُدّ كل المعطيات لا ما تسنده الكلمات وحده.",
  picture: "من يتفق مع من، ومن يختلف",
  method:
    "شبكة أحادية النمط من تحليل شبكات الخطاب (Leifeld 2017): المواقف المشتركة لكل زوج؛ الخط ودود حيث العدد فوق الصفر وعدائي حيث هو دونه.",
  pairs: "أزواج ذات مواقف مشتركة",
  one: "أحدهما",
  other: "الآخر",
  value: "العلاقة",
  agree: "يتفقان على",
  differ: "يختلفان على",
} as const;

export const aliasesAr = {
  title: "أسماء قد تعني الشيء نفسه",
  lead: "قائلون يشبه اسمهم اسم فاعل بإملاء آخر أو بخط آخر. الدمج يكتب اسم الفاعل في الأقوال ويحفظ الإملاء الآخر اسمًا بديلًا له؛ و«تراجع» يعيده ملفًّا ملفًّا.",
  none: "لا اسم قائل يشبه اسم فاعل بإملاء آخر.",
  said: "كما في الأقوال",
  actor: "الفاعل",
  statements: "الأقوال",
  merge: "ادمج",
  mergeOf: "ادمج {{said}} في {{actor}}",
  merged: "صار {{said}} الآن {{actor}}.",
} as const;
