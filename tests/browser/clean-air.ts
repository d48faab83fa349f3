import { API, apiPath } from "../../domain/api.ts";
import { LANGUAGES, type Language } from "../support/languages.ts";
import type { Release } from "../../domain/release/schema.ts";
import { newReceipt } from "../support/client.ts";
import type { RunningServer } from "../support/server.ts";
import { spreadsheet } from "../support/spreadsheet.ts";

/* A small consultation that a newcomer makes, and what they have at hand for it. */

export const ID = "clean-air";

export const NAMES: Record<Language, string> = { en: "Aigul", ru: "Айгуль", kk: "Айгүл" };

type Texts = Record<Language, string>;

const TEXTS: Record<string, Texts> = {
  title: { en: "Clean air for the city", ru: "Чистый воздух для города", kk: "Қалаға таза ауа" },
  summary: {
    en: "Three proposals of the city council on cleaner air. How urgent is each of them?",
    ru: "Три предложения городского совета о чистом воздухе. Насколько срочно каждое из них?",
    kk: "Таза ауа туралы қалалық кеңестің үш ұсынысы. Әрқайсысы қаншалықты шұғыл?",
  },
  "source.title": { en: "Air report", ru: "Доклад о воздухе", kk: "Ауа туралы баяндама" },
  name: { en: "City council", ru: "Городской совет", kk: "Қалалық кеңес" },
  "organiser.name": { en: "City council", ru: "Городской совет", kk: "Қалалық кеңес" },
  "organiser.contact": { en: "air@example.org", ru: "air@example.org", kk: "air@example.org" },
};

/** The recommendations, each with title, statement and measures. */
const RECOMMENDATIONS: Record<"title" | "statement" | "measures", Texts>[] = [
  {
    title: { en: "Filters", ru: "Фильтры", kk: "Сүзгілер" },
    statement: {
      en: "The power station should be given filters for fine dust.",
      ru: "Поставить на электростанции фильтры мелкой пыли.",
      kk: "Электр станциясына ұсақ шаң сүзгілері орнатылсын.",
    },
    measures: {
      en: "Buy filters|Publish the cost",
      ru: "Купить фильтры|Назвать цену",
      kk: "Сүзгі сатып алу|Құнын жариялау",
    },
  },
  {
    title: { en: "Buses", ru: "Автобусы", kk: "Автобустар" },
    statement: {
      en: "Buses should run every ten minutes.",
      ru: "Пустить автобусы каждые десять минут.",
      kk: "Автобустар он минут сайын жүрсін.",
    },
    measures: {
      en: "Buy buses|Set bus lanes apart",
      ru: "Купить автобусы|Выделить полосы",
      kk: "Автобус сатып алу|Жолақ бөлу",
    },
  },
  {
    title: { en: "Measurements", ru: "Измерения", kk: "Өлшемдер" },
    statement: {
      en: "Measurements of the air should be published every hour.",
      ru: "Публиковать измерения воздуха каждый час.",
      kk: "Ауа өлшемдері сағат сайын жариялансын.",
    },
    measures: {
      en: "Set up sensors|Open the data",
      ru: "Поставить датчики|Открыть данные",
      kk: "Датчик орнату|Деректерді ашу",
    },
  },
];

/** What the whole is called. */
export const titleIn = (language: Language): string => TEXTS["title"]![language];

/** Every text of it, in every language: what stands on its pages whatever their language is. */
export const THEIRS: string[] = [
  ...Object.values(TEXTS),
  ...RECOMMENDATIONS.flatMap(Object.values<Texts>),
]
  .flatMap((texts) => LANGUAGES.map((language) => texts[language]))
  .flatMap((text) => text.split("|"));

/** A field that may stay empty. */
export const isOptional = (name: string): boolean =>
  /^(opensAt|closesAt|leaveTo|source\.(isbn|chapter)|purgeAfterDays|find|newLanguage|(release|people|place)\..+)$/.test(
    name,
  ) || /^organiser\.(?!name|contact)/.test(name);

/** A spreadsheet in one language, as somebody has it; with a title missing where that is asked for. */
export const table = (language: Language, { broken = false } = {}) => ({
  name: "table.xlsx",
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(
    spreadsheet([
      ["code", `title.${language}`, `statement.${language}`, `measures.${language}`],
      ...RECOMMENDATIONS.map(({ title, statement, measures }, index) => [
        `A${index + 1}`,
        broken && index === 2 ? "" : title[language],
        statement[language],
        measures[language],
      ]),
    ]),
  ),
});

/** What is written into a field that was empty. */
export function textFor(name: string): string {
  if (name === "source.date") return "2026-11-01";
  if (name === "source.publisher") return "Қала";
  const language = LANGUAGES.find((one) => name.endsWith(`.${one}`))!;
  const base = name.slice(0, -3);
  const [list, key, part] = base.split(".") as [
    string,
    string?,
    ("title" | "statement" | "measures")?,
  ];
  if (list !== "recommendations") return (TEXTS[base] ?? TEXTS[part ?? ""])![language];
  return RECOMMENDATIONS[Number(key) - 1]![part!][language].replace("|", "\n");
}

/** Tries to open a consultation without being shown a way to. */
export async function takeStep(path: string): Promise<number> {
  const csrf = document.querySelector<HTMLInputElement>("[name=csrf]")?.value ?? "";
  const body = new URLSearchParams({ csrf, step: "open", stage: "draft", confirmed: "yes" });
  return (await fetch(path, { method: "POST", body })).status;
}

/** Somebody answers. */
export const sendBallot = (server: RunningServer, ballot: object): Promise<Response> =>
  fetch(server.url + apiPath(API.putBallot, ID), {
    method: "PUT",
    headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
    body: JSON.stringify({ revision: 1, ratings: { A1: 5, A2: 3 }, ...ballot }),
  });

/** How many took part by the newest release; `undefined` before the first. */
export async function shownBallots(server: RunningServer) {
  const answer = await fetch(`${server.url}/api/consultations/${ID}/results`);
  return answer.ok ? ((await answer.json()) as Release).ballots : undefined;
}
