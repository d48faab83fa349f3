import { describe, expect, test } from "vitest";
import { groupings } from "../../../domain/consultation/groupings.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import { emptyDraft, valueOf } from "../../../domain/draft/draft.ts";
import { fromEarlierDraft } from "../../../domain/draft/earlier-draft.ts";
import { definitionFile } from "./definition.ts";

/** A definition as it was written before each named its languages. */
const beforeLanguages = () => {
  const { languages: _, timeZone: __, ...rest } = definitionFile();
  return rest;
};

/** A definition as it was written before there were schedules. */
const earlier = (minMinutes: number, more = {}) => ({
  ...beforeLanguages(),
  release: { minChanged: 10, minMinutes },
  ...more,
});

describe("a definition from before there were schedules", () => {
  test.each([
    [1, "hour"],
    [60, "hour"],
    [61, "day"],
    [1_440, "day"],
    [1_441, "week"],
    [525_600, "week"],
  ])("with a release in %i minutes at most publishes each %s", (minMinutes, every) => {
    const read = readConsultation(earlier(minMinutes));
    expect(read).toEqual({ consultation: { ...definitionFile(), release: { every } } });
  });

  test("does not have its experts published exactly, whatever they agreed to", () => {
    const read = readConsultation(earlier(60, { smallPanelConsent: true }));
    expect(read).toEqual({ consultation: { ...definitionFile(), release: { every: "hour" } } });
  });

  test("is not changed by being read", () => {
    const value = earlier(60, { smallPanelConsent: true });
    const before = structuredClone(value);
    readConsultation(value);
    expect(value).toEqual(before);
  });

  test("may have nothing else that is unknown", () => {
    expect(readConsultation(earlier(60, { extra: 1 }))).toEqual({
      faults: [{ pointer: "/extra", fault: "unknown" }],
    });
    const mixed = { ...definitionFile(), release: { every: "week", minMinutes: 60 } };
    expect(readConsultation(mixed)).toEqual({
      faults: [{ pointer: "/release/minMinutes", fault: "unknown" }],
    });
  });

  test("can be imported, also with a translation missing", () => {
    const whole = earlier(1_440);
    for (const title of [whole.title, { en: "Only here" }]) {
      const read = importJson(JSON.stringify({ ...whole, title }));
      if ("faults" in read) throw new Error(JSON.stringify(read.faults));
      expect(valueOf(read.draft, "release.every")).toBe("day");
    }
  });
});

describe("a definition from before each named its languages", () => {
  test("is in the three that there were, at the time of the one consultation that there was", () => {
    expect(readConsultation(beforeLanguages())).toEqual({ consultation: definitionFile() });
  });

  test("has its original first, and counts languages in the order in which it did", () => {
    const translations = { en: "working", ru: "original", kk: "original" };
    const read = readConsultation({ ...beforeLanguages(), translations, countLanguages: true });
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    expect(read.consultation.languages).toEqual(["ru", "en", "kk"]);
    expect(read.consultation.translations).toEqual({
      en: "working",
      ru: "original",
      kk: "working",
    });
    expect(groupings(read.consultation).at(-1)).toMatchObject({ options: ["en", "ru", "kk"] });
  });

  test("has its first language as the original where none was marked", () => {
    const translations = { en: "working", ru: "checked", kk: "working" };
    const read = readConsultation({ ...beforeLanguages(), translations });
    expect(read).toHaveProperty("consultation.translations.en", "original");
  });
});

describe("a draft from before each named its languages", () => {
  test("is in the three that there were, the original first", () => {
    const states = { "translations.ru": "original", "translations.en": "checked" };
    expect(fromEarlierDraft({ fields: { id: "x", ...states }, madeFrom: {} }).fields).toEqual({
      id: "x",
      languages: "ru en kk",
      timeZone: "Asia/Almaty",
      "translations.en": "checked",
    });
  });
});

describe("a draft from before there were schedules", () => {
  const { "release.every": _, ...fields } = emptyDraft("test-2026", ["en", "ru", "kk"]).fields;
  const draft = (more: Record<string, string>) => ({
    fields: { ...fields, ...more },
    madeFrom: {},
  });

  test("has the schedule of its pace, and none of its earlier fields", () => {
    const before = draft({
      "release.minChanged": "10",
      "release.minMinutes": "15",
      smallPanelConsent: "yes",
    });
    expect(fromEarlierDraft(before)).toEqual(draft({ "release.every": "hour" }));
  });

  test("that is of today stays as it is", () => {
    const now = emptyDraft("test-2026", ["en"]);
    expect(fromEarlierDraft(now)).toBe(now);
  });
});
