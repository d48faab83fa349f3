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
const SHORT: ReadonlyMap<string, Language> = new Map(
  "kz:kk kaz:kk каз:kk қаз:kk рус:ru rus:ru орыс:ru анг:en англ:en eng:en ағыл:en uzb:uz узб:uz deu:de ger:de fra:fr esp:es tur:tr ua:uk"
    .split(" ")
    .map((one) => one.split(":") as [string, Language]),
);

/** What a heading says; the language where it names one. */
export interface HeadingSays {
  part: Part | undefined;
  /** The language that is named in it. */
  named: Language | undefined;
  /** The language that it is written in, as far as the words tell. */
  written: Language | undefined;
}

/** The same taken apart: which words are meant whole, and how others begin. */
const ROOTS = ORDER.map((part) => ({
  part,
  languages: Object.entries(WORDS).map(([language, own]) => {
    const roots = own[part]?.split(" ") ?? [];
    return {
      language,
      words: new Set(roots.filter((one) => one.startsWith("=")).map((one) => one.slice(1))),
      beginnings: roots.filter((one) => !one.startsWith("=")),
    };
  }),
}));

/** A longer text is no heading. */
const LONGEST = 120;

/** Reads a heading in whatever language, when texts may be in those languages. */
export function readHeading(heading: string, languages: readonly Language[]): HeadingSays {
  const words = heading
    .slice(0, LONGEST + 1)
    .normalize("NFC")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{Nd}/'’ʼʻ#№°-]+/u)
    .map((word) => word.replace(/^-+|-+$/g, ""))
    .filter(Boolean);
  if (words.length === 0 || heading.length > LONGEST) return NOTHING;
  const named = namedLanguage(words, languages);
  for (const { part, languages } of ROOTS) {
    const written = languages.find((own) =>
      words.some(
        (word) => own.words.has(word) || own.beginnings.some((one) => word.startsWith(one)),
      ),
    );
    if (written !== undefined) return { part, named, written: written.language };
  }
  // A column may be called by its language alone.
  const alone = words.length === 1 ? languageNamed(words[0]!, languages) : undefined;
  return alone === undefined
    ? { ...NOTHING, named }
    : { part: "whole", named: alone, written: undefined };
}

const NOTHING: HeadingSays = { part: undefined, named: undefined, written: undefined };

/** Of several words the last that is the tag, the short form or the name of a language. */
function namedLanguage(words: readonly string[], languages: readonly Language[]) {
  for (const word of words.slice(1).toReversed()) {
    const tag = readLanguage(word);
    if (tag !== undefined && (languages.includes(tag) || Object.hasOwn(WORDS, tag))) return tag;
    const found = SHORT.get(word) ?? languageNamed(word, languages);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The language of whose name a word is a form: "казахском" is one of "казахский". */
const languageNamed = (word: string, languages: readonly Language[]): Language | undefined =>
  [...languages, ...Object.keys(WORDS)].find((one) =>
    stemsOf(one).some((stem) => word.startsWith(stem)),
  );

/** How a language's name begins in some others and in itself; made once, since that takes long. */
function stemsOf(language: Language): readonly string[] {
  const known = stems.get(language);
  if (known !== undefined) return known;
  const made = ["en", "ru", "kk", "de", "fr", language].flatMap((within) => {
    const name = new Intl.DisplayNames([within], { type: "language" }).of(language) ?? "";
    const [word = ""] = name.toLowerCase().split(" ");
    return word.length < 4 ? [] : [word.slice(0, Math.max(4, word.length - 2))];
  });
  stems.set(language, [...new Set(made)]);
  return stems.get(language)!;
}

const stems = new Map<Language, readonly string[]>();
