import { mapSentences } from "./ar-sentences/map.ts";
import { mergeAr } from "./ar-sentences/merge.ts";
import { pagesSentences } from "./ar-sentences/pages.ts";
import { shared } from "./ar-sentences/power.ts";
import { readSentences } from "./ar-sentences/read.ts";
import { seatSentences } from "./ar-sentences/seat.ts";
import { createAr, sweepAr } from "./ar-sentences/sweep.ts";
import { whatifSentences } from "./ar-sentences/whatif.ts";
import { filesAr } from "./files.ts";
import { mapAr } from "./map.ts";
import { measureAr } from "./measure.ts";
import { merged, type Words } from "./merged.ts";
import { pagesAr } from "./pages.ts";
import { editAr, readAr } from "./read.ts";
import { shellAr } from "./shell.ts";
import { addAr, differencesAr, takeAr } from "./take.ts";
import { viewsAr } from "./views.ts";

/** Labels: each stands beside its English word. */
const labels = {
  name: "توازن",
  skip: "انتقل إلى الصفحة",
  pages: "الصفحات",
  page: {
    overview: "نظرة عامة",
    read: "القراءة",
    map: "الخريطة",
    power: "القوة",
    behaviour: "السلوك",
    futures: "المستقبلات",
    whatif: "ماذا لو",
    claims: "الادعاءات والدرجات",
    seat: "العب دورًا",
    settings: "الإعدادات والتصدير",
  },
  loading: "تُقرأ الحالة …",
  asOf: "حتى \u2066{{date}}\u2069",
  theme: "فاتح أو داكن",
  themes: { system: "كالنظام", light: "فاتح", dark: "داكن" },
  language: "اللغة",
  run: {
    waiting: "في انتظار التشغيل السابق …",
    starting: "يبدأ …",
    stop: "أوقف",
    stopping: "يُوقف …",
    stopped: "أُوقف. ما أُنجز محفوظ.",
    again: "شغّل من جديد",
    failed: "تعذّر ذلك",
  },
  findings: "ملاحظات",
  noFindings: "تُقرأ الحالة بلا ملاحظات.",
  table: "البيانات",
  yes: "نعم",
  no: "لا",
  method: "كيف حُسب",
  measure: measureAr,
  edit: editAr,
  read: readAr,
  map: mapAr,
  ...pagesAr,
  ...shellAr,
  add: addAr,
  ...differencesAr,
  take: takeAr,
  sweep: sweepAr,
  create: createAr,
  merge: mergeAr,
  files: filesAr,
  views: viewsAr,
} as const;

/** The Arabic catalogue: every key of the English one. */
export const ar: Words = [
  shared,
  { read: readSentences, map: mapSentences, whatif: whatifSentences, seat: seatSentences },
  pagesSentences,
].reduce<Words>(merged, labels);
