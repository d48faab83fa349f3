import { expect, test } from "vitest";
import { createApp } from "../../functions/app.ts";
import type { Services } from "../../functions/services.ts";
import { ABUSES } from "../abuse/abuses.ts";
import { nameOf, WAYS } from "../abuse/ways.ts";

/* The table of bad inputs (tests/abuse/) has rows for every address that the app answers at, and for no other. */

test("every route of the app is abused, and every row of the table is a route", () => {
  // Nothing is asked of it, so it needs no world.
  const app = createApp({
    db: { client: {}, tables: {} },
    now: () => new Date(),
    random: (length: number) => new Uint8Array(length),
  } as unknown as Services);
  const routes = app.routes
    .filter(({ method }) => method !== "ALL" && method !== "OPTIONS")
    .map(({ method, path }) => `${method} ${path}`);
  expect(WAYS.map(nameOf).toSorted()).toEqual([...new Set(routes)].toSorted());
});

test("every way has its rows of each kind that fits it", () => {
  const without = WAYS.flatMap((way) => {
    const kinds = ABUSES.filter(({ fits }) => fits(way)).map(({ name }) => name);
    const wanted = [
      "method",
      "address",
      "query",
      "headers",
      ...(way.path.includes(":id") ? ["consultation"] : []),
      ...(way.right === undefined ? [] : ["right"]),
      ...(way.method === "GET" ? ["head"] : []),
      ...(way.body === undefined ? [] : ["body said to be", "body", way.body]),
    ];
    return wanted.filter((one) => !kinds.includes(one)).map((one) => `${nameOf(way)}: ${one}`);
  });
  expect(without).toEqual([]);
});
