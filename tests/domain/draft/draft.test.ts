import { describe, expect, test } from "vitest";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { type Draft, emptyDraft } from "../../../domain/draft/draft.ts";
import {
  counts,
  missingTexts,
  staleTexts,
  untranslatedTexts,
} from "../../../domain/draft/texts.ts";
import { definition, shippedFile } from "../consultation/definition.ts";

/** A wrong share and a missing source are both mended where their question's shares are. */
const fieldOf = (pointer: string, field: string) =>
  pointer.endsWith("/share") ? "about.1.shares" : field;

const withChannels = () => ({
  ...definition(),
  channels: ["paper", "union"].map((code) => ({ code, label: { en: code, ru: code, kk: code } })),
});

const changed = (draft: Draft, fields: Record<string, string>): Draft => ({
  ...draft,
  fields: { ...draft.fields, ...fields },
});

describe("a draft", () => {
  test("of the shipped definition makes that definition again", async () => {
    const read = readConsultation(JSON.parse(await shippedFile()));
    if ("faults" in read) throw new Error("the shipped file is broken");
    const draft = draftOf(read.consultation);
    expect(definitionOf(draft)).toEqual({ consultation: read.consultation });
    expect([missingTexts(draft), staleTexts(draft)]).toEqual([[], []]);
  });

  test("keeps dates, consent, where to leave to, and what holds after the end", () => {
    const whole = {
      ...definition(),
      opensAt: "2027-01-01T00:00:00Z",
      closesAt: "2027-02-01T00:00:00Z",
      leaveTo: "https://weather.example/",
      release: {
        every: "week" as const,
        groups: 0,
        groupsAt: ["2027-01-10T00:00:00Z", "2027-01-20T06:30:00Z"],
      },
      experts: "exact" as const,
      people: { number: 18_395_567, source: "A census" },
      countLanguages: true as const,
      twoPersons: true as const,
      purgeAfterDays: 90,
    };
    expect(definitionOf(draftOf(whole))).toEqual({ consultation: whole });
  });

  test("keeps channels, and shares of the population with their source, a comma as a point", () => {
    const whole = withChannels();
    const [region, age] = whole.about;
    region!.population = { source: "A census" };
    region!.options.push({ ...region!.options[0]!, code: "east" });
    region!.options[0]!.share = 12.3;
    region!.options[2]!.share = 40;
    const draft = draftOf({ ...whole, about: [region!, age!] });
    expect(draft.fields["about.1.shares"]).toBe("12.3\n\n40");
    expect(definitionOf(draft)).toEqual({ consultation: whole });
    const comma = changed(draft, { "about.1.shares": "12,3\n\n40" });
    expect(definitionOf(comma)).toEqual({ consultation: whole });
  });

  test.each([
    ["channels.1.code", "Paper", "/channels/0/code", "not-allowed"],
    ["channels.2.label.en", "", "/channels/1/label/en", "missing"],
    ["about.1.shares", "many\n3", "/about/0/options/0/share", "wrong-type"],
    ["about.1.shares", "70\n32", "/about/0/options/0/share", "out-of-range"],
    ["about.1.shares", "", "/about/0/options/0/share", "missing"],
    ["about.1.population", "", "/about/0/population", "missing"],
  ])("names the field %s when it holds “%s”", (field, value, pointer, fault) => {
    const draft = changed(draftOf(withChannels()), {
      "about.1.shares": "70\n30",
      "about.1.population": "A census",
      [field]: value,
    });
    expect(definitionOf(draft)).toEqual({
      faults: [{ pointer, fault, field: fieldOf(pointer, field) }],
    });
  });

  test("may lack every text of the original, which blocks the definition and names each field", () => {
    const draft = changed(draftOf(definition()), {
      "title.en": "",
      "recommendations.3.measures.en": "",
    });
    const made = definitionOf(draft);
    expect(made).toEqual({
      faults: [
        { pointer: "/title/en", fault: "missing", field: "title.en" },
        {
          pointer: "/recommendations/2/measures/0/en",
          fault: "missing",
          field: "recommendations.3.measures.en",
        },
      ],
    });
    expect(missingTexts(draft)).toEqual(["title.en", "recommendations.3.measures.en"]);
    expect(counts(draft, "en")).toEqual({ texts: 71, missing: 2, stale: 0 });
    expect(untranslatedTexts(draft)).toEqual([]);
  });

  test("may lack translations, which blocks nothing", () => {
    const draft = changed(draftOf(definition()), {
      "title.kk": "",
      "recommendations.3.measures.ru": "",
    });
    expect(definitionOf(draft)).toHaveProperty("consultation.title", {
      en: "A consultation",
      ru: "A consultation (ru)",
    });
    expect(untranslatedTexts(draft)).toEqual(["title.kk", "recommendations.3.measures.ru"]);
  });

  test("names the option whose label is missing in a language", () => {
    const draft = changed(draftOf(definition()), { "about.1.labels.en": "North" });
    expect(definitionOf(draft)).toEqual({
      faults: [
        { pointer: "/about/0/options/1/label/en", fault: "missing", field: "about.1.labels.en" },
      ],
    });
    expect(missingTexts(draft)).toEqual(["about.1.labels.en"]);
  });

  test("that is empty lacks everything and throws nothing", () => {
    const made = definitionOf(emptyDraft("new", ["kk", "ru"]));
    expect(made).toHaveProperty("faults");
    expect(missingTexts(emptyDraft("new", ["kk", "ru"]))).toHaveLength(6);
  });

  test("marks a translation as stale when its original has changed, and no other", () => {
    const draft = changed(draftOf(definition()), { "recommendations.2.title.en": "Another" });
    expect(staleTexts(draft)).toEqual(["recommendations.2.title.ru", "recommendations.2.title.kk"]);
  });
});
