import { mapAr } from "./map.ts";
import { pagesAr } from "./pages.ts";
import { editAr, readAr } from "./read.ts";
import { shellAr } from "./shell.ts";
import { addAr, takeAr } from "./take.ts";

/** The Arabic catalogue: navigation and labels. What is not here is shown in English. */
export const ar = {
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
    stopped: "أُوقف. ما أُنجز محفوظ.",
    again: "شغّل من جديد",
    failed: "تعذّر ذلك",
  },
  findings: "ملاحظات",
  noFindings: "تُقرأ الحالة بلا ملاحظات.",
  table: "البيانات",
  method: "كيف حُسب",
  sources: "المصادر",
  edit: editAr,
  read: readAr,
  map: mapAr,
  ...pagesAr,
  ...shellAr,
  add: addAr,
  take: takeAr,
} as const;
