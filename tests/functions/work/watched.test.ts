import { describe, expect, test } from "vitest";
import { pathOf, WHO_ASKS } from "../../../domain/paths.ts";
import { crowdOf } from "../../../domain/work/crowd.ts";
import { createApp } from "../../../functions/app.ts";
import { hoursFromNow } from "../../../functions/work/hours.ts";
import { setWork } from "../../support/work-mode.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";

const HOUR = 60 * 60_000;
const BEGIN = Date.parse("2026-11-29T10:20:00Z");

/** Hours that are counted by a clock and by chance that the test sets. */
function counting() {
  const set = { at: BEGIN, chance: 0 };
  const random = (length: number) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(Math.floor(set.chance * 2 ** 32));
    return new Uint8Array(bytes);
  };
  const hours = hoursFromNow({ now: () => new Date(set.at), random });
  const note = (count: number, worked = false) => {
    for (let one = 0; one < count; one++) hours.note("a", worked);
  };
  return { set, hours, note };
}

describe("how many came", () => {
  test("is told of an hour that is over, and was counted whole", () => {
    const { set, hours, note } = counting();
    note(5_000);
    expect(hours.last("a")).toBeUndefined();
    set.at += HOUR;
    // The first hour was not counted from its beginning.
    expect(hours.last("a")).toBeUndefined();
    note(150, true);
    note(1_000);
    expect(hours.last("a")).toBeUndefined();
    set.at += HOUR;
    expect(hours.last("a")).toEqual({ ballots: "thousands", worked: "hundreds" });
    expect(hours.last("b")).toEqual({ ballots: "few", worked: "few" });
    set.at += HOUR;
    expect(hours.last("a")).toEqual({ ballots: "few", worked: "few" });
  });

  test("stays as it was told first, however often somebody asks", () => {
    const { set, hours, note } = counting();
    set.at += HOUR;
    note(150);
    set.at += HOUR;
    expect(hours.last("a")?.ballots).toBe("hundreds");
    set.chance = 0.9;
    expect(hours.last("a")?.ballots).toBe("hundreds");
  });

  test("one more is seen by nobody who sends as many as are just below a threshold", () => {
    // Over all thresholds that may be drawn, one more changes the band in one of a hundred hours.
    const draws = Array.from({ length: 10_000 }, (_, index) => index / 10_000);
    for (const count of [100, 150, 199]) {
      const changed = draws.filter((one) => crowdOf(count, one) !== crowdOf(count + 1, one));
      expect(changed.length / draws.length).toBeLessThanOrEqual(0.011);
    }
    expect(["few", "hundreds", "thousands", "more"]).toEqual(
      [99, 999, 9_999, 20_000].map((count) => crowdOf(count, 0)),
    );
  });
});

test("the public page says in each language of whom it is asked, since when, and before", async () => {
  const world = await freshWorld();
  const page = async (lang: string) => {
    const answer = await createApp(world).request(pathOf(WHO_ASKS, { id: KAZAKHSTAN.id, lang }));
    return answer.text();
  };
  expect(await page("en")).toContain("It has been so from the beginning.");
  await setWork(world, KAZAKHSTAN.id, "on", "2026-11-20T10:00:00Z");
  // The day is that of the consultation's place, where it is the 26th already.
  await setWork(world, KAZAKHSTAN.id, "off", "2026-11-25T22:30:00Z");
  const english = await page("en");
  expect(english).toContain("It is asked of nobody.</strong> The organisers have set it so since");
  expect(english).toContain("26 November 2026");
  expect(english).toMatch(
    /<time datetime="2026-11-20">20 November 2026<\/time>: It is asked of ev/,
  );
  expect(await page("ru")).toContain("Оно не требуется ни от кого.");
  expect(await page("kk")).toContain("Ол ешкімнен талап етілмейді.");
});
