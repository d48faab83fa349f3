import { beforeAll, describe, expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import { newReceipt, problemOf } from "../../support/client.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

let app: App;
beforeAll(async () => {
  app = createApp(await freshWorld());
});

const results = [API.results, API.resultsJson, API.resultsCsv];

describe("before the first release", () => {
  test.each(results)("$path is refused, not empty", async (endpoint) => {
    const answer = await app.request(apiPath(endpoint, KAZAKHSTAN.id));
    expect(await problemOf(answer)).toEqual({ status: 404, title: "release-unknown" });
  });

  test("the results page says so and is whole", async () => {
    const page = await app.request(`/c/${KAZAKHSTAN.id}/results?lang=kk`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html lang="kk"');
  });
});

test.each(Object.values(API).filter(({ path }) => path.includes(":id")))(
  "$method $path of an unknown consultation is 404",
  async (endpoint) => {
    const answer = await app.request(apiPath(endpoint, "nowhere"), {
      method: endpoint.method,
      headers: { Authorization: `Bearer ${newReceipt()}`, "Content-Type": "application/json" },
      ...(endpoint.method === "PUT" && { body: "{}" }),
    });
    expect(await problemOf(answer)).toEqual({ status: 404, title: "consultation-unknown" });
  },
);

test.each(["/c/nowhere", "/c/nowhere/results", "/c/nowhere/receipt"])(
  "the page %s is 404 with a sentence in the asked language",
  async (path) => {
    const answer = await app.request(`${path}?lang=ru`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('<html lang="ru"');
  },
);

test("the definition is open to everybody", async () => {
  const answer = await app.request(apiPath(API.consultation, KAZAKHSTAN.id));
  expect(await answer.json()).toEqual(KAZAKHSTAN);
});
