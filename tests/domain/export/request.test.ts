import { describe, expect, test } from "vitest";
import {
  type ExportRequest,
  exportedPanels,
  exportRefused,
  exportWork,
} from "../../../domain/export/request.ts";
import {
  aboutRows,
  ballotCells,
  ballotColumns,
  personsCounter,
} from "../../../domain/export/ballots-table.ts";
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
  for (const one of [asked, making(1, 1), ready]) expect(exportWork(one, false, AT)).toBe("delete");
});

describe("the table", () => {
  const definition = {
    languages: KAZAKHSTAN.languages,
    recommendations: KAZAKHSTAN.recommendations.slice(0, 3),
    about: KAZAKHSTAN.about.slice(0, 2),
  };
  const [first, second] = definition.about.map(({ code }) => code);

  test("has a column for each recommendation and question, and none that leads back", () => {
    expect(ballotColumns(definition).map(({ name }) => name)).toEqual([
      "panel",
      "language",
      ...definition.recommendations.map(({ code }) => code),
      `about_${first}`,
      `about_${second}`,
      "first",
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
    const answers = [5, "no-opinion", "skipped"];
    const all = personsCounter(definition);
    for (let n = 0; n < 5; n++) all.add(content, 2);
    const told = all.told();
    expect(ballotCells(definition, content, 2, told)).toEqual([
      "public",
      "kk",
      ...answers,
      "prefer-not-to-say",
      "not-said",
      "W1 K2",
      "2",
    ]);
    // Of the experts there are too few for anything to be told of them.
    expect(ballotCells(definition, { ...content, panel: "expert" }, 1, told)).toEqual([
      "expert",
      "withheld",
      ...answers,
      "withheld",
      "withheld",
      "W1 K2",
      "withheld",
    ]);
    for (let n = 0; n < 5; n++) all.add({ ...content, panel: "expert" }, 1);
    const both = all.told();
    expect(ballotCells(definition, { ...content, panel: "expert" }, 1, both)).toContain("kk");
    expect(aboutRows(definition, both)).toContainEqual(["expert", "language", "as-said", "kk"]);
  });
});
