/** The records of the ballots' stream, as checks read them. */
import { setTimeout as wait } from "node:timers/promises";
import { DescribeTableCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { readShard } from "../jobs/stream-reader.ts";
import { ballotStream } from "../store/stream.ts";
import type { StreamRecord } from "../store/stream-source.ts";
import { type Bench, hold, item, many } from "./check.ts";

type Read = Map<string, StreamRecord[]>;

/** The records of some partitions, by shard, from the oldest on. */
async function recordsOf({ db, streams, limits }: Bench, partition: string): Promise<Read> {
  const stream = await ballotStream(db, streams);
  const all: Read = new Map();
  for (const shard of await stream.listShards()) {
    await readShard(stream, shard, undefined, limits, async (records) => {
      const own = records.filter((one) => one.partition.startsWith(partition));
      if (own.length > 0) all.set(shard, [...(all.get(shard) ?? []), ...own]);
    });
  }
  return all;
}

/** The same when so many have come, or the time is up. */
export async function atLeast(bench: Bench, partition: string, count: number): Promise<Read> {
  const end = performance.now() + bench.recordsWithin;
  for (;;) {
    const read = await recordsOf(bench, partition);
    if ([...read.values()].flat().length >= count || performance.now() > end) return read;
    await wait(250);
  }
}

/** The stream of the ballots table. */
export const streamArn = async ({ db }: Bench): Promise<string> => {
  const described = new DescribeTableCommand({ TableName: db.tables.ballots });
  const arn = (await db.client.send(described)).Table?.LatestStreamArn;
  hold(arn !== undefined, "the table was made with a stream and has none");
  return arn;
};

/** A shard that has records, and those that were written for it. */
export async function filledShard(bench: Bench): Promise<[string, StreamRecord[]]> {
  const TableName = bench.db.tables.ballots;
  for (const Item of many(3, (place) => item("filled", `${place}`))) {
    await bench.db.client.send(new PutItemCommand({ TableName, Item }));
  }
  const filled = [...(await atLeast(bench, "filled", 3))].at(0);
  hold(filled !== undefined, "three items were written, and the stream has no records");
  return filled;
}
