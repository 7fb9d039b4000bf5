/** Words of taking data away and of adding a document, in English. */
export const take = {
  oneTable: "One table",
  table: "Table",
  rows: "{{name}} ({{count}})",
  forms: { csv: "CSV", json: "JSON", parquet: "Parquet" },
  allTables: "All tables of the case",
  tablesLead:
    "A file for each section. A number that is uncertain has three columns: its likeliest value and its ends. Parquet keeps the types; R, Python, DuckDB and spreadsheets read one of the three.",
  zipOf: "All as {{form}} (zip)",
  reportTables: "Tables of the report, those behind its pictures among them",
  reportZip: "Tables of the report as {{form}} (zip)",
  network: "The network of ties",
  networks: { graphml: "GraphML (igraph, networkx, Cytoscape, R)", gexf: "GEXF (Gephi)" },
  print: "Print or save as PDF",
} as const;

/** The same in Arabic. */
export const takeAr = {
  oneTable: "جدول واحد",
  table: "الجدول",
  rows: "{{name}} ({{count}})",
  forms: { csv: "CSV", json: "JSON", parquet: "Parquet" },
  allTables: "كل جداول الحالة",
  tablesLead:
    "ملف لكل قسم. للعدد غير المؤكد ثلاثة أعمدة: القيمة الأرجح وطرفاها. يحفظ Parquet الأنواع؛ وتقرأ R وPython وDuckDB وجداول البيانات أحد الثلاثة.",
  zipOf: "كلها {{form}} (zip)",
  reportTables: "جداول التقرير، ومنها ما وراء صوره",
  reportZip: "جداول التقرير {{form}} (zip)",
  network: "شبكة العلاقات",
  networks: { graphml: "GraphML (لـ igraph وnetworkx وCytoscape وR)", gexf: "GEXF (لـ Gephi)" },
  print: "اطبع أو احفظ PDF",
} as const;

/** Words of adding a document, in English. */
export const add = {
  title: "Add a document",
  lead: "Paste a text, or choose a file of text (.txt, .md; at most 2 MB). It becomes a file of the case's folder documents, and is shown as text, whatever it holds.",
  name: "Title",
  author: "Author",
  date: "Written (2012-01-10, 2012-01 or 2012)",
  language: "Language (en, ar)",
  file: "File",
  text: "Text",
  it: "Add to the case",
  done: "“{{title}}” was added.",
  open: "Read it",
  large:
    "This text has {{size}} MB; at most 2 MB can be put in from a browser. Split it, or copy it into the case's folder.",
  noText: "This file is no text in UTF-8. Save it as plain text first.",
} as const;

/** The same in Arabic. */
export const addAr = {
  title: "أضف وثيقة",
  lead: "الصق نصًا، أو اختر ملفًا نصيًا (.txt أو .md؛ 2 ميغابايت على الأكثر). يصير ملفًا في مجلد documents، ويُعرض نصًا مهما كان ما فيه.",
  name: "العنوان",
  author: "الكاتب",
  date: "كُتب في (2012-01-10 أو 2012-01 أو 2012)",
  language: "اللغة (en أو ar)",
  file: "ملف",
  text: "النص",
  it: "أضفها إلى الحالة",
  done: "أُضيفت «{{title}}».",
  open: "اقرأها",
  large: "حجم هذا النص {{size}} ميغابايت؛ ولا يُقبل من المتصفح أكثر من 2. قسّمه أو انسخه إلى مجلد الحالة.",
  noText: "ليس هذا الملف نصًا بترميز UTF-8. احفظه نصًا عاديًا أولًا.",
} as const;
