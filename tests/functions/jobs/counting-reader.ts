import { tallyPass, type TallyPorts } from "../../../functions/jobs/tally.ts";

/** Whether a reader is killed at a step, and if so before or after the step took effect. */
export type Crash = "no" | "before" | "after";

/** Waits for the reader's turn, then lets one outside step take effect. */
export type Turn = <Value>(effect: () => Value) => Promise<Value>;

const ONE_PASS = { emptyPages: 1, outOfTime: () => false };
/** So few that many passes save more than once; and one step is taken at a time. */
const SMALL = { together: 1, most: 4 };

class Killed extends Error {}

/** Runs passes of the real job, one outside step at a time. */
export class Reader {
  private release: ((crash: Crash) => void) | undefined;
  private rested: (() => void) | undefined;
  private running = false;
  private readonly ports: TallyPorts;

  constructor(ports: (turn: Turn) => TallyPorts) {
    this.ports = ports(async (effect) => {
      const crash = await new Promise<Crash>((resolve) => {
        this.release = resolve;
        this.rested?.();
      });
      if (crash === "before") throw new Killed();
      const value = effect();
      if (crash === "after") throw new Killed();
      return value;
    });
  }

  /** One step of the pass under way, or the first of a new one. */
  async step(crash: Crash): Promise<void> {
    const rest = new Promise<void>((resolve) => {
      this.rested = resolve;
    });
    if (this.running) this.release!(crash);
    else {
      this.running = true;
      void tallyPass(this.ports, ONE_PASS, SMALL)
        .catch((failure: unknown) => {
          if (!(failure instanceof Killed)) throw failure;
        })
        .finally(() => {
          this.running = false;
          this.rested?.();
        });
    }
    return rest;
  }

  /** Ends the pass under way, if any, and runs a whole one. */
  async finish(): Promise<void> {
    while (this.running) await this.step("no");
    do await this.step("no");
    while (this.running);
  }
}
