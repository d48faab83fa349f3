import { describe, expect, test } from "vitest";
import { applyChange, undone } from "../../../../domain/draft/change.ts";
import { type Draft, keysOf, valueOf } from "../../../../domain/draft/draft.ts";
import { draftOfImported } from "../../../../domain/draft/import/imported.ts";
import { mergeOf } from "../../../../domain/draft/import/merge.ts";
import { importPasted } from "../../../../domain/draft/import/pasted.ts";
import { staleTexts } from "../../../../domain/draft/texts.ts";
import { read } from "./sheets.ts";

const HEAD = ["code", "addressee", "title.en", "title.ru", "statement.en"];
const STOOD = [
  HEAD,
  ["A1", "A", "Air", "Воздух", "Clean it."],
  ["A2", "A", "Water", "Вода", "Filter it."],
  ["B1", "B", "Law", "Закон", "Pass it."],
];
const draft = draftOfImported({ id: "x", title: "X", languages: ["en"] }, read(STOOD, ["en"]));
const after = (draft: Draft, fields: Readonly<Record<string, string>>) =>
  applyChange(draft, { kind: "import", fields });
const row = (draft: Draft, key: string) =>
  ["code", "addressee", "title.en", "title.ru", "statement.en"].map((part) =>
    valueOf(draft, `recommendations.${key}.${part}`),
  );

describe("an import into a draft", () => {
  test("that says the same changes nothing", () => {
    const merge = mergeOf(draft, read(STOOD, ["en"]), true);
    expect(merge).toEqual({ added: [], changed: [], removed: [], same: 3, count: 3, fields: {} });
  });

  test("tells what is changed, added and missing, and is undone as a whole", () => {
    const next = [
      HEAD,
      ["a1", "A", "Clean air", "", "Clean it."],
      ["B1", "C", "Law", "Закон", "Pass it."],
      ["C1", "C", "New", "Новое", "Text."],
    ];
    const merge = mergeOf(draft, read(next, ["en"]), false);
    expect(merge.changed).toEqual([
      {
        code: "A1",
        texts: [{ name: "recommendations.1.title.en", before: "Air", after: "Clean air" }],
      },
      { code: "B1", texts: [{ name: "recommendations.3.addressee", before: "B", after: "C" }] },
    ]);
    expect(merge.added.map(({ code }) => code)).toEqual(["C1"]);
    expect([merge.removed, merge.same, merge.count]).toEqual([
      [{ code: "A2", title: "Water" }],
      0,
      4,
    ]);
    const changed = after(draft, merge.fields);
    expect(keysOf(changed.draft, "recommendations")).toEqual(["1", "2", "3", "4"]);
    // An empty cell takes no text away; the translation of what changed is stale.
    expect(row(changed.draft, "1")).toEqual(["A1", "A", "Clean air", "Воздух", "Clean it."]);
    expect(staleTexts(changed.draft)).toEqual(["recommendations.1.title.ru"]);
    expect(row(changed.draft, "4")).toEqual(["C1", "C", "New", "Новое", "Text."]);
    expect(valueOf(changed.draft, "addressees.3.code")).toBe("C");
    expect(undone(changed.draft, changed.before).draft).toEqual(draft);
  });

  test("removes what it does not have only where that is wanted", () => {
    const merge = mergeOf(draft, read(STOOD.slice(0, 2), ["en"]), true);
    const changed = after(draft, merge.fields);
    expect([keysOf(changed.draft, "recommendations"), merge.count]).toEqual([["1"], 1]);
    const left = Object.keys(changed.draft.fields).filter((name) => /s\.[23]\./.test(name));
    expect(left.filter((name) => name.startsWith("recommendations"))).toEqual([]);
    expect(undone(changed.draft, changed.before).draft).toEqual(draft);
  });

  test("without codes goes by titles, takes codes that are free, and leaves addressees alone", () => {
    const merge = mergeOf(draft, importPasted("en", "- Air. More.\n- Soil. Save it."), false);
    const changed = after(draft, merge.fields).draft;
    expect(row(changed, "1")).toEqual(["A1", "A", "Air", "Воздух", "Air. More."]);
    expect(row(changed, "4")).toEqual(["1", "A", "Soil", "", "Soil. Save it."]);
    expect(keysOf(changed, "addressees")).toEqual(["1", "2"]);
  });

  test("brings a further language, and addressees by their names", () => {
    const table = [
      ["code", "addressee", "title.kk"],
      ["A1", "City council", "Ауа"],
    ];
    const changed = after(draft, mergeOf(draft, read(table, ["en"]), false).fields).draft;
    expect(valueOf(changed, "languages")).toBe("en ru kk");
    expect(valueOf(changed, "recommendations.1.title.kk")).toBe("Ауа");
    expect(valueOf(changed, "recommendations.1.addressee")).toBe("CC");
    expect(valueOf(changed, "addressees.3.name.en")).toBe("City council");
    expect(mergeOf(changed, read(table, ["en"]), false).fields).toEqual({});
  });
});
