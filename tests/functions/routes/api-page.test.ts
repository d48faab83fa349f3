import { beforeAll, describe, expect, test } from "vitest";
import { DOCUMENTED } from "../../../domain/documented.ts";
import { ABOUT_PARTS } from "../../../domain/contract/parameters.ts";
import { refusalsOf } from "../../../domain/contract/refusals.ts";
import { PROBLEMS } from "../../../domain/problem.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { releasedWorld } from "./released-world.ts";

let app: App;
beforeAll(async () => {
  app = createApp(await releasedWorld([]));
});

const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

describe.each(LANGUAGES)("the page about the API in %s", (language) => {
  test("has every endpoint at an anchor, with its refusals in that language, and asks nobody else", async () => {
    const answer = await app.request(`/api?lang=${language}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    const html = await answer.text();
    expect(html).toContain(`<html lang="${language}"`);
    expect(html).not.toMatch(/<script|src="http|href="http(?!:\/\/localhost)/);
    const text = CATALOGUES[language];
    const said = plain(html);
    const sentences: Readonly<Record<string, string>> = text.api.endpoints;
    for (const [name, endpoint] of Object.entries(DOCUMENTED)) {
      expect(html).toContain(`href="#${name}"`);
      const [, entry = ""] = html.split(`<h3 id="${name}"`);
      const own = plain(entry.split("<h3")[0]!);
      expect(own).toContain(`${endpoint.method} ${endpoint.path.replace(/:(\w+)/g, "{$1}")}`);
      expect(own).toContain(sentences[name]);
      const { answers, mediaType } = endpoint;
      const isEmpty = mediaType === undefined && Object.values(answers).every((one) => !one);
      expect(own.includes(text.api.noBody), name).toBe(isEmpty);
      for (const code of refusalsOf(endpoint)) {
        expect(own).toContain(`${PROBLEMS[code]} ${code} – ${text.problems[code]}`);
      }
    }
    for (const rule of Object.values(text.api.rules)) expect(said).toContain(rule);
    expect(said).toContain(text.api.keyHint.replace("{page}", text.programs.title));
    expect(said).toContain('curl -H "Authorization: Bearer $KEY"');
    // Examples are about the installation that is asked.
    expect(said).toContain(`curl 'http://localhost/api/consultations/${KAZAKHSTAN.id}/results'`);
    expect(said).not.toContain("kenes.example");
  });

  test("is found from the results, and from the page about the site", async () => {
    for (const path of [`/c/${KAZAKHSTAN.id}/results`, "/about"]) {
      const html = await (await app.request(`${path}?lang=${language}`)).text();
      expect(html).toContain(`href="/api?lang=${language}"`);
    }
  });
});

test("has a sentence for every endpoint and parameter, in English the one of the document", () => {
  const { api } = CATALOGUES.en;
  const list = Object.entries(DOCUMENTED);
  expect(api.parts).toMatchObject(ABOUT_PARTS);
  expect(api.endpoints).toEqual(
    Object.fromEntries(list.map(([name, { summary }]) => [name, summary])),
  );
  const queries = list.flatMap(([, { query = {} }]) => Object.entries(query));
  expect(api.queries).toEqual(
    Object.fromEntries(queries.map(([name, { about }]) => [name, about])),
  );
});

test("is a page also where it refuses, and what lies below it is not", async () => {
  const wrong = await app.request("/api", { method: "POST" });
  expect([wrong.status, wrong.headers.get("Content-Type")]).toEqual([
    405,
    "text/html; charset=utf-8",
  ]);
  const below = await app.request("/api/nothing");
  expect([below.status, below.headers.get("Content-Type")]).toEqual([
    404,
    "application/problem+json",
  ]);
});
