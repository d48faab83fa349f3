import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";
import { PARTS } from "../../../functions/jobs/follow.ts";
import {
  compared,
  countPieces,
  notBegun,
  type Recount,
  type RecountPorts,
} from "../../../functions/jobs/recount.ts";
import type { StreamRecord, StreamSource } from "../../../functions/store/stream-source.ts";
import { changeOf } from "../../../functions/jobs/tally.ts";
import { sha256, sha256Binary } from "../../../functions/secrets.ts";
import { ballotItem, readBallotItem, tombstoneItem } from "../../../functions/store/ballot-item.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";

export const PLAN = countingPlan({
  languages: ["en", "ru", "kk"],
  recommendations: ["W1", "W2", "K1"].map(
    (code) => ({ code }) as Consultation["recommendations"][0],
  ),
  about: [],
});
const DAY = "2026-11-24";
const lost = () => Object.assign(new Error("lost"), { name: "TrimmedDataAccessException" });

/** Stored ballots and the stream of their changes, two shards, as DynamoDB would tell of them. */
export class StoredBallots implements StreamSource {
  readonly items = new Map<string, Item>();
  readonly shards: StreamRecord[][] = [[], []];
  /** How many records of each shard the stream shows so far. */
  shown = Infinity;
  /** How many records of each shard were lost. */
  private readonly lost = [0, 0];
  private sequence = 97;

  put(ballot: number, ratings: string, panel: BallotContent["panel"] = "public", of = "c"): void {
    const about = { language: "kk" as const, about: {}, first: ["K1"], positions: [] };
    this.write(ballot, of, (id, revision) =>
      ballotItem({
        consultation: of,
        id,
        revision,
        content: { panel, ratings, ...about },
        day: DAY,
      }),
    );
  }

  withdraw(ballot: number): void {
    this.write(ballot, "c", (id, revision) => tombstoneItem("c", id, revision, DAY));
  }

  malform(ballot: number): void {
    this.write(ballot, "c", (id, revision) => ({
      ...tombstoneItem("c", id, revision, DAY),
      withdrawn: { S: "?" },
    }));
  }

  private write(ballot: number, of: string, make: (id: string, revision: number) => Item): void {
    const id = sha256(`${of} ${ballot}`);
    const before = this.items.get(id);
    const after = make(id, Number(before?.["revision"]?.N ?? 0) + 1);
    this.items.set(id, after);
    const sequence = String((this.sequence += 1));
    this.shards[ballot % 2]!.push({ sequence, partition: `${of}#00`, before, after });
  }

  /** Loses what the stream holds by now. */
  trim(shard: number, keep: number): void {
    this.lost[shard] = this.shards[shard]!.length - keep;
  }

  listShards = async () => this.shards.map((_, index) => String(index));
  iterator = async (shard: string, after: string | undefined) => {
    const oldest = this.lost[Number(shard)]!;
    const next = this.shards[Number(shard)]!.findIndex(({ sequence }) => sequence === after) + 1;
    if (after !== undefined && next < oldest) throw lost();
    return `${shard} ${Math.max(next, oldest)}`;
  };
  records = async (iterator: string) => {
    const [shard = 0, from = 0] = iterator.split(" ").map(Number);
    const records = this.shards[shard]!.slice(0, this.shown).slice(from, from + 2);
    return { records, next: `${shard} ${from + records.length}` };
  };

  /** Counts every record that is there into the tally, as the tally job does. */
  count(tally: Tally = emptyTally(PLAN), passOver?: StreamRecord): Tally {
    this.shards.forEach((records, shard) => {
      const own = records
        .filter(({ partition }) => partition === "c#00")
        .map((record) =>
          record === passOver ? { ...record, before: undefined, after: undefined } : record,
        );
      const changes = own.map((record) => changeOf(record, 3));
      applyChanges(tally, PLAN, String(shard), changes, sha256Binary);
    });
    return tally;
  }

  /** What is stored, counted from nothing. */
  truth(): Tally {
    const tally = emptyTally(PLAN);
    for (const item of this.items.values()) {
      if (item["pk"]?.S?.startsWith("c#") !== true) continue;
      foldState(tally, PLAN, readBallotItem(item, 3).state, 1, sha256Binary);
    }
    return tally;
  }
}

interface Moments {
  /** Before each page of two ballots is read, and after the last. */
  page?: (number: number) => void;
  waitForMore?: () => boolean;
}

/** Recounts the consultation `c`, against that tally, while things happen. */
export async function recountOf(
  store: StoredBallots,
  tally: Tally | undefined,
  moments: Moments = {},
): Promise<Recount> {
  const ports: RecountPorts = {
    stream: store,
    async *ballots(consultation) {
      const ids = [...store.items.keys()].filter((id) =>
        store.items.get(id)!["pk"]!.S!.startsWith(`${consultation}#`),
      );
      for (let from = 0; from < ids.length; from += 2) {
        moments.page?.(from / 2);
        yield { items: ids.slice(from, from + 2).map((id) => store.items.get(id)!) };
      }
      moments.page?.(-1);
      yield { items: [], next: PARTS };
    },
    loadTally: async () =>
      tally === undefined ? undefined : { tally: structuredClone(tally), revision: 5 },
    digest: sha256Binary,
    limits: { emptyPages: 2, outOfTime: () => false },
    most: Infinity,
    settle: async () => {},
    waitForMore: async () => moments.waitForMore?.() ?? false,
  };
  const counted = await countPieces(ports, "c", PLAN, notBegun(PLAN));
  return compared(ports, "c", PLAN, counted!);
}

/** Five ballots, one revised, one withdrawn; and one of another consultation beside them. */
export function filled(): StoredBallots {
  const store = new StoredBallots();
  for (const ballot of [0, 1, 2, 3, 4])
    store.put(ballot, "5n-", ballot === 4 ? "expert" : "public");
  store.put(1, "1-3");
  store.withdraw(2);
  store.put(7, "555", "public", "other");
  return store;
}
