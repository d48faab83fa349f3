import type { Panel } from "../../../domain/ballot/ballot.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";
import type { StreamRecord } from "../../../functions/store/stream-source.ts";
import type { TallyPorts } from "../../../functions/jobs/tally.ts";
import { sha256, sha256Binary } from "../../../functions/secrets.ts";
import { ballotItem, readBallotItem, tombstoneItem } from "../../../functions/store/ballot-item.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";
import type { Cursor } from "../../../functions/store/counting.ts";
import type { StoredTally } from "../../../functions/store/tallies.ts";
import { consultationOf, DAY, PLAN, writeOf } from "./counting-ballots.ts";
import { plainAdd } from "./counting-mutants.ts";
import { type Crash, Reader, type Turn } from "./counting-reader.ts";

/** A weakening of the counting rule that the property must notice. */
export type Mutant = "none" | "no-watermark" | "no-compare-and-swap" | "plain-add";

export type Step =
  | { do: "put"; ballot: number; ratings: string; panel: Panel }
  | { do: "withdraw"; ballot: number }
  | { do: "malform"; ballot: number }
  | { do: "split"; lane: number }
  | { do: "lose-cursors" }
  | { do: "read"; reader: number; crash: Crash };

const LANES = 2;
const PAGE = 3;

/**
 * A whole small world: ballots in two consultations, a stream in two lanes whose shards split, and
 * two readers that run the real counting code one outside step at a time, in any interleaving, and
 * may be killed before or after any of those steps. What the two readers share is the world's own.
 */
export class CountingModel {
  private readonly ballots = new Map<
    string,
    { consultation: string; item: Item; revision: number }
  >();
  private readonly shards: {
    name: string;
    lane: number;
    open: boolean;
    records: StreamRecord[];
  }[] = [];
  private readonly cursors = new Map<string, Cursor>();
  private readonly tallies = new Map<string, StoredTally>();
  private readonly readers: Reader[];
  private sequence = 7;

  constructor(mutant: Mutant) {
    for (let lane = 0; lane < LANES; lane++) this.openShard(lane);
    this.readers = [0, 1].map(() => new Reader((turn) => this.ports(turn, mutant)));
  }

  async take(step: Step): Promise<void> {
    switch (step.do) {
      case "put":
        return this.write(step.ballot, (before, id) => {
          if (before?.["withdrawn"] !== undefined) return undefined;
          return (revision) => ballotItem(writeOf(step, before, id, revision));
        });
      case "withdraw":
        return this.write(step.ballot, (before, id) =>
          before === undefined
            ? undefined
            : (revision) => tombstoneItem(consultationOf(step.ballot), id, revision, DAY),
        );
      case "malform":
        return this.write(step.ballot, (before) =>
          before === undefined ? undefined : () => ({ ...before, ratings: { S: "?" } }),
        );
      case "split":
        for (const shard of this.shards) if (shard.lane === step.lane) shard.open = false;
        return this.openShard(step.lane);
      case "lose-cursors":
        return this.cursors.clear();
      case "read":
        return this.readers[step.reader]!.step(step.crash);
    }
  }

  /** Lets both readers come to rest, and one more read everything that is left. */
  async settle(): Promise<void> {
    for (const reader of this.readers) await reader.finish();
    await this.readers[0]!.finish();
  }

  /** What the readers counted, and what the ballots themselves say, for each consultation. */
  outcome(): { counted: Tally; recounted: Tally }[] {
    return ["c0", "c1"].map((consultation) => {
      const recounted = emptyTally(PLAN);
      for (const ballot of this.ballots.values()) {
        if (ballot.consultation !== consultation) continue;
        foldState(
          recounted,
          PLAN,
          readBallotItem(ballot.item, PLAN.codes.length).state,
          1,
          sha256Binary,
        );
      }
      const counted = this.tallies.get(consultation)?.tally ?? emptyTally(PLAN);
      return { counted, recounted };
    });
  }

  private write(
    ballot: number,
    next: (before: Item | undefined, id: string) => ((revision: number) => Item) | undefined,
  ): void {
    const id = sha256(`ballot ${ballot}`);
    const stored = this.ballots.get(id);
    const make = next(stored?.item, id);
    if (make === undefined) return;
    const revision = (stored?.revision ?? 0) + 1;
    const item = make(revision);
    this.ballots.set(id, { consultation: consultationOf(ballot), item, revision });
    const lane = ballot % LANES;
    const shard = this.shards.findLast((one) => one.lane === lane)!;
    this.sequence += 1;
    shard.records.push({
      sequence: String(this.sequence),
      partition: `${consultationOf(ballot)}#00`,
      before: stored?.item,
      after: item,
    });
  }

  private openShard(lane: number): void {
    this.shards.push({ name: `shard-${this.shards.length}`, lane, open: true, records: [] });
  }

  private ports(turn: Turn, mutant: Mutant): TallyPorts {
    const shard = (name: string) => this.shards.find((one) => one.name === name)!;
    const loaded = new Map<string, Tally>();
    return {
      plan: async () => PLAN,
      setAside: (_, failure) => Promise.reject(failure as Error),
      digest: sha256Binary,
      now: () => new Date(0),
      stream: {
        // Newest first: children are read before their parents, which must not matter.
        listShards: () => turn(() => this.shards.map(({ name }) => name).toReversed()),
        iterator: (name, after) =>
          turn(() => {
            const found = shard(name).records.findIndex(({ sequence }) => sequence === after);
            return `${name} ${found + 1}`;
          }),
        records: (iterator) =>
          turn(() => {
            const [name = "", from] = iterator.split(" ");
            const { records, open } = shard(name);
            const page = records.slice(Number(from), Number(from) + PAGE);
            const next = Number(from) + page.length;
            const end = !open && next === records.length;
            return { records: page, next: end ? undefined : `${name} ${next}` };
          }),
      },
      cursors: {
        load: () => turn(() => new Map(this.cursors)),
        save: (name, cursor) => turn(() => void this.cursors.set(name, cursor)),
      },
      tallies: {
        load: (consultation) =>
          turn(() => {
            const kept = structuredClone(this.tallies.get(consultation));
            if (kept !== undefined && mutant === "no-watermark") kept.tally.watermarks = {};
            loaded.set(consultation, structuredClone(kept?.tally ?? emptyTally(PLAN)));
            return kept;
          }),
        save: (consultation, tally, before) =>
          turn(() => {
            const revision = before?.revision ?? 0;
            const current = this.tallies.get(consultation) ?? {
              tally: emptyTally(PLAN),
              revision: 0,
            };
            if (mutant === "plain-add") {
              const added = plainAdd(current.tally, tally, loaded.get(consultation)!);
              this.tallies.set(consultation, { tally: added, revision: current.revision + 1 });
              return true;
            }
            if (mutant !== "no-compare-and-swap" && current.revision !== revision) return false;
            this.tallies.set(consultation, {
              tally: structuredClone(tally),
              revision: current.revision + 1,
            });
            return true;
          }),
      },
    };
  }
}
