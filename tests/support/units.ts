import type { Database } from "../../functions/store/database.ts";

/** What something used of the tables, in request units as AWS counts them, and how often it asked. Refused writes are not in it. */
export interface UnitsUsed {
  writes: number;
  reads: number;
  calls: number;
}

/** What a service answers of one call, or of each table that a call was about. */
type Consumed = { CapacityUnits?: number };

/** Everything that has units: what only reads, and whatever else. */
const READS = new Set(["GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems"]);
const WRITES = new Set([
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "BatchWriteItem",
  "TransactWriteItems",
]);

/** What is used of the tables while something is done. */
export async function unitsDuring(
  { client }: Pick<Database, "client">,
  act: () => Promise<unknown>,
): Promise<UnitsUsed> {
  const used = { writes: 0, reads: 0, calls: 0 };
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const name = commandName.replace("Command", "");
        const kind = READS.has(name) ? "reads" : WRITES.has(name) ? "writes" : undefined;
        if (kind === undefined) return next(args);
        used.calls += 1;
        const answer = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: "TOTAL" },
        });
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
        const units = [ConsumedCapacity ?? []].flat().map(({ CapacityUnits = 0 }) => CapacityUnits);
        // AWS counts the least of a read also where nothing is found; DynamoDB Local does not.
        const { ConsistentRead = false } = args.input as { ConsistentRead?: boolean };
        const least = kind === "writes" ? 0 : ConsistentRead ? 1 : 0.5;
        used[kind] += Math.max(
          least,
          units.reduce((sum, one) => sum + one, 0),
        );
        return answer;
      },
    { step: "initialize", name: "units" },
  );
  try {
    await act();
  } finally {
    client.middlewareStack.remove("units");
  }
  return used;
}
