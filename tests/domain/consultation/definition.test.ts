import { describe, expect, test } from "vitest";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definition, definitionFile, shippedFile } from "./definition.ts";

const read = (value: unknown) => readConsultation(value);

/** Reads the file after one change to its text, so that even `__proto__` is a plain key of it. */
const changed = (change: (file: ReturnType<typeof definitionFile>) => void) => {
  const file = definitionFile();
  change(file);
  return read(JSON.parse(JSON.stringify(file)));
};

const refused = (pointer: string, fault: string) => ({ faults: [{ pointer, fault }] });

describe("the definition that the project ships", () => {
  test("is accepted, and is not changed by being read", async () => {
    const value: unknown = JSON.parse(await shippedFile());
    expect(read(value)).toEqual({ consultation: value });
  });

  test("holds the four and the fourteen recommendations of the report", async () => {
    const outcome = read(JSON.parse(await shippedFile()));
    if ("faults" in outcome) throw new Error(JSON.stringify(outcome.faults));
    const codes = outcome.consultation.recommendations.map((one) => one.code);
    expect(codes).toEqual(definition().recommendations.map((one) => one.code));
  });
});

describe("a definition", () => {
  test("of the same shape is accepted", () => {
    expect(read(definitionFile())).toEqual({ consultation: definitionFile() });
  });

  test("is accepted with a hundred recommendations, no questions, no ISBN and no chapter", () => {
    const outcome = changed((file) => {
      const { title, publisher, date } = file.source;
      file.source = { title, publisher, date } as typeof file.source;
      file.about = [];
      file.recommendations = Array.from({ length: 100 }, (_, index) => ({
        ...file.recommendations[0]!,
        code: `W${index + 1}`,
      }));
    });
    expect(outcome).toHaveProperty("consultation.recommendations.99.code", "W100");
  });

  test("has its texts trimmed and in one Unicode form", () => {
    const outcome = changed((file) => {
      file.title.ru = "  и\u0306\n".replace("\n", " ");
    });
    expect(outcome).toHaveProperty("consultation.title.ru", "й");
  });

  test("may hold quotes, ampersands, emoji and line-joining marks, which are text", () => {
    const text = "«Q» & 'A' \u{1F468}\u200D\u{1F469} a\u00A0b";
    const outcome = changed((file) => {
      file.title.en = text;
    });
    expect(outcome).toHaveProperty("consultation.title.en", text);
  });
});

describe("a definition is refused at its root when it is", () => {
  test.each([
    ["null", null],
    ["a number", 7],
    ["a text", "{}"],
    ["true", true],
    ["a list", [definitionFile()]],
  ])("%s", (_, value) => {
    expect(read(value)).toEqual(refused("", "wrong-type"));
  });

  test("nothing at all", () => {
    expect(read(undefined)).toEqual(refused("", "missing"));
  });
});

describe("a repeated code is refused at its second place", () => {
  test.each<[string, (file: ReturnType<typeof definitionFile>) => void]>([
    ["/addressees/1/code", (file) => (file.addressees[1]!.code = "W")],
    ["/recommendations/17/code", (file) => (file.recommendations[17]!.code = "W1")],
    ["/about/1/code", (file) => (file.about[1]!.code = "region")],
    ["/about/1/options/1/code", (file) => (file.about[1]!.options[1]!.code = "under-30")],
  ])("%s", (pointer, change) => {
    const outcome = changed(change);
    expect(outcome).toHaveProperty("faults");
    expect("faults" in outcome && outcome.faults[0]).toEqual({ pointer, fault: "repeated" });
  });

  test("and so is each further one", () => {
    const outcome = changed((file) => {
      for (const one of file.recommendations.slice(1, 3)) one.code = "W1";
    });
    expect(outcome).toEqual({
      faults: [
        { pointer: "/recommendations/1/code", fault: "repeated" },
        { pointer: "/recommendations/2/code", fault: "repeated" },
      ],
    });
  });
});

describe("a recommendation is refused", () => {
  test("when nobody is there to whom it is addressed", () => {
    const outcome = changed((file) => {
      file.recommendations[5]!.addressee = "X";
    });
    expect(outcome).toEqual(refused("/recommendations/5/addressee", "unknown"));
  });

  test("when it is the hundred and first", () => {
    const outcome = changed((file) => {
      file.recommendations = Array.from({ length: 101 }, (_, index) => ({
        ...file.recommendations[0]!,
        code: `W${index + 1}`,
      }));
    });
    expect(outcome).toEqual(refused("/recommendations", "out-of-range"));
  });
});
