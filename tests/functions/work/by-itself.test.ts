import { describe, expect, test } from "vitest";
import { FROM_ONE_PLACE, IN_ALL } from "../../../domain/work/limits.ts";
import type { WorkMode } from "../../../domain/work/mode.ts";
import { known } from "../../../functions/memory/consultations.ts";
import { newArrivals } from "../../../functions/work/arrivals.ts";
import { demandFor } from "../../../functions/work/demand.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

describe("work is demanded by itself", () => {
  function world(mode?: WorkMode) {
    let at = Date.parse("2026-11-29T10:00:00Z");
    let index = 0;
    const services = {
      db: undefined as never,
      secret: new Uint8Array(32),
      now: () => new Date(at),
      random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    };
    const counting = { ...services, arrivals: newArrivals(services) };
    const work = mode && [{ mode, at: "2026-11-29T10:00:00Z" }];
    const consultation = known({
      definition: KAZAKHSTAN as never,
      life: { paused: false, archived: false, work },
    });
    return {
      wait: (ms: number) => (at += ms),
      ask: async (asker: string, sent: string | undefined) => {
        const demand = await demandFor(counting, consultation, asker, `b${(index += 1)}`, sent);
        return "ok" in demand ? demand.through : demand;
      },
    };
  }

  /** What is demanded of so many ballots, all at one moment. */
  async function demanded(count: number, askerOf: (index: number) => string, mode?: WorkMode) {
    const { ask } = world(mode);
    const demands = [];
    for (let index = 0; index < count; index++) demands.push(await ask(askerOf(index), undefined));
    return demands;
  }
  const { atOnce } = FROM_ONE_PLACE;

  test("from one place: of nobody at first, of all when it is full, in between by chance", async () => {
    const demands = await demanded(4 * atOnce, () => "one");
    const first = demands.findIndex((one) => one !== "free");
    const free = demands.filter((one) => one === "free").length;
    expect(first).toBeGreaterThanOrEqual(atOnce / 2);
    expect(free).toBeGreaterThan(atOnce / 2);
    expect(free).toBeLessThanOrEqual(atOnce);
    // Where it begins is no number that anybody could fill it up to.
    const others = await Promise.all(times(8, () => demanded(2 * atOnce, () => "one")));
    const begins = new Set(others.map((one) => one.findIndex((each) => each !== "free")));
    expect(begins.size).toBeGreaterThan(1);
  });

  test("from everywhere: of everybody once too many come in all", async () => {
    const demands = await demanded(2 * IN_ALL.atOnce, (index) => `place ${index}`);
    const free = demands.filter((one) => one === "free").length;
    expect(free).toBeGreaterThan(IN_ALL.atOnce / 2);
    expect(free).toBeLessThanOrEqual(IN_ALL.atOnce);
  });

  test("what is asked for work counts like what comes through, and wrong work too", async () => {
    // 300 an hour: at a full meter a ballot comes through every twelve seconds. Who asks more often must not see when.
    for (const sent of [undefined, "bm8="]) {
      const { ask, wait } = world();
      for (let one = 0; one < 4 * atOnce; one++) await ask("one", undefined);
      let free = 0;
      for (let seconds = 0; seconds < 600; seconds++) {
        wait(1_000);
        if ((await ask("one", sent)) === "free") free += 1;
      }
      expect(free).toBeLessThan(3);
    }
  });

  test("what is too much from one place makes nobody elsewhere work", async () => {
    const { ask } = world();
    for (let one = 0; one < 2 * IN_ALL.atOnce; one++) await ask("one", undefined);
    expect(await ask("another", undefined)).toBe("free");
  });

  test("and of nobody where it is off", async () => {
    const demands = await demanded(2 * IN_ALL.atOnce, () => "one", "off");
    expect(new Set(demands)).toEqual(new Set(["free"]));
  });
});
