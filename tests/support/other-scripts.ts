import type { Consultation } from "../../domain/consultation/definition.ts";
import { readConsultation } from "../../domain/consultation/read-definition.ts";

function checked(definition: unknown): Consultation {
  const read = readConsultation(definition);
  if ("faults" in read) throw new Error(JSON.stringify(read.faults));
  return read.consultation;
}

const statement = (water: string) => ({
  ar: `ينبغي للمدينة أن ${water} قبل نهاية العام، وأن تنشر ما أنفقته.`,
});

/**
 * Written in Arabic and translated into English by half: one title and every statement are missing
 * there. Codes as a report has them, a word of 60 letters, and links that are none.
 */
export const IN_ARABIC = checked({
  id: "water",
  languages: ["ar", "en"],
  timeZone: "Africa/Cairo",
  title: { ar: "توصيات مجلس المواطنين بشأن الماء", en: "A citizens’ assembly on water" },
  summary: {
    ar: "اجتمع 60 مواطنًا في 3 عطلات أسبوع.\n\n- المصدر: https://example.org/report.\n- ليس رابطًا: http://example.org ولا javascript:alert(1)",
  },
  organiser: {
    name: { ar: "بلدية المدينة (Town Council)", en: "City Hall" },
    contact: { ar: "water@example.org" },
    purpose: { ar: "نريد أن نعرف ما هو الأكثر إلحاحًا." },
    next: { ar: "يجيب المجلس البلدي عن كل توصية.", en: "The council answers each recommendation." },
    nextBy: "2027-03-01",
    report: "https://example.org/%D8%AA/report.pdf",
    responsible: { ar: "مسؤول البيانات في البلدية" },
  },
  source: {
    title: { ar: "تقرير مجلس المواطنين", en: "Report of the assembly" },
    publisher: "City Press",
    date: "2026-05-04",
  },
  translations: { ar: "original", en: "working" },
  addressees: [
    { code: "city", name: { ar: "البلدية", en: "The city" } },
    { code: "وزارة", name: { ar: "وزارة الماء" } },
  ],
  recommendations: [
    { code: "1", addressee: "city", title: { ar: "أصلحوا الشبكة (2027)", en: "Mend the pipes" } },
    { code: "1.1", addressee: "city", title: { ar: "قيسوا التسرّب" } },
    { code: "A-3", addressee: "city", title: { ar: "انشروا الأسعار", en: "Publish prices" } },
    { code: "ت٢", addressee: "وزارة", title: { ar: "احموا الآبار", en: "Protect the wells" } },
    { code: "Ж_4", addressee: "وزارة", title: { ar: "علّموا", en: `Teach ${"wa".repeat(30)}` } },
    { code: "R06", addressee: "وزارة", title: { ar: "خفّضوا الهدر", en: "Waste less" } },
  ].map((one, index) => ({
    ...one,
    statement: statement(`تعمل بالنقطة ${index + 1}`),
    ...(index === 0 && { measures: [{ ar: "خريطة للشبكة" }, { ar: "ميزانية", en: "A budget" }] }),
  })),
  about: [
    {
      code: "district",
      question: { ar: "في أي حي تسكن؟" },
      why: { ar: "لنعرف من يُسمع صوته." },
      options: [
        { code: "north", label: { ar: "الشمال", en: "North" } },
        { code: "south", label: { ar: "الجنوب" } },
      ],
    },
  ],
  countLanguages: true,
  release: { every: "demonstration" },
  disclosure: "standard",
});

/** Written in a language that the pages do not speak. */
export const IN_BASQUE = checked({
  ...IN_ARABIC,
  id: "ura",
  languages: ["eu"],
  timeZone: "Europe/Madrid",
  title: { eu: "Uraren gaineko gomendioak" },
  summary: { eu: "Hirurogei herritarrek hiru asteburutan eztabaidatu zuten." },
  organiser: { name: { eu: "Udaletxea" }, contact: { eu: "https://udala.example/harremana" } },
  source: { ...IN_ARABIC.source, title: { eu: "Batzarraren txostena" } },
  translations: { eu: "original" },
  addressees: [{ code: "hiria", name: { eu: "Hiria" } }],
  recommendations: ["Hodiak konpondu", "Ihesak neurtu", "Prezioak argitaratu"].map(
    (title, index) => ({
      code: `${index + 1}`,
      addressee: "hiria",
      title: { eu: title },
      statement: { eu: `${title} urtea amaitu baino lehen.` },
    }),
  ),
  about: [
    {
      code: "auzoa",
      question: { eu: "Zein auzotan bizi zara?" },
      why: { eu: "Nor entzuten den jakiteko." },
      options: [
        { code: "ipar", label: { eu: "Iparraldea" } },
        { code: "hego", label: { eu: "Hegoaldea" } },
      ],
    },
  ],
  countLanguages: undefined,
});
