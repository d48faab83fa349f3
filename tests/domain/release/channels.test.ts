import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation.ts";
import { BY_CHANNEL, BY_LANGUAGE } from "../../../domain/groups.ts";
import { LANGUAGES, type Language } from "../../../domain/language.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../../domain/export/segments-table.ts";
import { nextRelease } from "../../../domain/release/release.ts";
import type { Release } from "../../../domain/release/schema.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { emptyTally, type Tally } from "../../../domain/tally/tally.ts";
import { doors } from "../../../domain/watching/doors.ts";
import { START } from "../counted.ts";
import { definition } from "../definition.ts";

const whole = definition();
const consultation: Consultation = {
  ...whole,
  recommendations: whole.recommendations.slice(0, 2),
  about: [],
  countLanguages: true,
  channels: ["paper", "union", "radio"].map((code) => ({
    code,
    label: { en: code, ru: code, kk: code },
  })),
};
const plan = countingPlan(consultation);

type Group = [ballots: number, language: Language, channel?: string];

/** A release of so many ballots in each language and by each channel, all but some rated 4 and 5. */
function release(groups: Group[], experts = 0): Release {
  const tally: Tally = emptyTally(plan);
  const all = [...groups, [experts, "kk", "paper"] as Group];
  let sent = 0;
  all.forEach(([ballots, language, channel], place) => {
    for (let ballot = 0; ballot < ballots; ballot++, sent++) {
      const point = ballot % 10 === 0 ? "3" : String(4 + (ballot % 2));
      const content = {
        panel: place < groups.length ? ("public" as const) : ("expert" as const),
        language,
        ratings: point + point,
        about: {},
        first: [],
        positions: [],
        channel,
      };
      foldState(tally, plan, { id: String(sent), revision: 1, key: 0, content }, 1, () => "0");
    }
  });
  for (const cell of [...Object.values(tally.cells), ...Object.values(tally.segments)]) {
    cell.changed.fill(cell.ballots);
    // Keys whose noise is none.
    cell.keys.fill(0);
    cell.keys.fill(128);
  }
  const decision = nextRelease({
    definition: consultation,
    tally,
    previous: undefined,
    simulated: false,
    at: START,
    countedUntil: undefined,
  });
  if ("wait" in decision) throw new Error(decision.wait);
  return decision.release;
}

const shown = ({ segments }: Release, by: string) =>
  Object.fromEntries(
    segments.filter(({ question }) => question === by).map((one) => [one.option, one.ballots]),
  );

describe("a release", () => {
  const busy: Group[] = [
    [200, "kk"],
    [80, "ru", "paper"],
    [60, "kk", "union"],
    [55, "en", "radio"],
  ];

  test("tells of each language and each channel as of any other group", () => {
    const made = release(busy, 20);
    expect(shown(made, BY_LANGUAGE)).toEqual({ en: 55, ru: 80, kk: 260 });
    expect(shown(made, BY_CHANNEL)).toEqual({ paper: 80, union: 60, radio: 55, "not-said": 200 });
    const paper = made.segments.find(({ option }) => option === "paper")!;
    expect(paper.recommendations[0]).toMatchObject({ rated: 80, mean: 4.4 });
  });

  test("has them in its table of groups", () => {
    const rows = segmentRows(release(busy));
    expect(rows).toHaveLength((LANGUAGES.length + 4) * consultation.recommendations.length);
    const [question, option] = [
      SEGMENT_COLUMNS.indexOf("question"),
      SEGMENT_COLUMNS.indexOf("option"),
    ];
    expect(rows.map((row) => `${row[question]}=${row[option]}`)).toContain("ballot-language=ru");
  });

  test("hides a small channel and the smallest beside it, so that nobody can subtract", () => {
    const made = release([...busy.slice(0, 3), [7, "kk", "radio"]]);
    expect(shown(made, BY_CHANNEL)).toEqual({
      paper: 80,
      union: null,
      radio: null,
      "not-said": 200,
    });
    const hidden = made.segments.filter(
      ({ ballots, question }) => ballots === null && question === BY_CHANNEL,
    );
    const [one, other] = hidden.map(({ option: _option, ...rest }) => JSON.stringify(rest));
    expect(one).toBe(other);
  });

  test("hides those who came by no link where the only channel is small", () => {
    expect(
      shown(
        release([
          [200, "kk"],
          [4, "kk", "paper"],
        ]),
        BY_CHANNEL,
      ),
    ).toEqual({
      paper: null,
      union: null,
      radio: null,
      "not-said": null,
    });
  });

  test("hides a small language and another, since every ballot has one of three", () => {
    expect(
      shown(
        release([
          [300, "kk"],
          [200, "ru"],
          [9, "en"],
        ]),
        BY_LANGUAGE,
      ),
    ).toEqual({
      en: null,
      ru: null,
      kk: 300,
    });
  });
});

describe("doors", () => {
  test("are added up from what is published", () => {
    expect(
      doors(
        release(
          [
            [200, "kk"],
            [80, "kk", "paper"],
            [60, "kk", "union"],
            [50, "kk", "radio"],
          ],
          30,
        ),
      ),
    ).toEqual([
      { door: "without-link", ballots: 200, atLeast: false },
      { door: "by-link", ballots: 190, atLeast: false },
      { door: "expert", ballots: 30, atLeast: false },
    ]);
  });

  test("say no more than at least, where a channel is not shown, and nothing where none is", () => {
    const some = doors(
      release([
        [200, "kk"],
        [80, "kk", "paper"],
        [60, "kk", "union"],
        [7, "kk", "radio"],
      ]),
    );
    expect(some[1]).toEqual({ door: "by-link", ballots: 80, atLeast: true });
    const none = doors(
      release([
        [200, "kk"],
        [4, "kk", "paper"],
      ]),
    );
    expect(none.map(({ ballots }) => ballots)).toEqual([null, null, null]);
  });
});
