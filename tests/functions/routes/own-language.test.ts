import { beforeAll, describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { newReceipt } from "../../support/client.ts";
import { IN_ARABIC, IN_BASQUE } from "../../support/other-scripts.ts";
import { organisersTexts, textsOf, wronglyMarked } from "../../support/said-in.ts";
import { freshWorld } from "../../support/world.ts";

/* Every text of organisers has its language and direction on every page, whichever the page's own are. */

let app: App;

beforeAll(async () => {
  const services = await freshWorld(IN_ARABIC);
  await addConsultation(services.db, IN_BASQUE);
  app = createApp(services);
});

async function form(id: string, path: string, fields: Record<string, string>): Promise<string> {
  const answer = await app.request(`/c/${id}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });
  return answer.text();
}

/** Everything that a respondent and a reader come to see, before anything is published. */
async function pagesOf(definition: Consultation, lang: string): Promise<Record<string, string>> {
  const { id, recommendations, about } = definition;
  const [question] = about;
  const receipt = newReceipt();
  const fields = {
    receipt,
    revision: "1",
    order: recommendations.map(({ code }) => code).join(" "),
    wording: "1",
    [`rating.${recommendations[1]!.code}`]: "4",
    [`about.${question!.code}`]: question!.options[1]!.code,
  };
  const pages: Record<string, string> = {};
  for (const path of [
    "",
    "/results",
    "/results/embed",
    `/r/${encodeURIComponent(recommendations[1]!.code)}`,
    "/paper",
    "/about",
    "/receipt",
    "/translation",
  ]) {
    pages[path] = await (await app.request(`/c/${id}${path}?lang=${lang}`)).text();
  }
  for (const path of ["/", "/accessibility"]) {
    pages[path] = await (await app.request(`${path}?lang=${lang}`)).text();
  }
  pages["review"] = await form(id, `?lang=${lang}`, { ...fields, do: "review" });
  pages["saved"] = await form(id, `?lang=${lang}`, { ...fields, do: "send" });
  pages["conflict"] = await form(id, `?lang=${lang}`, {
    ...fields,
    [`rating.${recommendations[0]!.code}`]: "2",
    do: "send",
  });
  pages["again"] = await form(id, `/receipt?lang=${lang}`, { receipt, do: "open" });
  return pages;
}

describe.each([
  ["ar", IN_ARABIC, "ar"],
  ["en", IN_ARABIC, "en"],
  ["eu", IN_BASQUE, "en"],
] as const)("read in %s", (lang, definition, page) => {
  let pages: Record<string, string>;
  beforeAll(async () => {
    pages = await pagesOf(definition, lang);
  });

  test("each text is marked with its own language and direction", () => {
    const texts = organisersTexts(definition, definition.languages);
    const seen = Object.entries(pages).map(([name, html]) => ({
      name,
      ...wronglyMarked(html, texts),
    }));
    expect(seen.flatMap(({ name, wrong }) => wrong.map((one) => `${name}: ${one}`))).toEqual([]);
    expect(seen.filter(({ found }) => found === 0).map(({ name }) => name)).toEqual([]);
    expect(pages[""]).toMatch(
      new RegExp(`<html lang="${page}" dir="${page === "ar" ? "rtl" : "ltr"}"`),
    );
  });

  test("a text that is missing is marked as such, once in each card", () => {
    for (const name of ["", "/paper"]) {
      const marks = textsOf(pages[name]!).filter(
        ({ text }) => text.trim() === "(Arabic)" || text === "Arabic",
      );
      // Summary (its beginning, and whole in the fold), six cards, one addressee and one question; on paper no summary.
      expect(marks.length).toBe(lang === "en" ? (name === "" ? 10 : 8) : 0);
    }
  });

  test("the hours are those of its zone, and no markup but https links came through", () => {
    expect(pages[""]).not.toContain("UTC");
    const links = pages[""]!.match(/<a href="[^"]*"/g)!.filter((one) => !one.includes('"/'));
    expect(links).toEqual(lang === "eu" ? [] : ['<a href="https://example.org/report"']);
  });
});

test("the texts of which a page marks none are found", () => {
  const texts = organisersTexts(IN_ARABIC, ["ar", "en"]);
  const wrong = (html: string) => wronglyMarked(html, texts).wrong.length;
  expect(wrong('<html lang="en" dir="ltr"><p>قيسوا التسرّب</p></html>')).toBe(1);
  expect(wrong('<html lang="en" dir="ltr"><p lang="ar">قيسوا التسرّب</p></html>')).toBe(1);
  expect(wrong('<html lang="en" dir="ltr"><p lang="ar" dir="auto">قيسوا التسرّب</p></html>')).toBe(
    0,
  );
});
