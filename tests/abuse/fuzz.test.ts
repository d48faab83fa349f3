import { afterAll, beforeAll, expect, test } from "vitest";
import { fuzz } from "./fuzzing.ts";
import { say } from "./say.ts";
import { openStage, type Stage } from "./stage.ts";

/*
 * Requests that are drawn: none makes the app fail, each answer has its headers, and memory stays where it was.
 * FUZZ says how many, SEED which; what a seed finds it finds again.
 */

const HOW_MANY = Number(process.env["FUZZ"] ?? 100_000);
const SEED = Number(process.env["SEED"] ?? Date.now() % 1_000_000_000);
const MB = 1024 * 1024;
/** Most that memory may grow in the second half, in bytes: caches are full by then. */
const MOST_GROWTH = 100 * MB;
/** Between two lines that say how far it is, in requests. */
const LINE = 5_000;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.end());

test(
  `${HOW_MANY} drawn requests, seed ${SEED}`,
  async () => {
    let [early, grown] = [0, 0];
    const { asked, statuses, found } = await fuzz(stage, {
      howMany: HOW_MANY,
      seed: SEED,
      told(so) {
        const { rss } = process.memoryUsage();
        if (so.asked >= HOW_MANY / 2 && early === 0) early = rss;
        if (early > 0) grown = Math.max(grown, rss - early);
        if (so.asked % LINE !== 0) return;
        const faults = Object.keys(so.found);
        say(
          `${so.asked} ${JSON.stringify(so.statuses)} ${Math.round(rss / MB)} MB ${faults.join("; ")}`,
        );
      },
    });
    say(
      `seed ${SEED}: ${asked} requests, ${JSON.stringify(statuses)}, grown by ${Math.round(grown / MB)} MB at most`,
    );
    expect(found).toEqual({});
    expect(grown).toBeLessThan(MOST_GROWTH);
    const home = await stage.hostings[0]!.ask({ method: "GET", path: "/", headers: {} });
    expect(home.status).toBe(200);
  },
  3 * 60 * 60_000,
);
