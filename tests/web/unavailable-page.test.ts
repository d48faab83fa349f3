import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { UnavailablePage } from "../../web/page/unavailable-page.tsx";

test("where nothing answers, each language that has words for it says so once, as its own", () => {
  const page = renderToString(h(UnavailablePage, { style: "/assets/style.css" }));
  const languages = [...page.matchAll(/<section lang="(\w+)"/g)].map(([, one]) => one);
  expect(languages.slice(0, 3).toSorted()).toEqual(["en", "kk", "ru"]);
  for (const language of languages) {
    const { unavailable, unavailableDo } = catalogueFor(language!).common.problemPage;
    for (const words of [unavailable, unavailableDo]) {
      expect([language, page.split(`>${words}<`).length]).toEqual([language, 2]);
    }
    expect(page).toContain(`href="/?lang=${language}"`);
  }
  expect(page.match(/<h1>/g)).toHaveLength(1);
  // Under the content policy of every page nothing else would be loaded or run.
  expect(page).not.toMatch(/<script|style=|<img/);
  expect(page.match(/rel="stylesheet" href="([^"]*)"/)![1]).toBe("/assets/style.css");
});
