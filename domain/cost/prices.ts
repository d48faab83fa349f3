import * as z from "zod/mini";
import { type Fault, faultsOf } from "../fault.ts";

/** Everything that a bill counts, in its order: by the name under which a price file has its price. */
export const PRICED = [
  "dynamodb-writes",
  "dynamodb-reads",
  "dynamodb-storage",
  "dynamodb-recovery",
  "dynamodb-streams",
  "lambda-requests",
  "lambda-time",
  "http-api",
  "cloudfront-requests",
  "cloudfront-bytes",
  "cloudfront-functions",
  "s3-storage",
  "s3-writes",
  "s3-reads",
  "secrets",
  "secret-reads",
  "kms-keys",
  "kms-requests",
  "logs-taken-in",
  "logs-kept",
  "metrics",
  "alarms",
  "dashboards",
  "schedules",
  "zones",
  "waf-acls",
  "waf-rules",
  "waf-requests",
] as const;
export type Priced = (typeof PRICED)[number];

const amount = z.number().check(z.nonnegative());
const line = z.string().check(z.minLength(1), z.maxLength(200));

const price = z.strictObject({
  price: amount,
  /** For how many units that is the price. */
  per: z.number().check(z.positive()),
  unit: line,
  /** How many units of each month cost nothing, for good. */
  free: z.optional(amount),
  /** The page that says so, and the day on which that was written down. */
  source: line,
  date: z.iso.date(),
});

const form = z.strictObject({
  about: z.optional(z.string()),
  region: line,
  currency: z.literal("USD"),
  date: z.iso.date(),
  prices: z.strictObject(
    Object.fromEntries(PRICED.map((name) => [name, price])) as Record<Priced, typeof price>,
  ),
});

/** Prices of one region on one day. */
export type Prices = z.infer<typeof form>;

/** Reads a price file: every price that a bill needs, and no other; or what is wrong with it, place by place. */
export function readPrices(value: unknown): { prices: Prices } | { faults: Fault[] } {
  const read = form.safeParse(value);
  return read.success ? { prices: read.data } : { faults: faultsOf(read.error, value) };
}
