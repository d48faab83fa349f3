import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import listed from "../../../domain/cost/prices.json" with { type: "json" };
import { failureOf } from "../../../functions/command/failure.ts";
import { readTyped } from "../../../functions/command/words.ts";
import { cost } from "../../../functions/kenes/cost.ts";

/** The command as it was typed; no installation is there to be asked. */
const run = async (...words: string[]) =>
  cost.run({
    ...readTyped(cost, words),
    target: () => Promise.reject(new Error("no installation is needed")),
    note: () => {},
  });

const LOAD = ["--ballots", "1000000", "--visits", "3000000", "--consultations", "10"];

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), "kenes-prices-"))));
afterAll(() => rm(folder, { recursive: true }));
const file = async (text: string) => {
  const name = join(folder, "mine.json");
  await writeFile(name, text);
  return name;
};

interface Told {
  load: object;
  prices: object;
  lines: { priced: string; quantity: number; source: string; within: number }[];
  within: number;
  beyond: number;
}

test("prints a line for each thing with a price, the sums, and of when the prices are", async () => {
  const { text, json } = await run(...LOAD);
  const { lines, within, beyond, ...told } = json as Told;
  expect(told).toMatchObject({
    load: { ballots: 1_000_000, visits: 3_000_000, consultations: 10, months: 1 },
    prices: { region: "us-east-1", currency: "USD", date: listed.date },
  });
  const [head, prices, , columns, ...rows] = text.split("\n");
  expect(head).toBe("1,000,000 ballots, 3,000,000 visits, 10 open consultations, months: 1");
  expect(prices).toContain(`list prices of ${listed.date}: check them`);
  expect(columns).toMatch(/^service +what +how much +price +within +beyond$/);
  const table = rows.slice(0, lines.length);
  for (const service of ["DynamoDB", "Lambda", "API Gateway", "CloudFront", "Secrets Manager"]) {
    expect(table.some((row) => row.startsWith(service))).toBe(true);
  }
  for (const [place, line] of lines.entries()) {
    expect(table[place]).toContain(` ${line.within.toFixed(2)} `);
    expect(line.source).toMatch(/pricing/);
  }
  expect(rows[lines.length]).toMatch(
    new RegExp(`^sum +${within.toFixed(2)} +${beyond.toFixed(2)}$`),
  );
});

test("counts with other prices where a file has them", async () => {
  const api = { ...listed.prices["http-api"], price: 2 };
  const mine = await file(
    JSON.stringify({ ...listed, prices: { ...listed.prices, "http-api": api } }),
  );
  const [first, second] = [await run(...LOAD), await run(...LOAD, "--prices", mine)];
  const apiOf = ({ json }: { json: unknown }) =>
    (json as Told).lines.find(({ priced }) => priced === "http-api")!.within;
  expect(apiOf(second)).toBeCloseTo(2 * apiOf(first), 9);
});

describe("refuses in one line", () => {
  const refusal = async (...words: string[]) => {
    const failure = await run(...words).catch((failure: unknown) => failure);
    return failureOf(failure);
  };
  const without = (name: string) => JSON.stringify({ ...listed, [name]: undefined });

  test.each<[string, string, string]>([
    ["what is not JSON", "prices: 1", "it is not JSON"],
    ["a file without prices", without("prices"), "/prices: missing"],
    ["one without its day", without("date"), "/date: missing"],
    ["another currency", JSON.stringify({ ...listed, currency: "KZT" }), "/currency: not-allowed"],
    ["several faults, the first of them", "{}", "/region: missing, and 3 more"],
  ])("%s", async (_, text, why) => {
    const mine = await file(text);
    const line = `${mine} is no file of prices: ${why}`;
    expect(await refusal("--prices", mine)).toEqual({ code: 1, line });
  });

  test("a file that is not there", async () => {
    const { code, line } = await refusal("--prices", join(folder, "none.json"));
    expect(code).toBe(1);
    expect(line).toMatch(/^cannot read .*none\.json: [^\n]+$/);
  });

  test.each([
    ["--ballots", "-1"],
    ["--ballots", "1.5"],
    ["--visits", "many"],
    ["--consultations", "10001"],
    ["--months", "0"],
  ])("%s %s", async (name, value) => {
    const { code, line } = await refusal(name, value);
    expect(code).toBe(2);
    expect(line).toContain(name);
  });
});
