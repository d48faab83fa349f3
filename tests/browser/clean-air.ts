import { API, apiPath } from "../../domain/api.ts";
import type { Language } from "../../domain/language.ts";
import type { Release } from "../../domain/release/schema.ts";
import { newReceipt } from "../support/client.ts";
import type { RunningServer } from "../support/server.ts";
import { spreadsheet } from "../support/spreadsheet.ts";

/* A small consultation that a newcomer makes, and what they have at hand for it. */

export const ID = "clean-air";
export const NAMES: Record<Language, string> = { en: "Aigul", ru: "Айгуль", kk: "Айгүл" };
export const TITLES: Record<Language, string> = { en: "Filters", ru: "Фильтры", kk: "Сүзгілер" };
/** What is written into every field for the title of the whole. */
export const TITLE = "Ауа";
/** A field that may stay empty. */
export const isOptional = (name: string): boolean =>
  /^(opensAt|closesAt|leaveTo|source\.(isbn|chapter))$/.test(name);

/** A spreadsheet in one language, as somebody has it; its last row has that title. */
export const table = (language: Language, last: string) => ({
  name: "table.xlsx",
  mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  buffer: Buffer.from(
    spreadsheet([
      ["code", `title.${language}`, `statement.${language}`, `measures.${language}`],
      ["A1", TITLES[language], TITLES[language], "1|2"],
      ["A2", TITLES[language], TITLES[language], "1|2"],
      ["A3", last, TITLES[language], "1|2"],
    ]),
  ),
});

/** What is written into a field that was empty. */
export function textFor(name: string): string {
  if (name === "source.date") return "2026-11-01";
  if (name.startsWith("title.")) return TITLE;
  return name.includes("measures") ? "…\n…" : "…";
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
