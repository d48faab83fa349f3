import { tallyDifferences } from "../../../domain/tally/tally.ts";
import { type Counting, PARTS } from "../../../functions/jobs/follow.ts";
import {
  compared,
  countPieces,
  notBegun,
  rebuiltTally,
  type RecountPorts,
} from "../../../functions/jobs/recount.ts";
import { sha256Binary } from "../../../functions/secrets.ts";
import { PLAN } from "./counting-ballots.ts";
import { ME, PART, RecountWorld, type Step } from "./recount-world.ts";

/** A weakening of the rule that the property must notice. */
export type Mutant = "none" | "no-settling" | "old-place" | "one-too-far";

class Killed extends Error {}

/**
 * A small world with ballots in a few parts, a stream that is late, a tally that may be wrong, and a recount with rebuilding
 * that runs the real code. Between any two things that it asks of the world the history goes on.
 */
export class RecountModel extends RecountWorld {
  private kept: Counting | undefined;
  private readonly steps: Step[];
  private readonly mutant: Mutant;

  constructor(steps: readonly Step[], mutant: Mutant) {
    super();
    this.steps = [...steps];
    this.mutant = mutant;
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
        ({ pk, sk }) =>
          pk!.S!.startsWith(`${ME}#`) && Number.parseInt(sk!.S!.slice(0, 2), 16) === part,
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
          yield { items: await asked(() => stored(part)) };
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
}
