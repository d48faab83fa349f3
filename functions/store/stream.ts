import { DescribeTableCommand } from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  type DynamoDBStreamsClientConfig,
  GetRecordsCommand,
  GetShardIteratorCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { clientLimits, ON_ONE_MACHINE } from "../part-limits.ts";
import { type Database, withoutLog } from "./database.ts";
import type { Item } from "./damaged-item.ts";
import type { StreamSource } from "./stream-source.ts";

/** The way to the streams of the tables; `ballotStream` knows how to ask. */
export type Streams = DynamoDBStreamsClient;

export const connectStreams = (config: DynamoDBStreamsClientConfig = {}): Streams =>
  withoutLog(new DynamoDBStreamsClient({ ...clientLimits(ON_ONE_MACHINE), ...config }));

/** The name of the ballots table's stream: where it is switched off and on again, another one begins. */
export async function streamName(db: Database): Promise<string> {
  const { Table } = await db.client.send(
    new DescribeTableCommand({ TableName: db.tables.ballots }),
  );
  if (Table?.LatestStreamArn === undefined) throw new Error("the ballots table has no stream");
  return Table.LatestStreamArn;
}

/** The stream of the ballots table as the stream reader sees it. */
export async function ballotStream(db: Database, client: Streams): Promise<StreamSource> {
  const StreamArn = await streamName(db);
  return {
    async listShards() {
      const shards: string[] = [];
      let ExclusiveStartShardId: string | undefined;
      do {
        const { StreamDescription } = await client.send(
          new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }),
        );
        for (const { ShardId } of StreamDescription?.Shards ?? []) {
          if (ShardId !== undefined) shards.push(ShardId);
        }
        ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId;
      } while (ExclusiveStartShardId !== undefined);
      return shards;
    },
    async iterator(ShardId, after) {
      const { ShardIterator } = await client.send(
        new GetShardIteratorCommand({
          StreamArn,
          ShardId,
          ...(after === undefined
            ? { ShardIteratorType: "TRIM_HORIZON" }
            : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }),
        }),
      );
      return ShardIterator;
    },
    async records(ShardIterator) {
      const { Records = [], NextShardIterator } = await client.send(
        new GetRecordsCommand({ ShardIterator }),
      );
      return {
        next: NextShardIterator,
        records: Records.flatMap(({ dynamodb }) =>
          dynamodb?.SequenceNumber === undefined
            ? []
            : [
                {
                  sequence: dynamodb.SequenceNumber,
                  before: dynamodb.OldImage as Item | undefined,
                  after: dynamodb.NewImage as Item | undefined,
                  partition: dynamodb.Keys?.["pk"]?.S ?? "",
                },
              ],
        ),
      };
    },
  };
}
