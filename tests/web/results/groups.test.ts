import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { cardOf, cellOf, made, pageOf, withFew, wordsOf } from "./made.ts";

/* Groups: their ratings from the days fixed for them, how many of each took part with every release. */

const whole = withFew(2);
const WEEKLY: Consultation = {
  ...whole,
  about: [whole.about[1]!],
  countLanguages: undefined,
  opensAt: "2026-11-02T09:00:00.000Z",
  closesAt: "2026-11-30T09:00:00.000Z",
  release: { every: "week", groupsAt: ["2026-11-16T00:00:00.000Z"] },
};
const row = [4, 6, 15, 60, 35, 0, 0];
const cells = { public: cellOf([row, row]) };
const segments = { "age=under-18": cellOf([row, row]) };
const participation = { "age=under-18": 120, "age=18-24": -3 };
const query = { segment: "age:under-18" };
const page = (release: ReturnType<typeof made>, definition = WEEKLY) =>
  pageOf(release, { definition, query });
const card = (release: ReturnType<typeof made>) =>
  cardOf(release, "W1", { definition: WEEKLY, query });

describe("before the first of their days", () => {
  const html = page(made({ definition: WEEKLY, cells, participation }));

  test("only how many took part is shown, and when they are told", () => {
    const words = wordsOf(html);
    expect(words).toContain(
      "Of each group only how many took part is shown: groups are told only on days fixed " +
        "beforehand, next on 16 November 2026 at 05:00 (Kazakhstan Time).",
    );
    expect(words).toContain("Nothing is shown of this group (How old are you? Under 18): groups");
    expect(words).toMatch(/Under 18\s+≈\s120/);
  });

  test("nobody is a number below zero", () => {
    expect(wordsOf(html)).toMatch(/18–24\s+≈\s0/);
    expect(html).not.toMatch(/≈\s[-−]/);
  });
});

describe("after one of their days", () => {
  const first = made({
    definition: WEEKLY,
    cells,
    participation,
    segments,
    turn: 2,
    at: "2026-11-16T09:00:30.000Z",
  });
  const second = made({
    definition: WEEKLY,
    cells,
    participation: { "age=under-18": 150 },
    turn: 3,
    at: "2026-11-23T09:00:30.000Z",
    previous: { release: first, hash: "first" },
  });

  test("a group is compared with everybody, with its n, share and intervals", () => {
    expect(wordsOf(page(first))).toContain("Compared with: How old are you? Under 18, about 120.");
    expect(card(first)).toMatch(
      /Under 18: mean 3\.97 on the scale from 1 to 5, interval [\d.]+ to [\d.]+, about 120 ratings\. 79% chose 4 or 5 \(\d\d% to \d\d%\)\./,
    );
  });

  test("later releases repeat its ratings, say of which release they are, and count who took part", () => {
    const words = wordsOf(page(second));
    expect(words).toContain(
      "These are the figures of release 1: groups are told anew only on days",
    );
    expect(words).toMatch(/Under 18\s+≈\s150/);
    expect(card(second)).toContain("about 120 ratings");
  });
});

test("where nothing of the protection is set aside for groups, that is said", () => {
  const none: Consultation = { ...WEEKLY, release: { every: "week", groups: 0 } };
  const words = wordsOf(page(made({ definition: none, cells, participation }), none));
  expect(words).toContain("groups are not told in this consultation");
  expect(words).toMatch(/Under 18\s+≈\s120/);
});
