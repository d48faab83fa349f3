import type { Panel } from "../../../domain/ballot/ballot.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";
import { changeOf } from "../../../functions/jobs/tally.ts";
import { sha256, sha256Binary } from "../../../functions/secrets.ts";
import { ballotItem, readBallotItem, tombstoneItem } from "../../../functions/store/ballot-item.ts";
import type { Item } from "../../../functions/store/damaged-item.ts";
import type { StreamRecord } from "../../../functions/store/stream-source.ts";
import { consultationOf, DAY, PLAN, writeOf } from "./counting-ballots.ts";

export type Step =
  | { do: "put"; ballot: number; ratings: string; panel: Panel }
  | { do: "withdraw" | "malform"; ballot: number }
  | { do: "split"; lane: number }
  /** The stream brings what happened until then; the tally counts it, or loses one record for good. */
  | { do: "show" | "count" | "lose" }
  /** The recount goes on to the next thing that it asks of the world; or is killed there. */
  | { do: "go" | "kill" };

const LANES = 2;
/** In which part each ballot is: two share one. */
export const PART = ["00", "07", "07", "80", "08", "f0"];
export const ME = "c1";

/** Ballots in a few parts, a stream that is late, and a tally that may be wrong. */
export class RecountWorld {
  protected readonly ballots = new Map<string, Item>();
  protected readonly shards: {
    lane: number;
    open: boolean;
    records: StreamRecord[];
    shown: number;
  }[] = [];
  protected sequence = 7;
  protected tally = { tally: emptyTally(PLAN), revision: 1 };

  constructor() {
    for (let lane = 0; lane < LANES; lane++) this.split(lane);
  }

  protected take(step: Step): void {
    switch (step.do) {
      case "put":
        return this.write(step.ballot, (before, id, revision) =>
          before?.["withdrawn"] === undefined
            ? ballotItem(writeOf(step, before, id, revision))
            : undefined,
        );
      case "withdraw":
        return this.write(
          step.ballot,
          (before, id, revision) =>
            before && tombstoneItem(consultationOf(step.ballot), id, revision, DAY),
        );
      case "malform":
        return this.write(
          step.ballot,
          (before, _id, revision) =>
            before && { ...before, revision: { N: String(revision) }, ratings: { S: "?" } },
        );
      case "split":
        return this.split(step.lane);
      case "show":
        for (const shard of this.shards) shard.shown = shard.records.length;
        return;
      case "count":
      case "lose":
        return this.count(step.do === "lose");
      case "go":
      case "kill":
    }
  }

  /** Counts what the stream shows, as the job does; of what is lost nobody counts anything any more. */
  private count(isLost: boolean): void {
    let left = isLost;
    this.shards.forEach(({ records, shown }, shard) => {
      const own = records.slice(0, shown).filter(({ partition }) => partition.startsWith(`${ME}#`));
      const { tally } = this.tally;
      const at = tally.watermarks[shard]?.sequence;
      for (const record of own) {
        if (at !== undefined && Number(record.sequence) <= Number(at)) continue;
        const { before, after, sequence } = changeOf(record, PLAN.codes.length);
        const change = left
          ? { before: undefined, after: undefined, sequence }
          : { before, after, sequence };
        left = false;
        applyChanges(tally, PLAN, String(shard), [change], sha256Binary);
      }
    });
    this.tally.revision += 1;
  }

  private write(
    ballot: number,
    make: (before: Item | undefined, id: string, revision: number) => Item | undefined,
  ): void {
    const id = PART[ballot]! + sha256(`ballot ${ballot}`).slice(2);
    const before = this.ballots.get(id);
    const after = make(before, id, Number(before?.["revision"]?.N ?? 0) + 1);
    if (after === undefined) return;
    this.ballots.set(id, after);
    const shard = this.shards.findLast(({ lane }) => lane === ballot % LANES)!;
    const partition = `${consultationOf(ballot)}#${PART[ballot]}`;
    shard.records.push({ sequence: String((this.sequence += 1)), partition, before, after });
  }

  private split(lane: number): void {
    for (const shard of this.shards) if (shard.lane === lane) shard.open = false;
    this.shards.push({ lane, open: true, records: [], shown: 0 });
  }

  protected truth(): Tally {
    const tally = emptyTally(PLAN);
    for (const item of this.ballots.values()) {
      if (!item["pk"]!.S!.startsWith(`${ME}#`)) continue;
      foldState(tally, PLAN, readBallotItem(item, PLAN.codes.length).state, 1, sha256Binary);
    }
    return tally;
  }
}
