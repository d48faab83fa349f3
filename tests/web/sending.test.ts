import { describe, expect, test } from "vitest";
import type { ReadBack } from "../../domain/api.ts";
import { EMPTY_DRAFT, isQuick } from "../../web/rate/answers/draft.ts";
import { bodyOf } from "../../web/rate/answers/form.ts";
import { after, type Sending } from "../../web/rate/send/sending.ts";

const SENT = bodyOf(
  {
    ...EMPTY_DRAFT,
    ratings: { W1: "5", K3: "no-opinion" },
    about: { age: "30-44" },
    first: ["K3", "W1"],
  },
  "kk",
  1,
  ["W1", "K3"],
);
const STORED: ReadBack = {
  revision: 1,
  panel: "public",
  language: "kk",
  ratings: { K3: "no-opinion", W1: 5 },
  about: { age: "30-44" },
  first: ["W1", "K3"],
  positions: ["W1", "K3"],
};
const stored = (changed: Partial<ReadBack>) =>
  after({ came: "stored", readBack: { ...STORED, ...changed } }, SENT, 0);

describe("saved is said", () => {
  test("when what was read back is what was sent, in whatever order its parts came", () => {
    expect(stored({})).toEqual({ at: "saved", panel: "public", stored: STORED });
  });

  test.each<[string, Partial<ReadBack>]>([
    ["another rating", { ratings: { W1: 4, K3: "no-opinion" } }],
    ["a rating more", { ratings: { ...STORED.ratings, K4: 1 } }],
    ["a rating less", { ratings: { W1: 5 } }],
    ["another answer about the person", { about: { age: "45-59" } }],
    ["no answer about the person", { about: {} }],
    ["another first", { first: ["W1"] }],
    ["another order", { positions: ["K3", "W1"] }],
    ["another language", { language: "ru" }],
  ])("never for %s", (_, changed) => {
    expect(stored(changed)).toMatchObject({ at: "differs" });
  });
});

describe("trying again", () => {
  const waits = (retryAfter: number) => {
    const seconds: number[] = [];
    let failures = 0;
    for (let attempt = 0; attempt < 8; attempt++) {
      const next: Sending = after({ came: "failed", because: "busy", retryAfter }, SENT, failures);
      if (next.at !== "waiting") throw new Error(next.at);
      failures = next.failures;
      seconds.push(next.seconds);
    }
    return seconds;
  };

  test("waits longer each time, and never more than half a minute", () => {
    expect(waits(0)).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
  });

  test("waits as long as the server asks, but not for ever", () => {
    expect(waits(20)).toEqual([20, 20, 20, 20, 20, 30, 30, 30]);
    expect(waits(1e9)[0]).toBe(300);
  });
});

describe("answered too fast", () => {
  test.each([
    [0, 0, false],
    [1, 10, false],
    [2, 1_999, true],
    [2, 2_000, false],
    [18, 17_999, true],
    [18, 18_000, false],
  ])("%i recommendations in %i ms: %s", (count, elapsed, quick) => {
    expect(isQuick(count, elapsed)).toBe(quick);
  });
});
