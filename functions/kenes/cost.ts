import { readFile } from "node:fs/promises";
import type { Bill } from "../../domain/cost/bill.ts";
import { billOf } from "../../domain/cost/bill.ts";
import listed from "../../domain/cost/prices.json" with { type: "json" };
import { type Prices, readPrices } from "../../domain/cost/prices.ts";
import type { Load } from "../../domain/cost/usage.ts";
import type { Command } from "../command/command.ts";
import { lineOf } from "../command/failure.ts";
import { wholeNumber } from "../command/words.ts";
import { Complaint } from "../local/complaint.ts";
import { billText } from "./bill-text.ts";

const MOST = 999_999_999;

/** What an installation on AWS would cost. Asks nobody: it counts with measured units and a file of prices. */
export const cost: Command = {
  name: "cost",
  summary: "Say what an installation on AWS costs, line by line",
  about: [
    "Counts with what Kenes was measured to use and with list prices that were written down, so it needs no",
    "installation and no network. Check the prices before you quote a figure (docs/cost.md).",
  ],
  words: [],
  options: {
    ballots: { value: "count", about: "ballots in all", standard: "1000000" },
    visits: {
      value: "count",
      about: "visits of pages: one to rate for each ballot, the others to results",
      standard: "3000000",
    },
    consultations: { value: "count", about: "consultations that are open", standard: "10" },
    months: { value: "count", about: "over how many months", standard: "1" },
    prices: { value: "file", about: "prices of another day or region, in place of those listed" },
  },
  async run({ value }) {
    const number = (name: string, least: number, most: number) =>
      wholeNumber(`--${name}`, value(name) ?? "", least, most);
    const load: Load = {
      ballots: number("ballots", 0, MOST),
      visits: number("visits", 0, MOST),
      consultations: number("consultations", 0, 10_000),
      months: number("months", 1, 120),
    };
    const prices = await pricesOf(value("prices"));
    const bill = billOf(load, prices);
    return { json: { load, ...inJson(bill, prices) }, text: billText(load, bill, prices) };
  },
};

function inJson({ lines, ...sums }: Bill, { region, currency, date, prices }: Prices): object {
  return {
    prices: { region, currency, date },
    lines: lines.map((line) => ({ ...line, ...prices[line.priced] })),
    ...sums,
  };
}

/** The prices of a file, or those that Kenes lists. Refuses in one line what is no price file. */
async function pricesOf(file: string | undefined): Promise<Prices> {
  const name = file ?? "prices.json";
  const read = readPrices(file === undefined ? listed : await json(file));
  if ("prices" in read) return read.prices;
  const [first] = read.faults;
  const more = read.faults.length - 1;
  throw new Complaint(
    `${name} is no file of prices: ${first!.pointer || "/"}: ${first!.fault}${more > 0 ? `, and ${more} more` : ""}`,
  );
}

async function json(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Complaint(`cannot read ${file}: ${lineOf(cause)}`, { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Complaint(`${file} is no file of prices: it is not JSON`, { cause });
  }
}
