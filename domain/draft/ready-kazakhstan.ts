import type { ReadyOption } from "./ready-option.ts";

/**
 * The regions of Kazakhstan since the presidential decree of 3 May 2022 (Abai, Jetisu and Ulytau): 17, and 3
 * cities of republican significance. Unchanged up to 2026.
 */
export const KAZAKHSTAN_YEARS = "2022–2026";

/** Code, and name in English, Russian and Kazakh. */
const ROWS: readonly (readonly [code: string, en: string, ru: string, kk: string])[] = [
  ["abai", "Abai Region", "Область Абай", "Абай облысы"],
  ["akmola", "Akmola Region", "Акмолинская область", "Ақмола облысы"],
  ["aktobe", "Aktobe Region", "Актюбинская область", "Ақтөбе облысы"],
  ["almaty-region", "Almaty Region", "Алматинская область", "Алматы облысы"],
  ["atyrau", "Atyrau Region", "Атырауская область", "Атырау облысы"],
  [
    "east-kazakhstan",
    "East Kazakhstan Region",
    "Восточно-Казахстанская область",
    "Шығыс Қазақстан облысы",
  ],
  ["jambyl", "Jambyl Region", "Жамбылская область", "Жамбыл облысы"],
  ["jetisu", "Jetisu Region", "Область Жетісу", "Жетісу облысы"],
  ["karaganda", "Karaganda Region", "Карагандинская область", "Қарағанды облысы"],
  ["kostanay", "Kostanay Region", "Костанайская область", "Қостанай облысы"],
  ["kyzylorda", "Kyzylorda Region", "Кызылординская область", "Қызылорда облысы"],
  ["mangystau", "Mangystau Region", "Мангистауская область", "Маңғыстау облысы"],
  [
    "north-kazakhstan",
    "North Kazakhstan Region",
    "Северо-Казахстанская область",
    "Солтүстік Қазақстан облысы",
  ],
  ["pavlodar", "Pavlodar Region", "Павлодарская область", "Павлодар облысы"],
  ["turkistan", "Turkistan Region", "Туркестанская область", "Түркістан облысы"],
  ["ulytau", "Ulytau Region", "Область Ұлытау", "Ұлытау облысы"],
  [
    "west-kazakhstan",
    "West Kazakhstan Region",
    "Западно-Казахстанская область",
    "Батыс Қазақстан облысы",
  ],
  ["astana", "City of Astana", "Город Астана", "Астана қаласы"],
  ["almaty", "City of Almaty", "Город Алматы", "Алматы қаласы"],
  ["shymkent", "City of Shymkent", "Город Шымкент", "Шымкент қаласы"],
  ["abroad", "Outside Kazakhstan", "За пределами Казахстана", "Қазақстаннан тыс жерде"],
];

/** Its regions and cities, and all that lies outside. */
export const KAZAKHSTAN: readonly ReadyOption[] = ROWS.map(([code, en, ru, kk]) => ({
  code,
  label: { en, ru, kk },
}));
