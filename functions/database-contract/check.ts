import type { ReadingLimits } from "../jobs/stream-reader.ts";
import type { Database } from "../store/database.ts";
import type { Item } from "../store/damaged-item.ts";
import type { Streams } from "../store/stream.ts";

/** What a check has: three tables of its own run, made as those of an installation are. */
export interface Bench {
  db: Database;
  streams: Streams;
  /** How the stream is read, and how long its records are waited for, in ms. */
  limits: ReadingLimits;
  recordsWithin: number;
  /** Whether a check may take a quarter of an hour. */
  patient: boolean;
}

/** One thing that a database must do as DynamoDB does it. Ends when it holds; else it throws. */
export interface Check {
  /** Short and unchanging: scripts go by it. */
  name: string;
  /** What Kenes does with it. */
  need: string;
  /** Kenes does without: told, and no reason to fail. */
  optional?: true;
  run(bench: Bench): Promise<void>;
}

/** Something else came than must come. */
export class Came extends Error {
  override readonly name = "Came";
}

/** A check that cannot be made, and why. */
export class NotTried extends Error {
  override readonly name = "NotTried";
}

/** Throws what came instead where that is not so. */
export function hold(holds: boolean, came: string): asserts holds {
  if (!holds) throw new Came(came);
}

/** Throws unless two values are the same: what it is, what came, what must come. */
export function same(what: string, came: unknown, must: unknown): void {
  const [a, b] = [text(came), text(must)];
  hold(a === b, `${what}: ${cut(a)} instead of ${cut(b)}`);
}

/** The name of the failure that something ends with; throws where it does not fail. */
export async function failureOf(what: string, act: Promise<unknown>): Promise<Error> {
  const failure = await act.then(
    () => undefined,
    (caught: Error) => caught,
  );
  hold(failure !== undefined, `${what}: it was accepted`);
  return failure;
}

/** An item under a key of its own, in a partition that begins like that. */
export const item = (partition: string, sort: string, more: Item = {}): Item => ({
  pk: { S: `${partition}#00` },
  sk: { S: sort },
  ...more,
});

export const keyOf = ({ pk, sk }: Item): Item => ({ pk: pk!, sk: sk! });

/** So many of something. */
export const many = <One>(count: number, one: (place: number) => One): One[] =>
  Array.from({ length: count }, (_, place) => one(place));

/** As text that is the same for the same value: names in order, bytes and sets too. */
function text(value: unknown): string {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString("hex")}`;
  if (Array.isArray(value)) return `[${value.map(text).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "nothing";
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => `${name}: ${text(part)}`);
  return `{${parts.join(", ")}}`;
}

const cut = (long: string): string => (long.length > 120 ? `${long.slice(0, 117)}…` : long);
