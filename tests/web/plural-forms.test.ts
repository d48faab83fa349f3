import { expect, test } from "vitest";
import { countDone } from "../../web/language/entries.ts";
import { type Data, grown } from "../../web/language/plural-forms.ts";
import { plural, type PluralForms } from "../../web/text.ts";

/* A further language is a further folder of data: what it has is shown, and English for the rest. */

const SOURCE: Data = {
  title: "Title",
  page: { open: "Open", closed: "Closed" },
  rows_one: "{count} row",
  rows_other: "{count} rows",
  steps: ["first", "second"],
};

test("with no data at all, everything is English", () => {
  const english = {
    title: "Title",
    page: { open: "Open", closed: "Closed" },
    rows: { one: "{count} row", other: "{count} rows" },
    steps: ["first", "second"],
  };
  expect(grown(undefined, SOURCE)).toEqual(english);
  expect(grown(SOURCE, SOURCE)).toEqual(english);
});

test("a text that is missing is English, and those beside it are not", () => {
  const { page } = grown({ page: { open: "Ашық" } }, SOURCE) as { page: object };
  expect(page).toEqual({ open: "Ашық", closed: "Closed" });
});

test("plural forms are taken as a whole, each language with its own", () => {
  const forms = (data: Data) => (grown(data, SOURCE) as { rows: PluralForms }).rows;
  const arabic = forms({ rows_zero: "لا", rows_two: "صفان", rows_other: "{count} صف" });
  expect(arabic).toEqual({ zero: "لا", two: "صفان", other: "{count} صف" });
  expect(plural("ar", arabic, 2)).toBe("صفان");
  // Without the form that every number may take nothing of them can be relied on.
  expect(forms({ rows_one: "бір жол" })).toEqual({ one: "{count} row", other: "{count} rows" });
});

test("a list is taken as a whole", () => {
  const steps = (data: Data) => (grown(data, SOURCE) as { steps: string[] }).steps;
  expect(steps({ steps: ["бірінші", "екінші"] })).toEqual(["бірінші", "екінші"]);
  expect(steps({ steps: ["бірінші"] })).toEqual(["first", "second"]);
});

test("what is of another kind, or of no source, is not shown", () => {
  const odd = { title: ["x"], page: "x", rows_other: ["x"], more: "x" } as Data;
  expect(grown(odd, SOURCE)).toEqual(grown(undefined, SOURCE));
});

test("what counts as done is what is shown", () => {
  const done = (own: Record<string, Data>) => countDone(own, { x: SOURCE }).done;
  expect(countDone({ x: SOURCE, meta: { name: "English" } }, { x: SOURCE, meta: {} })).toEqual({
    texts: 5,
    done: 5,
  });
  expect(done({})).toBe(0);
  expect(done({ x: { title: "Тақырып", steps: ["бірінші"], rows_one: "бір жол" } })).toBe(1);
  expect(done({ x: { page: { open: "Ашық" }, rows_other: "{count} жол", more: "x" } })).toBe(2);
});
