/**
 * The stream of the ballots table: every change of every ballot, in the order of its shard, kept by
 * DynamoDB for a day; shards have no order among each other. Reading changes nothing and a failure leaves
 * nothing behind: whatever was read can be read again, as long as its records are kept.
 */
import type { Item } from "./damaged-item.ts";

/** One record of the stream: the images of one item before and after one change. */
export interface StreamRecord {
  sequence: string;
  /** The partition key, which begins with the consultation's id. */
  partition: string;
  before: Item | undefined;
  after: Item | undefined;
}

/** What the reader needs of a stream. Failures keep the names that DynamoDB Streams gives them. */
export interface StreamSource {
  listShards(): Promise<string[]>;
  /** From the shard's oldest record, or from the one after that sequence number. */
  iterator(shard: string, after: string | undefined): Promise<string | undefined>;
  records(iterator: string): Promise<{ records: StreamRecord[]; next: string | undefined }>;
}
