import type { Bill } from "../../domain/cost/bill.ts";
import type { Priced, Prices } from "../../domain/cost/prices.ts";
import type { Cause, Load } from "../../domain/cost/usage.ts";

/** What each line counts, after its service. */
const WORDS: Readonly<Record<Priced, [service: string, what: string]>> = {
  "dynamodb-writes": ["DynamoDB", "write units"],
  "dynamodb-reads": ["DynamoDB", "read units"],
  "dynamodb-storage": ["DynamoDB", "storage, GB-months"],
  "dynamodb-recovery": ["DynamoDB", "recovery to a point in time, GB-months"],
  "dynamodb-streams": ["DynamoDB", "readings of the stream"],
  "lambda-requests": ["Lambda", "requests"],
  "lambda-time": ["Lambda", "GB-seconds"],
  "http-api": ["API Gateway", "requests"],
  "cloudfront-requests": ["CloudFront", "requests"],
  "cloudfront-bytes": ["CloudFront", "GB to readers"],
  "cloudfront-functions": ["CloudFront", "runs of the function"],
  "s3-storage": ["S3", "storage, GB-months"],
  "s3-writes": ["S3", "files written"],
  "s3-reads": ["S3", "files read"],
  secrets: ["Secrets Manager", "secrets, months"],
  "secret-reads": ["Secrets Manager", "readings"],
  "kms-keys": ["KMS", "keys, months"],
  "kms-requests": ["KMS", "requests"],
  "logs-taken-in": ["CloudWatch", "GB of logs"],
  "logs-kept": ["CloudWatch", "logs kept, GB-months"],
  metrics: ["CloudWatch", "metrics, months"],
  alarms: ["CloudWatch", "alarms, months"],
  dashboards: ["CloudWatch", "dashboards, months"],
  schedules: ["EventBridge", "runs of schedules"],
  zones: ["Route 53", "zones, months"],
  "waf-acls": ["WAF", "lists, months"],
  "waf-rules": ["WAF", "rules, months"],
  "waf-requests": ["WAF", "requests"],
};

const CAUSES: Readonly<Record<Cause, string>> = {
  ballots: "ballots",
  visits: "visits",
  standing: "being there",
};

const amount = (quantity: number): string =>
  quantity.toLocaleString("en", { maximumFractionDigits: quantity < 100 ? 2 : 0 });
const dollars = (sum: number): string => sum.toFixed(2);

/** The price of a line as people write it: for a thousand or a million where it is that of so many. */
const priceOf = (price: number, per: number): string =>
  per === 1 ? String(price) : `${price} for ${amount(per)}`;

/** A bill as it is printed: a head with what it is of, a line for each thing with a price, and the sums. */
export function billText(
  load: Load,
  bill: Bill,
  { region, currency, date, prices }: Prices,
): string {
  const rows = bill.lines.map(({ priced, quantity, within, beyond }) => {
    const { price, per } = prices[priced];
    return [
      ...WORDS[priced],
      amount(quantity),
      priceOf(price, per),
      dollars(within),
      dollars(beyond),
    ];
  });
  const head = ["service", "what", "how much", "price", "within", "beyond"];
  const sum = ["sum", "", "", "", dollars(bill.within), dollars(bill.beyond)];
  const table = [head, ...rows, sum];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join("  ")
      .trimEnd();
  const causes = Object.entries(bill.causes).map(
    ([cause, cost]) => `${CAUSES[cause as Cause]} ${dollars(cost)}`,
  );
  return `${[
    `${amount(load.ballots)} ballots, ${amount(load.visits)} visits, ${amount(load.consultations)} open consultations, months: ${amount(load.months)}`,
    `AWS ${region}, ${currency}, list prices of ${date}: check them before you quote a figure`,
    "",
    ...table.map(line),
    "",
    "within: within what is free each month; beyond: where other things use that up already",
    `of what is beyond: ${causes.join(", ")}`,
  ].join("\n")}\n`;
}
