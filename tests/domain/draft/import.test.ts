import { describe, expect, test } from "vitest";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { valueOf } from "../../../domain/draft/draft.ts";
import { importJson } from "../../../domain/draft/import/json.ts";
import { missingTexts } from "../../../domain/draft/texts.ts";
import { definitionFile, shippedFile } from "../consultation/definition.ts";

describe("our own JSON", () => {
  test("is imported whole", async () => {
    const read = importJson(await shippedFile());
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    expect(definitionOf(read.draft)).toEqual({
      consultation: JSON.parse(await shippedFile()) as unknown,
    });
  });

  test("may lack translations, which are then missing in the draft", () => {
    const file = definitionFile();
    const { en, ru } = file.recommendations[2]!.title;
    Object.assign(file.recommendations[2]!, { title: { en, ru } });
    const read = importJson(JSON.stringify(file));
    expect("draft" in read && missingTexts(read.draft)).toEqual(["recommendations.3.title.kk"]);
  });

  test("is refused with every place, and codes that stand twice too", () => {
    const file = definitionFile();
    const { en, ru } = file.title;
    Object.assign(file, { title: { en, ru } });
    file.recommendations[1]!.code = "W1";
    file.recommendations[5]!.addressee = "X";
    expect(importJson(JSON.stringify(file))).toEqual({
      faults: [
        { place: { pointer: "/recommendations/1/code" }, kind: "repeated" },
        { place: { pointer: "/recommendations/5/addressee" }, kind: "unknown" },
      ],
    });
  });

  test("names more than a hundred faults", () => {
    const file = definitionFile();
    file.recommendations = Array.from({ length: 100 }, (_, index) => ({
      ...file.recommendations[0]!,
      code: `W${index + 1}`,
      title: { en: "\u2066", ru: "\u202E", kk: "\u0000" },
    }));
    const read = importJson(JSON.stringify(file));
    expect("faults" in read && read.faults).toHaveLength(300);
  });

  test("keeps its dates, and markup in its texts as text", () => {
    const opensAt = "2027-02-01T04:00:00Z";
    const closesAt = "2027-03-01T18:59:00Z";
    const file = { ...definitionFile(), opensAt, closesAt };
    Object.assign(file.title, { en: "Debt <60 % & <b>more</b>" });
    const read = importJson(JSON.stringify(file));
    if ("faults" in read) throw new Error(JSON.stringify(read.faults));
    expect(definitionOf(read.draft)).toMatchObject({ consultation: { opensAt, closesAt } });
    expect(valueOf(read.draft, "title.en")).toBe("Debt <60 % & <b>more</b>");
  });

  test("with corrections is refused by name: a draft has none, and nothing is dropped", () => {
    const note = { en: "a", ru: "б", kk: "в" };
    const corrections = [{ at: "2027-01-01T00:00:00Z", note }];
    const faults = [{ place: { pointer: "/corrections" }, kind: "json-corrections" }];
    expect(importJson(JSON.stringify({ ...definitionFile(), corrections }))).toEqual({ faults });
    const partial = { ...definitionFile(), corrections, title: { en: "a" } };
    expect(importJson(JSON.stringify(partial))).toEqual({ faults });
  });

  test.each([
    ["nothing", ""],
    ["half a file", '{"id":'],
    ["a number", "1"],
    ["null", "null"],
    ["a list", "[]"],
    ["prototype keys", '{"__proto__":{"id":"x"},"constructor":1}'],
    ["deep nesting", "[".repeat(100_000)],
  ])("%s is refused", (_, text) => {
    expect(importJson(text)).toHaveProperty("faults.0");
  });
});
