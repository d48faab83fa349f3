import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyChange, type Change, hasChanged, undone } from "../../../domain/draft/change.ts";
import { readCommand } from "../../../domain/draft/command.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { type Draft, keysOf, valueOf } from "../../../domain/draft/draft.ts";
import { markOf } from "../../../domain/draft/mark.ts";
import { staleTexts } from "../../../domain/draft/texts.ts";
import { definition } from "../consultation/definition.ts";

const start = draftOf(definition());
const edit = (draft: Draft, name: string, value: string): Change => ({
  kind: "set",
  edits: [{ name, seen: markOf(valueOf(draft, name)), value }],
});

describe("two organisers who have seen the same draft", () => {
  test("both win when they edit different fields", () => {
    const first = applyChange(start, edit(start, "title.en", "One"));
    const second = applyChange(first.draft, edit(start, "title.ru", "Два"));
    expect(second.conflicts).toEqual([]);
    expect([valueOf(second.draft, "title.en"), valueOf(second.draft, "title.ru")]).toEqual([
      "One",
      "Два",
    ]);
  });

  test("both win when one moves what the other edits", () => {
    const first = applyChange(start, { kind: "up", list: "recommendations", key: "3" });
    const second = applyChange(first.draft, edit(start, "recommendations.3.title.en", "Moved"));
    expect(keysOf(second.draft, "recommendations").slice(0, 3)).toEqual(["1", "3", "2"]);
    expect(valueOf(second.draft, "recommendations.3.title.en")).toBe("Moved");
  });

  test("are told both versions of the same field, and nothing is overwritten", () => {
    const first = applyChange(start, edit(start, "title.en", "One"));
    const second = applyChange(first.draft, edit(start, "title.en", "Two"));
    expect(second.conflicts).toEqual([{ name: "title.en", stored: "One", wanted: "Two" }]);
    expect(valueOf(second.draft, "title.en")).toBe("One");
    expect(hasChanged(second)).toBe(false);
  });

  test("agree when they write the same", () => {
    const first = applyChange(start, edit(start, "title.en", "One"));
    expect(applyChange(first.draft, edit(start, "title.en", "One ")).conflicts).toEqual([]);
  });

  test("do not touch what one of them only looked at", () => {
    const first = applyChange(start, edit(start, "title.en", "One"));
    const seen = applyChange(first.draft, edit(start, "title.en", "A consultation"));
    expect([hasChanged(seen), seen.conflicts]).toEqual([false, []]);
  });
});

test("a translation is fresh again when it is written or confirmed", () => {
  const { draft } = applyChange(start, edit(start, "title.en", "One"));
  expect(staleTexts(draft)).toEqual(["title.ru", "title.kk"]);
  const written = applyChange(draft, edit(draft, "title.ru", "Один"));
  const confirmed = applyChange(written.draft, { kind: "confirm", name: "title.kk" });
  expect(staleTexts(confirmed.draft)).toEqual([]);
  expect(staleTexts(undone(confirmed.draft, confirmed.before).draft)).toEqual(["title.kk"]);
});

test.each([
  "id",
  "__proto__",
  "constructor",
  "recommendations.99.code",
  "title",
  "title.de",
  "x.1.y",
])("the name %s changes nothing", (name) => {
  const outcome = applyChange(start, {
    kind: "set",
    edits: [{ name, seen: markOf(valueOf(start, name)), value: "x" }],
  });
  expect(outcome.draft).toEqual(start);
});

test("control and direction characters are taken out, markup stays as text", () => {
  const { draft } = applyChange(start, edit(start, "title.en", "a\u202Eb\u0000 <script>\r\nc"));
  expect(valueOf(draft, "title.en")).toBe("ab <script> c");
});

const name = fc.constantFrom(
  "title.en",
  "recommendations.1.title.kk",
  "recommendations.19.measures.en",
  "about.1.options",
  "disclosure",
);
const command = fc
  .tuple(
    fc.constantFrom("remove", "up", "down"),
    fc.constantFrom("recommendations", "addressees", "about"),
    fc.constantFrom("1", "2", "18", "19", "77"),
  )
  .map((words) => words.join(" "));
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ name, value: fc.string({ unit: "binary" }) }).map(({ name, value }): Change => ({
    kind: "set",
    edits: [{ name, seen: markOf(valueOf(start, name)), value }],
  })),
  fc
    .oneof(command, fc.constantFrom("add recommendations", "add about", "confirm title.ru"))
    .map((text) => readCommand(text)!),
);

test("whatever is done, undoing in turn leads back to the start", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      const before = [];
      let draft = start;
      for (const one of changes) {
        const outcome = applyChange(draft, one);
        before.push(outcome.before);
        draft = outcome.draft;
      }
      for (const one of before.toReversed())
        draft = undone(draft, JSON.parse(JSON.stringify(one)) as typeof one).draft;
      expect(draft).toEqual(start);
    }),
  );
});

test("a command is read, or is none", () => {
  fc.assert(fc.property(fc.string(), (text) => void readCommand(text)));
  expect(readCommand("add __proto__")).toBeUndefined();
  expect(readCommand("remove recommendations 1 2")).toBeUndefined();
});
