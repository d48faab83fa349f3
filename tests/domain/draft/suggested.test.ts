import { expect, test } from "vitest";
import { emptyDraft } from "../../../domain/draft/draft.ts";
import { suggestedFields } from "../../../domain/draft/suggested.ts";

const draft = emptyDraft("c", ["kk", "ru"]);
const fieldsOf = (text: string, language = "ru") => suggestedFields(draft, { text, language })!;

test("a language that the draft has not stands as the original", () => {
  expect(fieldsOf("More.", "uz")).toMatchObject({ "recommendations.1.statement.kk": "More." });
});

test("what a definition may not hold is left out", () => {
  const fields = fieldsOf("one\n two \u202Eeerht\u0000");
  expect(fields["recommendations.1.statement.ru"]).toBe("one two eerht");
});

test.each([
  ["its first sentence", "First. Second.", "First"],
  ["a question as it is", "Why not? Second.", "Why not?"],
  ["all of it where it has no sentence", "no end", "no end"],
  ["cut between words", "long ".repeat(40).trim(), `${"long ".repeat(20).trim()}…`],
])("the title is %s", (_, text, title) => {
  expect(fieldsOf(text)["recommendations.1.title.ru"]).toBe(title);
});

test("no letter of several code points is cut apart, and no title is too long", () => {
  const title = fieldsOf("👩‍👩‍👧‍👦".repeat(20))["recommendations.1.title.ru"]!;
  expect(title).toBe(`${"👩‍👩‍👧‍👦".repeat(9)}…`);
  expect(title.length).toBeLessThanOrEqual(120);
});
