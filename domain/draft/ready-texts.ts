/** The words of the ready-made questions, in the languages in which somebody has written them. */
import type { Texts } from "../language.ts";
import type { ReadyOption } from "./ready-option.ts";

export const AGE_QUESTION: Texts = {
  en: "How old are you?",
  ru: "Сколько вам лет?",
  kk: "Жасыңыз нешеде?",
  uz: "Yoshingiz nechada?",
  ar: "كم عمرك؟",
};

export const AGE_WHY: Texts = {
  en: "We ask this to compare answers across age groups.",
  ru: "Мы спрашиваем об этом, чтобы сравнить ответы по возрастам.",
  kk: "Мұны жауаптарды жас топтары бойынша салыстыру үшін сұраймыз.",
  uz: "Buni javoblarni yosh guruhlari boʻyicha solishtirish uchun soʻraymiz.",
  ar: "نسأل عن هذا لنقارن الإجابات بين الفئات العمرية.",
};

const years = (from: number, to: number): ReadyOption => ({
  code: `${from}-${to}`,
  label: {
    en: `${from}–${to}`,
    ru: `${from}–${to} ${to % 10 === 4 ? "года" : "лет"}`,
    kk: `${from}–${to} жас`,
    uz: `${from}–${to} yosh`,
    ar: `من ${from} إلى ${to}`,
  },
});

export const AGES: readonly ReadyOption[] = [
  {
    code: "under-18",
    label: {
      en: "Under 18",
      ru: "Младше 18 лет",
      kk: "18 жасқа толмаған",
      uz: "18 yoshga toʻlmagan",
      ar: "أقل من 18 عامًا",
    },
  },
  years(18, 24),
  years(25, 34),
  years(35, 44),
  years(45, 54),
  years(55, 64),
  {
    code: "65-plus",
    label: {
      en: "65 or older",
      ru: "65 лет и старше",
      kk: "65 жас және одан үлкен",
      uz: "65 yosh va undan katta",
      ar: "65 عامًا فأكثر",
    },
  },
];

export const GENDER_QUESTION: Texts = {
  en: "What is your gender?",
  ru: "Ваш пол?",
  kk: "Жынысыңыз қандай?",
  uz: "Jinsingiz?",
  ar: "ما جنسك؟",
};

export const GENDER_WHY: Texts = {
  en: "We ask this to compare the answers of women and men.",
  ru: "Мы спрашиваем об этом, чтобы сравнить ответы женщин и мужчин.",
  kk: "Мұны әйелдер мен ерлердің жауаптарын салыстыру үшін сұраймыз.",
  uz: "Buni ayollar va erkaklarning javoblarini solishtirish uchun soʻraymiz.",
  ar: "نسأل عن هذا لنقارن إجابات النساء والرجال.",
};

export const GENDERS: readonly ReadyOption[] = [
  {
    code: "woman",
    label: { en: "Woman", ru: "Женский", kk: "Әйел", uz: "Ayol", ar: "امرأة" },
  },
  { code: "man", label: { en: "Man", ru: "Мужской", kk: "Ер", uz: "Erkak", ar: "رجل" } },
  {
    code: "other",
    label: { en: "Another", ru: "Другой", kk: "Басқа", uz: "Boshqa", ar: "غير ذلك" },
  },
];

export const REGION_QUESTION: Texts = {
  en: "Where do you live?",
  ru: "Где вы живёте?",
  kk: "Сіз қайда тұрасыз?",
  uz: "Qayerda yashaysiz?",
  ar: "أين تعيش؟",
};

export const REGION_WHY: Texts = {
  en: "We ask this to compare answers across regions.",
  ru: "Мы спрашиваем об этом, чтобы сравнить ответы по регионам.",
  kk: "Мұны жауаптарды өңірлер бойынша салыстыру үшін сұраймыз.",
  uz: "Buni javoblarni hududlar boʻyicha solishtirish uchun soʻraymiz.",
  ar: "نسأل عن هذا لنقارن الإجابات بين المناطق.",
};

/** Wherever no list of regions can reach. */
export const ELSEWHERE: ReadyOption = {
  code: "elsewhere",
  label: {
    en: "Outside this country",
    ru: "За пределами этой страны",
    kk: "Осы елден тыс жерде",
    uz: "Bu mamlakatdan tashqarida",
    ar: "خارج هذا البلد",
  },
};
