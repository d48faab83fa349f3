import { describe, expect, test } from "vitest";
import { applyChange, undone } from "../../../domain/draft/change.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { type Draft, valueOf } from "../../../domain/draft/draft.ts";
import { markOf } from "../../../domain/draft/mark.ts";
import { staleTexts } from "../../../domain/draft/texts.ts";
import { decideTexts, type Incoming } from "../../../domain/draft/translating/decide.ts";
import { textRows } from "../../../domain/draft/translating/rows.ts";
import { asReviewed, readTextTable, textTable } from "../../../domain/draft/translating/table.ts";
import { definition } from "../consultation/definition.ts";

const start = draftOf(definition());
const set = (draft: Draft, name: string, value: string): Draft =>
  applyChange(draft, {
    kind: "set",
    edits: [{ name, seen: markOf(valueOf(draft, name)), value }],
  }).draft;

/** A text as it comes back, by default of the original as it stands. */
const back = (draft: Draft, place: string, text: string, more: Partial<Incoming> = {}) => ({
  at: 2,
  place,
  original: valueOf(draft, `${place}.en`),
  text,
  review: false,
  ...more,
});
const decided = (draft: Draft, ...texts: Incoming[]) => {
  const found = decideTexts(draft, "kk", texts);
  if ("faults" in found) throw new Error(JSON.stringify(found.faults));
  return found;
};
const kinds = (...texts: Incoming[]) => {
  const found = decideTexts(start, "kk", texts);
  return "faults" in found ? found.faults.map(({ at, kind }) => [at, kind]) : [];
};
const take = (draft: Draft, ...texts: Incoming[]) =>
  applyChange(draft, { kind: "translate", edits: decided(draft, ...texts).edits });

describe("texts go out", () => {
  test("each with its place, its original and how far it is", () => {
    const draft = set(set(start, "title.en", "Another"), "summary.kk", "");
    const rows = new Map(textRows(draft, "kk").map((row) => [row.place, row]));
    expect(rows.get("title")).toMatchObject({ original: "Another", state: "needs-review" });
    expect(rows.get("summary")).toMatchObject({ translation: "", state: "untranslated" });
    expect(rows.get("recommendations.1.title")).toMatchObject({ state: "translated" });
    // What is not said in the original is nothing to translate.
    expect(rows.has("organiser.purpose")).toBe(false);
  });
});

describe("a text that comes back", () => {
  test("made from the original as it stands is stored and fits", () => {
    const { draft } = take(start, back(start, "title", "Жаңа"));
    expect(valueOf(draft, "title.kk")).toBe("Жаңа");
    expect(staleTexts(draft)).toEqual([]);
  });

  test("made from an original that has changed since is stored, and said to be stale", () => {
    const sent = back(start, "title", "Жаңа");
    const meanwhile = set(start, "title.en", "Changed meanwhile");
    expect(decided(meanwhile, sent).stale).toEqual(["title.kk"]);
    const { draft } = take(meanwhile, sent);
    expect(valueOf(draft, "title.kk")).toBe("Жаңа");
    expect(staleTexts(draft)).toContain("title.kk");
    // Back to the original that it was made from, it fits.
    expect(staleTexts(set(draft, "title.en", sent.original))).not.toContain("title.kk");
  });

  test("the same as it stands: nothing, but where it was looked at after the original changed", () => {
    const same = valueOf(start, "title.kk");
    expect(decided(start, back(start, "title", same))).toMatchObject({ edits: [], same: 1 });
    const changed = set(start, "title.en", "Another");
    const review = back(changed, "title", same, { review: true });
    expect(decided(changed, review)).toMatchObject({ edits: [], same: 1 });
    const { draft } = take(changed, back(changed, "title", same));
    expect(staleTexts(draft)).not.toContain("title.kk");
  });

  test("that has to be looked at again is stored as stale", () => {
    const { draft } = take(start, back(start, "title", "Жаңа", { review: true }));
    expect(staleTexts(draft)).toEqual(["title.kk"]);
  });

  test("empty changes nothing", () => {
    expect(decided(start, back(start, "title", " \n"))).toMatchObject({ edits: [], empty: 1 });
  });

  test("is undone as one change", () => {
    const taken = take(start, back(start, "title", "Жаңа"), back(start, "summary", "Тағы"));
    expect(undone(taken.draft, taken.before).draft).toEqual(start);
  });

  test("is not stored over what somebody else has written meanwhile, and none beside it is", () => {
    const { edits } = decided(start, back(start, "title", "Жаңа"), back(start, "summary", "Тағы"));
    const meanwhile = set(start, "title.kk", "Басқа");
    const done = applyChange(meanwhile, { kind: "translate", edits });
    expect(done.conflicts.map(({ name }) => name)).toEqual(["title.kk"]);
    expect(done.draft).toEqual(meanwhile);
  });
});

test("what cannot be stored is refused with its line, all at once", () => {
  const wrong: [Incoming, string | undefined][] = [
    [back(start, "title", "ok"), undefined],
    [back(start, "nowhere", "x"), "unknown"],
    [back(start, "id", "x"), "unknown"],
    [back(start, "title", "again"), "repeated"],
    [back(start, "summary", "a\u0000b"), "control"],
    [back(start, "source.title", "a\u202Eb"), "control"],
    [back(start, "recommendations.1.title", "<b>x</b>"), "markup"],
    [back(start, "recommendations.1.statement", "=1+1"), "formula"],
    [back(start, "recommendations.2.title", "x".repeat(20_001)), "too-long"],
    [back(start, "recommendations.3.title", "x".repeat(2_000)), "not-allowed"],
  ];
  const expected = wrong.flatMap(([, kind], at) => (kind === undefined ? [] : [[at, kind]]));
  expect(kinds(...wrong.map(([one], at) => ({ ...one, at })))).toEqual(expected);
});

describe("a table", () => {
  const rows = textRows(start, "kk");
  const table = textTable(rows, "en", "kk").map((cells, index) => ({ line: index + 1, cells }));

  test("comes back as it went out, columns in any order and notes beside them", () => {
    const moved = table.map(({ line, cells }) => ({
      line,
      cells: ["note", ...cells.toReversed()],
    }));
    for (const read of [readTextTable(table), readTextTable(moved)]) {
      expect(read?.language).toBe("kk");
      expect(read?.texts.map(({ place, text }) => [place, text])).toEqual(
        rows.map(({ place, translation }) => [place, translation]),
      );
    }
    expect(readTextTable([{ line: 1, cells: ["place", "text"] }])).toBeUndefined();
  });

  test("a text written anew has been looked at, whatever the word beside it says", () => {
    const [same, anew] = [valueOf(start, "title.kk"), "Жаңа"].map((text) =>
      asReviewed(start, "kk", [back(start, "title", text, { review: true })]),
    );
    expect([same![0]!.review, anew![0]!.review]).toEqual([true, false]);
  });
});
