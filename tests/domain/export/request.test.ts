import { describe, expect, test } from "vitest";
import {
  canCancel,
  canRetry,
  EXPORT_MS,
  type ExportRequest,
  exportedPanels,
  exportRefused,
  exportWork,
} from "../../../domain/export/request.ts";
import {
  aboutRows,
  personsCounter,
  type ToldOfPersons,
} from "../../../domain/export/ballots-table.ts";
import { wideColumns } from "../../../domain/export/columns.ts";
import { csvLine, rowMaker } from "../../../domain/export/rows.ts";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import { NEW_LIFE, type PublishedConsultation } from "../../../domain/consultation/life.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

const CLOSES = "2027-03-01T12:00:00.000Z";
const AT = new Date("2027-03-02T12:00:00.000Z");
const of = (
  more: Partial<PublishedConsultation["definition"]> = {},
  life = {},
): PublishedConsultation => ({
  definition: { ...KAZAKHSTAN, closesAt: CLOSES, ...more },
  life: { ...NEW_LIFE, ...life },
});
const rules = { base: 10 };
const FINAL = { final: true, ballots: { public: 40, expert: 10 }, rules };

describe("single ballots can be asked for", () => {
  test("after the end and the final release, archived or not, and not before", () => {
    expect(exportRefused(of(), FINAL, AT)).toBeUndefined();
    expect(exportRefused(of({}, { archived: true }), FINAL, AT)).toBeUndefined();
    expect(exportRefused(of(), FINAL, new Date(CLOSES))).toBeUndefined();
    expect(exportRefused(of(), FINAL, new Date(Date.parse(CLOSES) - 1))).toBe("export-too-early");
    expect(exportRefused(of(), { ...FINAL, final: false }, AT)).toBe("export-too-early");
    expect(exportRefused(of(), undefined, AT)).toBe("export-too-early");
    // Archived without ever having closed is no state that there is; it would not be enough.
    expect(exportRefused(of({}, { paused: true }), undefined, AT)).toBe("export-too-early");
  });

  test("never where taking part may be dangerous, and not once they are being deleted", () => {
    expect(exportRefused(of({ disclosure: "at-risk" }), FINAL, AT)).toBe("export-at-risk");
    expect(exportRefused(of({}, { purge: { begun: CLOSES } }), FINAL, AT)).toBe("ballots-purged");
  });

  test("only of panels whose number is told and not under the base", () => {
    const none = { final: true, ballots: { public: null, expert: null }, rules };
    expect(exportedPanels(FINAL)).toEqual(["public", "expert"]);
    expect(exportedPanels({ ballots: { public: 40, expert: null }, rules })).toEqual(["public"]);
    // Of nine experts who are published exactly the number is told.
    expect(exportedPanels({ ballots: { public: 40, expert: 9 }, rules })).toEqual(["public"]);
    expect(exportRefused(of(), none, AT)).toBe("export-too-few");
  });
});

test("what the job does about an export, by its state", () => {
  const asked: ExportRequest = {
    state: "asked",
    name: "Ann",
    askedAt: CLOSES,
    key: "k",
    tries: 0,
    parts: [],
  };
  const ago = (minutes: number) => new Date(AT.getTime() - minutes * 60_000).toISOString();
  const making = (minutes: number, tries: number): ExportRequest => ({
    ...asked,
    state: "making",
    begunAt: ago(minutes),
    tries,
  });
  const ready: ExportRequest = { ...asked, state: "ready", until: ago(-1) };
  expect(exportWork(undefined, true, AT)).toBeUndefined();
  expect(exportWork(asked, true, AT)).toBe("make");
  expect(exportWork(making(19, 1), true, AT)).toBeUndefined();
  expect(exportWork(making(20, 2), true, AT)).toBe("make");
  expect(exportWork(making(20, 3), true, AT)).toBe("fail");
  expect(exportWork(ready, true, AT)).toBeUndefined();
  expect(exportWork({ ...ready, until: ago(0) }, true, AT)).toBe("delete");
  expect(exportWork({ ...asked, state: "failed" }, true, AT)).toBeUndefined();
  expect(exportWork({ ...making(1, 1), state: "cancelled" }, true, AT)).toBe("delete");
  const states = [asked, making(1, 1), ready, { ...asked, state: "failed" as const }];
  expect(states.map((one) => canCancel(one))).toEqual([true, true, false, false]);
  expect(canCancel({ ...asked, state: "cancelled" })).toBe(false);
  // As it was asked for, for as long as its files would have been there.
  const failed = (askedAgo: number): ExportRequest => ({
    ...asked,
    state: "failed",
    askedAt: new Date(AT.getTime() - askedAgo).toISOString(),
  });
  expect([EXPORT_MS - 1, EXPORT_MS].map((age) => canRetry(failed(age), AT))).toEqual([true, false]);
  expect([undefined, asked, making(1, 1), ready].some((one) => canRetry(one, AT))).toBe(false);
  for (const one of [asked, making(1, 1), ready]) expect(exportWork(one, false, AT)).toBe("delete");
});

describe("the table", () => {
  const definition = {
    languages: KAZAKHSTAN.languages,
    corrections: [{ at: CLOSES, note: { en: "A word" } }],
    recommendations: KAZAKHSTAN.recommendations.slice(0, 3),
    about: KAZAKHSTAN.about.slice(0, 2),
  };
  const [first, second] = definition.about.map(({ code }) => code);

  test("has a column for each recommendation and question, and none that leads back", () => {
    expect(wideColumns(definition).map(({ name }) => name)).toEqual([
      "export_id",
      "panel",
      "language",
      ...definition.recommendations.map(({ code }) => code),
      ...definition.recommendations.map(({ code }) => `first_${code}`),
      `about_${first}`,
      `about_${second}`,
      "wording",
    ]);
  });

  test("tells the four states of an answer apart, and withholds what experts said of themselves", () => {
    const content = {
      panel: "public" as const,
      language: "kk" as const,
      ratings: "5n-",
      about: { [first!]: "prefer-not-to-say" },
      first: ["W1", "K2"],
      positions: ["K2", "W1"],
    };
    const line = (one: BallotContent, wording: number, all: ToldOfPersons) =>
      csvLine("R1", rowMaker(definition, all)(one, wording)).trimEnd();
    const all = personsCounter(definition);
    for (let n = 0; n < 5; n++) all.add(content, 2);
    const told = all.told();
    // Rated, no opinion, skipped; W1 to be done first; rather not say, not said; the second wording.
    expect(line(content, 2, told)).toBe("R1,1,3,5,-8,-9,1,0,0,-8,-9,2");
    // Of the experts there are too few for anything to be told of them.
    const expert = { ...content, panel: "expert" as const };
    expect(line(expert, 1, told)).toBe("R1,2,-7,5,-8,-9,1,0,0,-7,-7,-7");
    for (let n = 0; n < 5; n++) all.add(expert, 1);
    const both = all.told();
    expect(line(expert, 1, both)).toBe("R1,2,3,5,-8,-9,1,0,0,-7,-7,1");
    expect(aboutRows(definition, both)).toContainEqual(["expert", "language", "as-said", "kk"]);
  });
});
