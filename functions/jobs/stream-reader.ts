import type { StreamRecord, StreamSource } from "../store/stream-source.ts";

/** How a shard's reading ended. */
export type ShardEnd =
  /** Nothing more for now. */
  | "caught-up"
  /** The shard is closed and read to its end. */
  | "finished"
  /** The time for this pass is up; more is waiting. */
  | "out-of-time"
  /** The shard is no longer there: its records outlived their day, and so did it. */
  | "vanished"
  /** Records after the given sequence number were lost before they were read. */
  | "trimmed";

/** How many empty pages in a row count as a shard's end where nothing better is known: DynamoDB may answer empty in between. */
export const EMPTY_PAGES = 20;

export interface ReadingLimits {
  /** How many empty pages in a row count as the end; DynamoDB may answer empty in between. */
  emptyPages: number;
  /** How long after a write its record may still be on its way, in ms; where it is not said, as long as AWS takes at most. */
  recordsWithin?: number | undefined;
  outOfTime: () => boolean;
}

/**
 * Reads one shard in order, a page at a time; `onPage` must have kept what it needs when it ends.
 * An expired iterator is renewed after the last page that was kept, so no record is passed over.
 */
export async function readShard(
  source: StreamSource,
  shard: string,
  after: string | undefined,
  limits: ReadingLimits,
  onPage: (records: StreamRecord[]) => Promise<void>,
): Promise<ShardEnd> {
  let last = after;
  let empty = 0;
  let iterator = await answerOf(() => source.iterator(shard, last));
  for (;;) {
    if (typeof iterator === "object") return iterator.end;
    if (iterator === undefined) return "finished";
    if (empty >= limits.emptyPages) return "caught-up";
    if (limits.outOfTime()) return "out-of-time";
    const from = iterator;
    const page = await answerOf(() => source.records(from));
    if (page === EXPIRED) {
      iterator = await answerOf(() => source.iterator(shard, last));
      continue;
    }
    if ("end" in page) return page.end;
    const newest = page.records.at(-1);
    if (newest === undefined) empty += 1;
    else {
      await onPage(page.records);
      last = newest.sequence;
      empty = 0;
    }
    iterator = page.next;
  }
}

const EXPIRED = { end: "caught-up" } as const;

/** What the stream answers, or how the shard ends by its failure. What `onPage` throws is not meant. */
async function answerOf<Value>(question: () => Promise<Value>): Promise<Value | { end: ShardEnd }> {
  try {
    return await question();
  } catch (failure) {
    if (isNamed(failure, "ExpiredIteratorException")) return EXPIRED;
    if (isNamed(failure, "ResourceNotFoundException")) return { end: "vanished" };
    if (isNamed(failure, "TrimmedDataAccessException")) return { end: "trimmed" };
    throw failure;
  }
}

const isNamed = (failure: unknown, name: string): boolean =>
  failure instanceof Error && failure.name === name;
