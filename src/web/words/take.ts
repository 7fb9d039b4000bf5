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
  reportZip: "All as {{form}} (zip): tables of the report",
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
  reportZip: "كلها {{form}} (zip): جداول التقرير",
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
  lead: "الصق نصًا، أو اختر ملفًا نصيًا (\u2066.txt\u2069 أو \u2066.md\u2069؛ 2 ميغابايت على الأكثر). يصير ملفًا في مجلد documents، ويُعرض نصًا مهما كان ما فيه.",
  name: "العنوان",
  author: "الكاتب",
  date: "كُتب في (\u20662012-01-10\u2069)",
  language: "اللغة (en أو ar)",
  file: "ملف",
  text: "النص",
  it: "أضفها إلى الحالة",
  done: "أُضيفت «{{title}}».",
  open: "اقرأها",
  large: "حجم هذا النص {{size}} ميغابايت؛ ولا يُقبل من المتصفح أكثر من 2. قسّمه أو انسخه إلى مجلد الحالة.",
  noText: "ليس هذا الملف نصًا بترميز UTF-8. احفظه نصًا عاديًا أولًا.",
} as const;

/** Words of what differs: between two results, and between the states of a file. */
export const differences = {
  apart: {
    title: "Two results beside each other",
    few: "Two reports are needed: make one, change the case, the seed or the number of futures, and make another.",
    one: "First",
    other: "Second",
    report: "{{when}} · {{runs}} futures · {{months}} months · seed {{seed}}",
    answers: "Answers, those that differ most first",
    points: "Second less first, points",
    sameCase:
      "Both are of the same case: what differs comes from the seed, the number of futures or the options.",
    otherCase: "The case was edited between them; the edits stand below.",
  },
  edits: {
    title: "What was edited here",
    none: "Nothing was edited in the workbench yet. What other programs change is not listed.",
    undone: "(undone)",
    made: "(new)",
    gone: "(taken away)",
  },
} as const;

/** The same in Arabic. */
export const differencesAr = {
  apart: {
    title: "نتيجتان جنبًا إلى جنب",
    few: "يلزم تقريران: اصنع واحدًا، وغيّر الحالة أو البذرة أو عدد المستقبلات، واصنع آخر.",
    one: "الأولى",
    other: "الثانية",
    report: "{{when}} · المستقبلات {{runs}} · الأشهر {{months}} · البذرة {{seed}}",
    answers: "الأجوبة، وأولها أكثرها اختلافًا",
    points: "الثانية ناقص الأولى، بالنقاط",
    sameCase: "كلتاهما للحالة نفسها: الاختلاف من البذرة أو عدد المستقبلات أو الخيارات.",
    otherCase: "عُدّلت الحالة بينهما؛ والتعديلات أدناه.",
  },
  edits: {
    title: "ما عُدّل هنا",
    none: "لم يُعدَّل شيء في هذه الواجهة بعد. ولا يُذكر ما تغيّره برامج أخرى.",
    undone: "(تُراجع عنه)",
    made: "(جديد)",
    gone: "(أُزيل)",
  },
} as const;
