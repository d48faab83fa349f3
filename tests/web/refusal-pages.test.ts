import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { type Catalogue, catalogueFor } from "../../web/language/catalogue.ts";
import { TooManyPage, UnavailablePage } from "../../web/page/refusal-pages.tsx";

const pages: [string, string, (text: Catalogue) => string[]][] = [
  [
    "where nothing answers",
    renderToString(h(UnavailablePage, { style: "/assets/style.css" })),
    ({ common }) => [common.problemPage.unavailable, common.problemPage.unavailableDo],
  ],
  [
    "where a firewall refuses",
    renderToString(h(TooManyPage, {})),
    ({ common }) => [common.problemPage.busy, common.problemPage.fromOneNetwork],
  ],
];

describe.each(pages)("%s", (_, page, said) => {
  test("each language that has words for it says so once, as its own", () => {
    const languages = [...page.matchAll(/<section lang="(\w+)"/g)].map(([, one]) => one);
    expect(languages.slice(0, 3).toSorted()).toEqual(["en", "kk", "ru"]);
    for (const language of languages) {
      for (const words of said(catalogueFor(language!))) {
        expect([language, page.split(`>${words}<`).length]).toEqual([language, 2]);
      }
      expect(page).toContain(`href="/?lang=${language}"`);
    }
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<script|style=|<img/);
  });
});

test("where nothing answers, the style sheet of all pages is loaded: under the content policy none of its own would count", () => {
  const [, page] = pages[0]!;
  expect(page.match(/rel="stylesheet" href="([^"]*)"/)![1]).toBe("/assets/style.css");
  expect(page).not.toContain("<style");
});

test("where a firewall refuses, nothing is loaded, and the page is one that a firewall takes", () => {
  const [, page] = pages[1]!;
  expect(page).not.toMatch(/<link rel="stylesheet"|src=|url\(/);
  expect(Buffer.byteLength(page) + "<!doctype html>".length).toBeLessThanOrEqual(4_096);
});
