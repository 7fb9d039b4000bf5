/** Arabic letters by the Latin consonants with which names are mostly written; vowels and the glottal stop have none. */
const LATIN: { readonly [letter: string]: string } = {
  ...{ ب: "b", ت: "t", ث: "th", ج: "j", ح: "h", خ: "kh", د: "d", ذ: "dh", ر: "r", ز: "z", س: "s", ش: "sh" },
  ...{ ص: "s", ض: "d", ط: "t", ظ: "z", غ: "gh", ف: "f", ق: "k", ك: "k", ل: "l", م: "m", ن: "n", ه: "h" },
  ...{ ة: "", پ: "b", چ: "j", ژ: "j", ڤ: "v", گ: "g", ک: "k", ی: "" },
};

/** A text without case, marks and tatweel, and with one form of each letter: for finding it however it is written. */
export function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}ـ]/gu, "")
    .replace(/[إأآٱ]/gu, "ا")
    .replace(/ى/gu, "ي")
    .replace(/ة/gu, "ه")
    .toLowerCase();
}

/**
 * The consonants of a name in Latin letters, word by word without the article: what spellings of it have in common,
 * also across scripts.
 */
export function skeleton(name: string): string {
  return folded(name)
    .replace(/(^|[^\p{L}])(?:al|el|ال)[-\s]?(?=\p{L}{2})/gu, "$1")
    .replace(/[\u0600-\u06ff]/gu, (letter) => LATIN[letter] ?? "")
    .replace(/[^\p{L}\s-]/gu, "")
    .split(/[\s-]+/)
    .map((word) =>
      word
        .replace(/ou|oo|ee|ei|ai/g, "")
        .replace(/ch/g, "sh")
        .replace(/[qc]/g, "k")
        .replace(/p/g, "b")
        .replace(/[aeiouwy]/g, "")
        .replace(/(.)\1+/g, "$1"),
    )
    .filter((word) => word !== "")
    .join(" ");
}

/** So few consonants say nothing of who is meant. */
const LEAST = 3;

/** Whether a text holds what is sought, in whatever spelling or script. */
export function holds(text: string, sought: string): boolean {
  const plain = folded(sought).trim();
  if (plain === "" || folded(text).includes(plain)) return true;
  const bones = skeleton(sought);
  return bones.replaceAll(" ", "").length >= LEAST && ` ${skeleton(text)} `.includes(` ${bones} `);
}

/** Whether two names may be spellings of one: the same consonants, or all words of the shorter among the longer's. */
export function resemble(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => skeleton(name).split(" "));
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  return few.join("").length >= LEAST && few.every((word) => many.includes(word));
}
