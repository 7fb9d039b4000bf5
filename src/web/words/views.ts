import { counted } from "./ar-sentences/counted.ts";

/** Words of the views that are kept with a case, in English. */
export const views = {
  title_zero: "Saved views",
  title_one: "Saved views ({{count}})",
  title_other: "Saved views ({{count}})",
  name: "Name of this view",
  text: "What there is to see (may be empty)",
  save: "Save this view in the case",
  saved: "Saved in the case: {{name}}.",
  remove: "Take out",
  removeOf: "Take out the view {{name}}",
  removed: "Taken out: {{name}}. Undo brings it back.",
} as const;

/** The same in Arabic. */
export const viewsAr = {
  ...counted("title", [
    "المشاهد المحفوظة",
    "المشاهد المحفوظة (واحد)",
    "المشاهد المحفوظة (اثنان)",
    "المشاهد المحفوظة ({{count}})",
    "المشاهد المحفوظة ({{count}})",
    "المشاهد المحفوظة ({{count}})",
  ]),
  name: "اسم هذا المشهد",
  text: "ما يُرى فيه (قد يُترك فارغًا)",
  save: "احفظ هذا المشهد في الحالة",
  saved: "حُفظ في الحالة: {{name}}.",
  remove: "أزل",
  removeOf: "أزل المشهد {{name}}",
  removed: "أُزيل: {{name}}. والتراجع يعيده.",
} as const;
