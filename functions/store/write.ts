import type { Put, TransactWriteItem } from "@aws-sdk/client-dynamodb";

const ITEMS = Symbol("items");
const PUT = Symbol("put");

type Conditional = Put & { ConditionExpression: string };

/**
 * One write, of one item or of several that belong together, that is made with others, or not at all (`writeAll`,
 * `appendEntry`). Functions of the store make it; to everybody else what it writes, and on what condition, is closed.
 */
export interface Write {
  readonly [ITEMS]: readonly TransactWriteItem[];
}

/** A write of one whole item under a condition, which can also be made by itself (`putIf`). */
export interface ConditionalPut extends Write {
  readonly [PUT]: Conditional;
}

/** Closes a write. */
export const writeOf = (...items: readonly TransactWriteItem[]): Write => ({ [ITEMS]: items });

/** Closes a write of a whole item. */
export const putOf = (put: Conditional): ConditionalPut => ({
  [ITEMS]: [{ Put: put }],
  [PUT]: put,
});

/** What a write is, for the transaction that makes it. */
export const itemsOf = (write: Write): readonly TransactWriteItem[] => write[ITEMS];

/** What a conditional put is, for the command that makes it. */
export const commandOf = (put: ConditionalPut): Conditional => put[PUT];
