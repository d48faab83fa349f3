import type { StreamRecord, StreamSource } from "../store/stream-source.ts";
import { readShard, type ReadingLimits, type ShardEnd } from "./stream-reader.ts";

/** How a pass is made. */
export interface PassSize {
  /** How many shards are read at the same time: nearly all of an idle one's time is waiting for answers. */
  together: number;
  /** After how many records the tallies are saved although more is coming: about 2 kB each are held until then. */
  most: number;
}

export const USUAL_SIZE: PassSize = { together: 16, most: 8_000 };

/** The same list, begun elsewhere: who comes last in one pass is first in another. */
export const rotated = <One>(all: readonly One[], from: number): One[] => {
  const first = all.length === 0 ? 0 : from % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
};

/**
 * Reads shards from where they were left, several at a time, and says of each how its reading ended and with which
 * record. Those for which no time is left are not begun. When one fails, no other is begun, and the failure is
 * thrown when those under way have ended.
 */
export async function readShards(
  stream: StreamSource,
  shards: readonly string[],
  after: (shard: string) => string | undefined,
  limits: ReadingLimits,
  { together }: Pick<PassSize, "together">,
  onPage: (shard: string, records: StreamRecord[]) => Promise<void>,
  onEnd: (shard: string, end: ShardEnd, last: string | undefined) => void,
): Promise<void> {
  const waiting = [...shards];
  const failures: unknown[] = [];
  const reader = async () => {
    while (failures.length === 0 && !limits.outOfTime()) {
      const shard = waiting.shift();
      if (shard === undefined) return;
      let last = after(shard);
      const end = await readShard(stream, shard, last, limits, async (records) => {
        await onPage(shard, records);
        last = records.at(-1)?.sequence;
      });
      onEnd(shard, end, last);
    }
  };
  const readers = Array.from({ length: Math.min(together, shards.length) }, reader);
  await Promise.all(readers.map((one) => one.catch((failure: unknown) => failures.push(failure))));
  if (failures.length > 0) throw failures[0];
}
