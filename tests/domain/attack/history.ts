import type { BallotContent } from "../../../domain/ballot.ts";
import type { Consultation } from "../../../domain/consultation.ts";
import type { DisclosurePolicy } from "../../../domain/disclosure/policy.ts";
import { type KeptRelease, nextRelease } from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { applyChanges } from "../../../domain/tally/apply.ts";
import { type CountingPlan, countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";
import { type Chance, seededChance } from "../../../functions/local/simulated-ballots.ts";

/** A release as an attacker has it: with what of the counts at that moment were ballots of his own. */
export interface Collected {
  release: Release;
  own: Tally;
  /** The counts of everybody else at that moment: what the attacker is after. */
  others: Tally;
}

const HOUR = 3_600_000;
const digest = () => "0".repeat(64);

/** A consultation that goes on for days: others answer, an attacker adds ballots, releases appear. */
export class History {
  readonly plan: CountingPlan;
  readonly collected: Collected[] = [];
  readonly chance: Chance;
  private readonly tally: Tally;
  private readonly own: Tally;
  private readonly others: Tally;
  private previous: KeptRelease | undefined;
  private sent = 0;
  private hours = 0;

  readonly definition: Consultation;
  readonly policy: DisclosurePolicy;

  constructor(definition: Consultation, policy: DisclosurePolicy, seed: number) {
    [this.definition, this.policy] = [definition, policy];
    this.plan = countingPlan(definition);
    [this.tally, this.own, this.others] = [0, 0, 0].map(() => emptyTally(this.plan)) as [
      Tally,
      Tally,
      Tally,
    ];
    this.chance = seededChance(seed);
  }

  /** One ballot of the public; `mine`: the attacker's. */
  answer(ratings: string, about: Record<string, string>, mine = false): void {
    this.sent += 1;
    const content: BallotContent = {
      panel: "public",
      language: "en",
      ratings,
      about,
      first: [],
      positions: [],
    };
    const key = Math.floor(this.chance() * 256);
    const ballot = { id: String(this.sent), revision: 1, key, content };
    const change = { sequence: String(this.sent), before: undefined, after: ballot };
    applyChanges(this.tally, this.plan, "shard", [change], digest);
    foldState(mine ? this.own : this.others, this.plan, ballot, 1, digest);
  }

  /** Lets time go by and makes the release that is then due, if one is. */
  wait(hours: number): boolean {
    this.hours += hours;
    const at = new Date(Date.UTC(2026, 10, 1) + this.hours * HOUR);
    const decision = nextRelease(
      {
        definition: this.definition,
        tally: this.tally,
        previous: this.previous,
        simulated: false,
        at,
        countedUntil: at,
      },
      this.policy,
    );
    if ("wait" in decision) return false;
    this.previous = { ...decision, hash: String(decision.release.release) };
    this.collected.push({
      release: structuredClone(decision.release),
      own: structuredClone(this.own),
      others: structuredClone(this.others),
    });
    return true;
  }

  /** A rating drawn around a centre, `n` or `-` now and then, one for each recommendation. */
  ratings(centres: readonly number[], complete = false): string {
    return centres
      .map((centre) => {
        const kind = this.chance();
        if (!complete && kind < 0.06) return kind < 0.03 ? "n" : "-";
        const spread = (this.chance() + this.chance() + this.chance() - 1.5) * 2.4;
        return String(Math.min(5, Math.max(1, Math.round(centre + spread))));
      })
      .join("");
  }
}
