import { DeleteItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { setTimeout as wait } from "node:timers/promises";
import { isAfter } from "../../domain/tally/watermark.ts";
import { readShard } from "../jobs/stream-reader.ts";
import { ballotStream } from "../store/stream.ts";
import type { StreamRecord } from "../store/stream-source.ts";
import {
  type Bench,
  type Check,
  failureOf,
  hold,
  item,
  keyOf,
  many,
  NotTried,
  same,
} from "./check.ts";
import { atLeast, filledShard, streamArn } from "./records.ts";

const ITERATOR_LIVES = 15 * 60_000;

const version = (partition: string, sort: string, v: number) =>
  item(partition, sort, { v: { N: `${v}` } });

const write = async ({ db }: Bench, Item: StreamRecord["after"]) => {
  await db.client.send(new PutItemCommand({ TableName: db.tables.ballots, Item }));
};

/** The stream of the ballots, from which all is counted. */
export const STREAMS: readonly Check[] = [
  {
    name: "stream-has-both-images",
    need: "counting adds what a ballot says and takes away what it said",
    async run(bench) {
      const [one, two] = [version("both", "a", 1), version("both", "a", 2)];
      await write(bench, one);
      await write(bench, two);
      const { db } = bench;
      await db.client.send(
        new DeleteItemCommand({ TableName: db.tables.ballots, Key: keyOf(one) }),
      );
      const records = [...(await atLeast(bench, "both", 3)).values()].flat();
      same(
        "before and after of three changes",
        records.map(({ before, after }) => [before, after]),
        [
          [undefined, one],
          [one, two],
          [two, undefined],
        ],
      );
    },
  },
  {
    name: "stream-in-order",
    need: "each change of a ballot once and in its order, by growing decimal numbers: what was counted is known by them",
    async run(bench) {
      const sent = many(12, (ballot) => `ballot-${ballot}`);
      await Promise.all(
        sent.map(async (sort) => {
          for (let v = 1; v <= 5; v++) await write(bench, version("order", sort, v));
        }),
      );
      const read = await atLeast(bench, "order", sent.length * 5);
      const all = [...read.values()].flat();
      for (const sort of sent) {
        const own = all.filter(({ after }) => after?.["sk"]?.S === sort);
        same(
          `changes of ${sort}`,
          own.map(({ after }) => after?.["v"]?.N),
          many(5, (v) => `${v + 1}`),
        );
      }
      for (const records of read.values()) {
        records.forEach(({ sequence }, place) => {
          hold(/^\d{1,40}$/.test(sequence), `a sequence number is no decimal: ${sequence}`);
          const before = records[place - 1]?.sequence;
          hold(
            before === undefined || isAfter(sequence, before),
            `sequence number ${sequence} after ${before}`,
          );
        });
      }
    },
  },
  {
    name: "stream-read-again",
    need: "after a crash counting reads on behind what was counted, or everything again",
    async run(bench) {
      const [shard, records] = await filledShard(bench);
      const stream = await ballotStream(bench.db, bench.streams);
      const from = async (after: string | undefined) => {
        const sequences: string[] = [];
        await readShard(stream, shard, after, bench.limits, async (page) => {
          sequences.push(...page.map(({ sequence }) => sequence));
        });
        return sequences;
      };
      const all = await from(undefined);
      same("from the oldest again", await from(undefined), all);
      const middle = records[0]!.sequence;
      same("behind one", await from(middle), all.slice(all.indexOf(middle) + 1));
      same("behind the last", await from(all.at(-1)), []);
    },
  },
  {
    name: "shards-are-listed",
    need: "every shard is read, however many pages the list has; a closed one to its end",
    async run(bench) {
      const StreamArn = await streamArn(bench);
      const listed: string[] = [];
      let ExclusiveStartShardId: string | undefined;
      do {
        const { StreamDescription: told } = await bench.streams.send(
          new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId, Limit: 1 }),
        );
        const shards = told?.Shards?.map(({ ShardId = "" }) => ShardId) ?? [];
        hold(shards.length <= 1, `${shards.length} shards on a page of one`);
        hold(!shards.some((one) => listed.includes(one)), `shard ${shards[0]} came twice`);
        listed.push(...shards);
        ExclusiveStartShardId = told?.LastEvaluatedShardId;
      } while (ExclusiveStartShardId !== undefined);
      const stream = await ballotStream(bench.db, bench.streams);
      same("one a page", listed.toSorted(), (await stream.listShards()).toSorted());
      hold(listed.length > 0, "no shard is listed");
    },
  },
  {
    name: "unknown-shard",
    need: "a shard that is gone is told by its failure, and not by silence",
    async run(bench) {
      const [shard] = await filledShard(bench);
      const command = new GetShardIteratorCommand({
        StreamArn: await streamArn(bench),
        ShardId: shard.replace(/.{8}$/, "00000000"),
        ShardIteratorType: "TRIM_HORIZON",
      });
      const { name } = await failureOf("an unknown shard", bench.streams.send(command));
      hold(/ResourceNotFound|Validation/.test(name), `the failure: ${name}`);
    },
  },
  {
    name: "expired-iterator",
    need: "an iterator of an hour ago is refused as such or reads on; it does not pass over anything",
    optional: true,
    async run(bench) {
      if (!bench.patient) throw new NotTried("it takes a quarter of an hour: --patient");
      const [shard, records] = await filledShard(bench);
      const stream = await ballotStream(bench.db, bench.streams);
      const iterator = await stream.iterator(shard, undefined);
      await wait(ITERATOR_LIVES + 60_000);
      const answer = await bench.streams
        .send(new GetRecordsCommand({ ShardIterator: iterator }))
        .catch((failure: Error) => failure.name);
      if (answer === "ExpiredIteratorException") return;
      hold(typeof answer === "object", `the failure: ${JSON.stringify(answer)}`);
      hold(
        (answer.Records?.length ?? 0) >= records.length,
        "it reads on, and not from where it was",
      );
    },
  },
];
