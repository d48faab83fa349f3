import { describe, expect, test } from "vitest";
import listed from "../../../domain/cost/prices.json" with { type: "json" };
import { PRICED, readPrices } from "../../../domain/cost/prices.ts";

type Listed = typeof listed;
const { "http-api": api, ...others } = listed.prices;

test("the prices that are listed are read: each with its unit, its page and its day", () => {
  const read = readPrices(listed);
  expect(read).toEqual({ prices: listed });
  expect(Object.keys(listed.prices)).toEqual([...PRICED]);
});

describe("what is no file of prices is refused, with its place:", () => {
  const withApi = (more: object): unknown => ({
    ...listed,
    prices: { ...others, "http-api": { ...api, ...more } },
  });
  const without = (name: keyof Listed) => ({ ...listed, [name]: undefined });
  test.each<[string, unknown, string, string]>([
    ["no object", [], "", "wrong-type"],
    ["a price that is missing", { ...listed, prices: others }, "/prices/http-api", "missing"],
    ["one below nothing", withApi({ price: -1 }), "/prices/http-api/price", "out-of-range"],
    ["one that is a text", withApi({ price: "1" }), "/prices/http-api/price", "wrong-type"],
    ["one for no units", withApi({ per: 0 }), "/prices/http-api/per", "out-of-range"],
    ["one without its page", withApi({ source: undefined }), "/prices/http-api/source", "missing"],
    ["one without its day", withApi({ date: undefined }), "/prices/http-api/date", "missing"],
    ["a day that is none", withApi({ date: "2026-02-30" }), "/prices/http-api/date", "not-allowed"],
    [
      "one of something that is not counted",
      { ...listed, prices: { ...listed.prices, "ec2-hours": api } },
      "/prices/ec2-hours",
      "unknown",
    ],
    ["a file without its day", without("date"), "/date", "missing"],
    ["another currency", { ...listed, currency: "EUR" }, "/currency", "not-allowed"],
    ["something beside", { ...listed, discount: 10 }, "/discount", "unknown"],
  ])("%s", (_, value, pointer, fault) => {
    expect(readPrices(value)).toEqual({ faults: [{ pointer, fault }] });
  });
});
