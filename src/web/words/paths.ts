import { counted } from "./ar-sentences/counted.ts";

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

/** The same in Arabic. */
export const pathsAr = {
  title: "مسارات المستقبلات",
  lead: "المستقبلات التي تحدث فيها أخطر الأمور نفسها بالترتيب نفسه مسار واحد. والأشهر وسيط مستقبلات المسار.",
  find: "جد المسارات",
  alike: "لا شيء ذا شأن يميّز هذه المستقبلات: ما يهمّ يحدث في جلّها أو لا يحدث في أيّ منها.",
  ...counted("of", [
    "لا مستقبلات",
    "مستقبل واحد بحسب مساره",
    "مستقبلان بحسب مساريهما",
    "{{count}} مستقبلات بحسب مساراتها",
    "{{count}} مستقبلًا بحسب مساراتها",
    "{{count}} مستقبل بحسب مساراتها",
  ]),
  path: "ما يحدث أولًا، ثم ما يليه",
  part: "جزء المستقبلات",
  interval: "فترة 95%",
  fromTo: "من {{low}} إلى {{high}}",
  none: "لا يحدث شيء من هذا",
  ...counted("rest", [
    "لا مسارات أندر، {{part}}.",
    "مسار أندر يضم {{part}}؛ وهو في ملف CSV.",
    "مساران أندر يضمان {{part}}؛ وهما في ملف CSV.",
    "{{count}} مسارات أندر تضم {{part}}؛ وهي في ملف CSV.",
    "{{count}} مسارًا أندر تضم {{part}}؛ وهي في ملف CSV.",
    "{{count}} مسار أندر تضم {{part}}؛ وهي في ملف CSV.",
  ]),
  turns: "أين تفترق الأجوبة",
  noTurns: "لا جواب يقترن بشيء من هذا أكثر مما تأتي به المصادفة.",
  question: "السؤال",
  all: "نعم في الكل",
  at: "يفترق عند",
  with: "نعم حيث يحدث",
  without: "نعم حيث لا يحدث",
  ...counted("among", [
    "{{part}} من {{count}}",
    "{{part}} من واحد",
    "{{part}} من اثنين",
    "{{part}} من {{count}}",
    "{{part}} من {{count}}",
    "{{part}} من {{count}}",
  ]),
  notCause: "ما يقترن بجواب ليس سببه بالضرورة. لترى ما يسببه امنعه أو افرضه في صفحة «ماذا لو».",
} as const;

export const futuresAr = {
  onPage: "في هذه الصفحة:",
  futures: "المستقبلات",
  questions: "الأسئلة",
  violence: "العنف",
  stability: "الاستقرار",
} as const;
