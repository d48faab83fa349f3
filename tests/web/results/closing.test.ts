import { expect, test } from "vitest";
import { cellOf, made, pageOf, withFew, wordsOf } from "./made.ts";

const WEEKLY = withFew(2, {
  opensAt: "2026-11-02T09:00:00.000Z",
  closesAt: "2026-11-30T09:00:00.000Z",
  release: { every: "week" },
});
const row = [4, 6, 15, 40, 35, 0, 0];
const cells = { public: cellOf([row, row]) };

test("names the true moment of closing where that was changed after the release, and nothing that is due after it", () => {
  const release = made({ definition: WEEKLY, cells, turn: 1 });
  const seen = (closesAt: string) =>
    wordsOf(pageOf(release, { definition: { ...WEEKLY, closesAt } }));
  const early = seen("2026-11-12T09:00:00.000Z");
  expect(early).toContain("Answers are taken until 12 November 2026 at 14:00");
  expect(early).not.toContain("30 November");
  expect(early).not.toContain("The next are due");
  const later = seen("2027-01-15T09:00:00.000Z");
  expect(later).toContain("number 1 of 4. The next are due on 16 November 2026");
  expect(later).toContain("Answers are taken until 15 January 2027");
});

test("says before the first release when it comes, by the plan that was fixed", () => {
  const before = (change: Partial<typeof WEEKLY>) =>
    wordsOf(pageOf(undefined, { definition: { ...WEEKLY, ...change }, at: WEEKLY.opensAt! }));
  // Closing early, before the first week is over, leaves the one after closing alone.
  const closesAt = "2026-11-05T09:00:00.000Z";
  const closings = [{ at: closesAt, from: WEEKLY.closesAt!, to: closesAt }];
  expect(before({ closesAt, closings })).toContain("closes on 5 November 2026");
  // One that was to be open for a day has one release, however late it closes in the end.
  const short = [{ at: closesAt, from: "2026-11-03T09:00:00.000Z", to: WEEKLY.closesAt! }];
  expect(before({ closings: short })).toContain("closes on 30 November 2026");
});
