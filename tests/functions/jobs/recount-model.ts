import type { Panel } from "../../../domain/ballot/ballot.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { emptyTally, type Tally, tallyDifferences } from "../../../domain/tally/tally.ts";
import { type Counting, PARTS } from "../../../functions/jobs/follow.ts";
import {
  compared,
  countPieces,
  notBegun,
  rebuiltTally,
  type RecountPorts,
} from "../../../functions/jobs/recount.ts";
import { changeOf } from "../../../functions/jobs/tally.ts";
import { sha256, sha256Binary } from "../../../functions/secrets.ts";
import { ballotItem, readBallotItem, tombstoneItem } from "../../../functions/store/ballot-item.ts";
import type { Item } from "../../../functions/store/item.ts";
import type { StreamRecord } from "../../../functions/store/stream-source.ts";
import { consultationOf, DAY, PLAN, writeOf } from "./counting-ballots.ts";

/** A weakening of the rule that the property must notice. */
export type Mutant = "none" | "no-settling" | "old-place" | "one-too-far";

export type Step =
  | { do: "put"; ballot: number; ratings: string; panel: Panel }
  | { do: "withdraw" | "malform"; ballot: number }
  | { do: "split"; lane: number }
  /** The stream brings what happened until then; the tally counts it, or loses one record for good. */
  | { do: "show" | "count" | "lose" }
  /** The recount goes on to the next thing that it asks of the world; or is killed there. */
  | { do: "go" | "kill" };

class Killed extends Error {}

const LANES = 2;
/** In which part each ballot is: two share one. */
const PART = ["00", "07", "07", "80", "f0", "fe"];
const ME = "c1";

/**
 * A small world with ballots in a few parts, a stream that is late, a tally that may be wrong, and a recount with rebuilding
 * that runs the real code. Between any two things that it asks of the world the history goes on.
 */
export class RecountModel {
  private readonly ballots = new Map<string, Item>();
  private readonly shards: { lane: number; open: boolean; records: StreamRecord[]; shown: number }[] = [];
  private sequence = 7;
  private tally = { tally: emptyTally(PLAN), revision: 1 };
  private kept: Counting | undefined;
  private readonly steps: Step[];
  private readonly mutant: Mutant;

  constructor(steps: readonly Step[], mutant: Mutant) {
    this.steps = [...steps];
    this.mutant = mutant;
    for (let lane = 0; lane < LANES; lane++) this.split(lane);
  }

  /** How the tally differs from the ballots when the recount has ended and all that came after is counted. */
  async run(): Promise<string[]> {
    while (!(await this.oneRun())) continue;
    for (const step of this.steps) if (step.do !== "lose" && step.do !== "kill") this.take(step);
    this.take({ do: "show" });
    this.take({ do: "count" });
    return tallyDifferences(this.tally.tally, this.truth());
  }

  /** One run of the job: to the end of the recount, or to where it is killed. */
  private async oneRun(): Promise<boolean> {
    try {
      const ports = this.ports();
      const from = structuredClone(this.kept) ?? notBegun(PLAN, this.tally.tally.watermarks);
      let before = structuredClone(from.counted.watermarks);
      const counted = await countPieces(ports, ME, PLAN, from, async (counting) => {
        this.turn();
        const kept = structuredClone(counting);
        if (this.mutant === "old-place") kept.counted.watermarks = before;
        if (this.mutant === "one-too-far") kept.next += 1;
        before = structuredClone(counting.counted.watermarks);
        this.kept = kept;
        this.turn();
        return true;
      });
      for (;;) {
        const outcome = await compared(ports, ME, PLAN, counted!);
        this.turn();
        if (this.tally.revision !== outcome.loadedRevision) continue;
        const tally = outcome.differences.length === 0 ? outcome.tally : rebuiltTally(outcome);
        this.tally = { tally: structuredClone(tally), revision: this.tally.revision + 1 };
        return true;
      }
    } catch (failure) {
      if (failure instanceof Killed) return false;
      throw failure;
    }
  }

  private turn(): void {
    for (;;) {
      const step = this.steps.shift();
      if (step === undefined || step.do === "go") return;
      if (step.do === "kill") throw new Killed();
      this.take(step);
    }
  }

  private asked<Value>(effect: () => Value): Promise<Value> {
    this.turn();
    return Promise.resolve(effect());
  }

  private ports(): RecountPorts {
    const of = (shard: string) => this.shards[Number(shard)]!;
    const everything = () => this.take({ do: "show" });
    const { mutant } = this;
    const stored = (part: number) =>
      [...this.ballots.values()].filter(
        ({ pk, sk }) => pk!.S!.startsWith(`${ME}#`) && Number.parseInt(sk!.S!.slice(0, 2), 16) === part,
      );
    const asked = <Value>(effect: () => Value) => this.asked(effect);
    return {
      stream: {
        listShards: () => asked(() => this.shards.map((_, index) => String(index)).toReversed()),
        iterator: (shard, after) =>
          asked(() => {
            const found = of(shard).records.findIndex(({ sequence }) => sequence === after);
            return `${shard} ${found + 1}`;
          }),
        records: (iterator) =>
          asked(() => {
            const [shard = "", from] = iterator.split(" ");
            const { records, open, shown } = of(shard);
            const page = records.slice(Number(from), Math.min(shown, Number(from) + 2));
            const next = Number(from) + page.length;
            return {
              records: page,
              next: !open && next === records.length ? undefined : `${shard} ${next}`,
            };
          }),
      },
      async *ballots(_, from) {
        const parts = new Set(PART.map((name) => Number.parseInt(name, 16)));
        for (const part of [...parts].toSorted((x, y) => x - y)) {
          if (part < from) continue;
          yield { items: await asked(() => stored(part)), next: part };
          yield { items: [], next: part + 1 };
        }
        yield { items: [], next: PARTS };
      },
      loadTally: () => asked(() => structuredClone(this.tally)),
      digest: sha256Binary,
      limits: { emptyPages: 1, outOfTime: () => false },
      most: 1,
      settle: () => asked(() => (mutant === "no-settling" ? undefined : everything())),
      waitForMore: () =>
        asked(() => {
          everything();
          const wait = this.waited !== this.sequence;
          this.waited = this.sequence;
          return wait;
        }),
    };
  }
  private waited = -1;

  private take(step: Step): void {
    switch (step.do) {
      case "put":
        return this.write(step.ballot, (before, id, revision) =>
          before?.["withdrawn"] === undefined
            ? ballotItem(writeOf(step, before, id, revision))
            : undefined,
        );
      case "withdraw":
        return this.write(step.ballot, (before, id, revision) =>
          before && tombstoneItem(consultationOf(step.ballot), id, revision, DAY),
        );
      case "malform":
        return this.write(step.ballot, (before, _id, revision) =>
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
        const change = left ? { before: undefined, after: undefined, sequence } : { before, after, sequence };
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

  private truth(): Tally {
    const tally = emptyTally(PLAN);
    for (const item of this.ballots.values()) {
      if (!item["pk"]!.S!.startsWith(`${ME}#`)) continue;
      foldState(tally, PLAN, readBallotItem(item, PLAN.codes.length).state, 1, sha256Binary);
    }
    return tally;
  }
}
