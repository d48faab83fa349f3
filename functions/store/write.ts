import type { Put, TransactWriteItem } from "@aws-sdk/client-dynamodb";

const ITEM = Symbol("item");
const PUT = Symbol("put");

type Conditional = Put & { ConditionExpression: string };

/**
 * One write that is made together with others, or not at all (`writeAll`, `appendEntry`). Functions of the
 * store make it; to everybody else what it writes, and on what condition, is closed.
 */
export interface Write {
  readonly [ITEM]: TransactWriteItem;
}

/** A write of one whole item under a condition, which can also be made by itself (`putIf`). */
export interface ConditionalPut extends Write {
  readonly [PUT]: Conditional;
}

/** Closes a write. */
export const writeOf = (item: TransactWriteItem): Write => ({ [ITEM]: item });

/** Closes a write of a whole item. */
export const putOf = (put: Conditional): ConditionalPut => ({ [ITEM]: { Put: put }, [PUT]: put });

/** What a write is, for the transaction that makes it. */
export const itemOf = (write: Write): TransactWriteItem => write[ITEM];

/** What a conditional put is, for the command that makes it. */
export const commandOf = (put: ConditionalPut): Conditional => put[PUT];
