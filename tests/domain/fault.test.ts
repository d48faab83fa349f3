import { describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { faultsOf } from "../../domain/fault.ts";

const faults = (schema: z.ZodMiniType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : faultsOf(parsed.error, value);
};

describe("the pointer of a fault", () => {
  test("is empty at the root", () => {
    expect(faults(z.object({}), 1)).toEqual([{ pointer: "", fault: "wrong-type" }]);
  });

  test("writes ~ as ~0 and / as ~1, and the two together without mixing them", () => {
    const schema = z.strictObject({ "a/b": z.strictObject({ "~": z.string(), "~1": z.string() }) });
    const value = { "a/b": { "~": 1, "~1": 1, "/~": 1 } };
    expect(
      faults(schema, value)
        .map(({ pointer }) => pointer)
        .toSorted(),
    ).toEqual(["/a~1b/~0", "/a~1b/~01", "/a~1b/~1~0"]);
  });

  test("counts list places from 0", () => {
    expect(faults(z.array(z.string()), ["a", 2])).toEqual([{ pointer: "/1", fault: "wrong-type" }]);
  });

  test("may end in an empty key", () => {
    expect(faults(z.strictObject({}), { "": 1 })).toEqual([{ pointer: "/", fault: "unknown" }]);
  });
});

describe("a fault is", () => {
  const schema = z.strictObject({
    number: z.int().check(z.gte(1), z.lte(3)),
    text: z.string().check(z.maxLength(2), z.regex(/^[a-z]*$/)),
    list: z.array(z.enum(["a", "b"])).check(z.maxLength(2)),
  });
  const good = { number: 1, text: "a", list: ["a"] };

  test.each([
    ["missing", "/number", { text: "a", list: [] }],
    ["wrong-type", "/number", { ...good, number: "1" }],
    ["wrong-type", "/number", { ...good, number: 1.5 }],
    ["out-of-range", "/number", { ...good, number: 4 }],
    ["out-of-range", "/number", { ...good, number: 0 }],
    ["out-of-range", "/text", { ...good, text: "abc" }],
    ["not-allowed", "/text", { ...good, text: "A" }],
    ["not-allowed", "/list/1", { ...good, list: ["a", "c"] }],
    ["out-of-range", "/list", { ...good, list: ["a", "b", "a"] }],
    ["unknown", "/extra", { ...good, extra: undefined }],
  ])("%s at %s of %j", (fault, pointer, value) => {
    expect(faults(schema, value)).toEqual([{ pointer, fault }]);
  });

  test("missing also where the holder is missing", () => {
    const inner = z.strictObject({ holder: z.strictObject({ field: z.string() }) });
    expect(faults(inner, {})).toEqual([{ pointer: "/holder", fault: "missing" }]);
  });

  test("not taken from the prototype: an absent `constructor` is missing, not of the wrong type", () => {
    const keyed = z.object({ constructor: z.string() });
    expect(faults(keyed, {})).toEqual([{ pointer: "/constructor", fault: "missing" }]);
  });

  test("told once for each place, though two rules are broken there", () => {
    expect(faults(schema, { ...good, text: "ABC" })).toHaveLength(1);
  });

  test("told for every place at which something is wrong", () => {
    const all = faults(schema, { number: 9, text: "A", list: ["x"], extra: 1 });
    expect(all.map(({ pointer }) => pointer).toSorted()).toEqual([
      "/extra",
      "/list/0",
      "/number",
      "/text",
    ]);
  });

  test("told without the value, which could be a secret", () => {
    const secret = "PEFG-TT3X-8BZG-0W4K";
    const said = JSON.stringify(faults(schema, { number: secret, text: secret, list: [secret] }));
    expect(said).not.toContain(secret);
  });
});
