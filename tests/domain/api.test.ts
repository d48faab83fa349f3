import { describe, expect, test } from "vitest";
import { API, apiPath } from "../../domain/api.ts";

describe("the list of endpoints", () => {
  test("names each method and path once", () => {
    const all = Object.values(API).map(({ method, path }) => `${method} ${path}`);
    expect(new Set(all).size).toBe(all.length);
  });

  test("keeps the paths that others rely on", () => {
    const all = Object.values(API).map(({ method, path }) => `${method} ${path}`);
    expect(all).toEqual(
      expect.arrayContaining([
        "GET /api/consultations/:id",
        "PUT /api/consultations/:id/ballot",
        "GET /api/consultations/:id/ballot",
        "DELETE /api/consultations/:id/ballot",
        "GET /api/consultations/:id/results",
        "GET /api/consultations/:id/results.csv",
        "GET /api/consultations/:id/results.json",
        "GET /api/consultations/:id/releases",
        "GET /api/consultations/:id/releases/:number",
      ]),
    );
  });

  test("gives the path of one consultation, which cannot leave its place in it", () => {
    expect(apiPath(API.putBallot, "kz")).toBe("/api/consultations/kz/ballot");
    expect(apiPath(API.release, "kz", 12)).toBe("/api/consultations/kz/releases/12");
    expect(apiPath(API.results, "../a?b#c/$&")).toBe(
      "/api/consultations/..%2Fa%3Fb%23c%2F%24%26/results",
    );
  });
});

describe("the answer to a saved ballot", () => {
  test("is what is stored, as it is read back", () => {
    const { 200: again, 201: first } = API.putBallot.answers;
    expect([first, again]).toEqual([API.getBallot.answers[200], API.getBallot.answers[200]]);
  });
});

describe("a ballot that is read back", () => {
  const whole = {
    revision: 1,
    panel: "public",
    language: "kk",
    ratings: { W1: 5, K3: "no-opinion" },
    about: { region: "north" },
    first: ["W1"],
    positions: [],
  };
  const schema = API.getBallot.answers[200];

  test("holds everything that was said", () => {
    expect(schema.safeParse(whole).data).toEqual(whole);
  });

  test.each([
    { ratings: { W1: 6 } },
    { ratings: { W1: "skipped" } },
    { language: "de-" },
    { panel: "none" },
    { first: "W1" },
    { about: { region: 1 } },
    { positions: undefined },
  ])("is of no other shape: %j", (change) => {
    expect(schema.safeParse({ ...whole, ...change }).success).toBe(false);
  });
});
