/** What people write above the columns of their own tables, and what a column below it may hold. */
import { type Language, readLanguage } from "../../language.ts";
import type { Part } from "./meaning.ts";

/** The beginnings of words that say what a column holds, by language; `=` before a whole word. */
const WORDS: Readonly<Record<Language, Partial<Record<Part, string>>>> = {
  en: {
    code: "=code =codes =id =no =nr =num =number =# =№ =ref =reference",
    addressee: "addressee recipient address respons =actor institution =body =whom =agency ministr",
    measures: "measure action =steps =step activit implement",
    title: "title heading headline =name =topic short subject",
    statement: "statement =text descri =wording detail explan =full content",
    whole: "recommend proposal suggest =demand =demands =goal =goals",
  },
  ru: {
    code: "=код =коды =номер =п/п =п.п =№№",
    addressee: "адресат =кому ответственн исполнител ведомств =орган =органы министерств получател",
    measures: "=мера =меры =мер мероприят действи =шаги =шаг механизм",
    title: "заголов названи наименован =тема кратк =суть",
    statement: "=текст описани формулиров содержани подробн =полный пояснен обоснован",
    whole: "рекомендац предложени инициатив требован =задача =задачи",
  },
  kk: {
    code: "=коды =нөмір =нөмірі =р/с",
    addressee: "=кімге жауапты мекеме орындаушы министрліг",
    measures: "=шара шарала іс-шара іс-қимыл қадам",
    title: "тақырып атауы қысқаша",
    statement: "мәтін сипаттам мазмұн толық түсіндірм",
    whole: "ұсыным ұсыныс талап",
  },
  uz: {
    code: "=kod =kodi raqam =t/r =tartib",
    addressee: "=kimga masʼul mas'ul mas’ul tashkilot vazirlig ijrochi",
    measures: "chora tadbir qadam",
    title: "sarlavha =nomi mavzu qisqa",
    statement: "matn tavsif mazmun toʻliq to'liq",
    whole: "tavsiya taklif",
  },
  ar: {
    code: "=رقم =الرقم =رمز =الرمز =م",
    addressee: "المخاطب الجهة المسؤول =إلى الوزارة",
    measures: "التدابير التدبير تدابير تدبير الإجراء إجراء الخطوات",
    title: "العنوان عنوان الاسم الموضوع",
    statement: "النص نص الوصف وصف التفاصيل المحتوى الشرح",
    whole: "التوصية التوصيات توصية توصيات المقترح مقترح الاقتراح",
  },
  de: {
    code: "=nummer =kennung =kürzel =lfd",
    addressee: "adressat empfänger zuständig =wer =wen ministerium behörde",
    measures: "maßnahme massnahme schritt umsetzung",
    title: "=titel überschrift =thema kurz bezeichnung",
    statement: "wortlaut beschreibung erläuterung inhalt volltext",
    whole: "empfehlung vorschlag vorschläge forderung",
  },
  fr: {
    code: "=numéro =n° =réf",
    addressee: "destinataire ministère acteur",
    measures: "mesure =actions étape",
    title: "=titre intitulé =sujet =objet",
    statement: "=texte énoncé libellé détail contenu",
    whole: "recommandation proposition",
  },
  es: {
    code: "=código =número =núm",
    addressee: "destinatari ministerio institución",
    measures: "medida =acción acciones =pasos",
    title: "título nombre =tema",
    statement: "=texto descripción enunciado contenido",
    whole: "recomendaci propuesta",
  },
  tr: {
    code: "=kod =kodu =sıra =numara",
    addressee: "muhatap sorumlu kurum bakanlı =kime",
    measures: "önlem tedbir eylem =adım",
    title: "başlık =konu",
    statement: "metin metni açıklama içerik",
    whole: "öneri tavsiye",
  },
};

/** Which part a heading names first: "text of the measure" is about measures, whatever else it says. */
const ORDER: readonly Part[] = ["code", "addressee", "measures", "title", "statement", "whole"];

/** How languages are shortened in headings, besides their tags. */
const SHORT: Readonly<Record<string, Language>> = {
  kz: "kk",
  kaz: "kk",
  каз: "kk",
  қаз: "kk",
  рус: "ru",
  rus: "ru",
  орыс: "ru",
  анг: "en",
  англ: "en",
  eng: "en",
  ағыл: "en",
  uzb: "uz",
  узб: "uz",
  deu: "de",
  ger: "de",
  fra: "fr",
  esp: "es",
  tur: "tr",
  ua: "uk",
};

/** What a heading says; the language where it names one. */
export interface HeadingSays {
  part: Part | undefined;
  /** The language that is named in it. */
  named: Language | undefined;
  /** The language that it is written in, as far as the words tell. */
  written: Language | undefined;
}

/** Reads a heading in whatever language, when texts may be in those languages. */
export function readHeading(heading: string, languages: readonly Language[]): HeadingSays {
  const words = heading
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{Nd}/'’ʼʻ#№°-]+/u);
  const all = words.filter(Boolean).map((word) => word.replace(/^-+|-+$/g, ""));
  const named = namedLanguage(all, languages);
  for (const part of ORDER) {
    for (const [written, own] of Object.entries(WORDS)) {
      const roots = own[part]?.split(" ") ?? [];
      const says = all.some((word) =>
        roots.some((root) =>
          root.startsWith("=") ? word === root.slice(1) : word.startsWith(root),
        ),
      );
      if (says) return { part, named, written };
    }
  }
  // A column may be called by its language alone.
  const alone = all.length === 1 ? languageNamed(all[0]!, languages) : undefined;
  return {
    part: alone === undefined ? undefined : "whole",
    named: alone ?? named,
    written: undefined,
  };
}

/** Of several words the last that is the tag, the short form or the name of a language. */
function namedLanguage(words: readonly string[], languages: readonly Language[]) {
  const known = knownBeside(languages);
  for (const word of words.slice(1).toReversed()) {
    const tag = readLanguage(word);
    if (tag !== undefined && known.includes(tag)) return tag;
    const found = SHORT[word] ?? languageNamed(word, languages);
    if (found !== undefined) return found;
  }
  return undefined;
}

const languageNamed = (word: string, languages: readonly Language[]): Language | undefined =>
  knownBeside(languages).find((one) => isNamed(word, one));

const knownBeside = (languages: readonly Language[]): Language[] => [
  ...new Set([...languages, ...Object.keys(WORDS)]),
];

/** Whether a word is a form of a language's name: "казахском" is one of "казахский". */
const isNamed = (word: string, language: Language): boolean =>
  [...new Set(["en", "ru", "kk", "de", "fr", language])].some((within) => {
    const name = nameOf(language, within);
    return name.length >= 4 && word.startsWith(name.slice(0, Math.max(4, name.length - 2)));
  });

const names = new Map<string, string>();
const nameOf = (language: Language, within: Language): string => {
  const key = `${language} ${within}`;
  if (!names.has(key)) {
    const name = new Intl.DisplayNames([within], { type: "language" }).of(language) ?? "";
    names.set(key, name.split(" ")[0]!.toLowerCase());
  }
  return names.get(key)!;
};
