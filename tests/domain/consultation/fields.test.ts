import { describe, expect, test } from "vitest";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definitionFile } from "./definition.ts";

type Json = Record<string, unknown>;

/** The file with one value put at (or, when `undefined`, taken from) the place of a pointer. */
function withAt(pointer: string, value: unknown): unknown {
  const file = definitionFile();
  const keys = pointer.split("/").slice(1);
  const last = keys.pop()!;
  const holder = keys.reduce<Json>((inner, key) => inner[key] as Json, file as Json);
  if (value === undefined) delete holder[last];
  // Defined, not assigned: `__proto__` becomes a key like any other, as JSON.parse makes it.
  else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true });
  return JSON.parse(JSON.stringify(file));
}

const faultsAt = (pointer: string, value: unknown) => {
  const read = readConsultation(withAt(pointer, value));
  return "faults" in read ? read.faults : "accepted";
};

/** One place of each kind of text that a page shows. */
const SHOWN_TEXTS = [
  "/title/en",
  "/summary/kk",
  "/source/title/ru",
  "/source/publisher",
  "/source/chapter",
  "/addressees/1/name/en",
  "/recommendations/17/title/kk",
  "/recommendations/0/statement/ru",
  "/recommendations/3/measures/0/en",
  "/about/0/question/kk",
  "/about/1/why/ru",
  "/about/1/options/0/label/en",
];

/** Texts with paragraphs and lists. */
const PROSE = new Set(["/summary/kk"]);

const HOSTILE = [
  ["a null character", "a\u0000b"],
  ["a line break", "a\nb"],
  ["an escape character", "a\u001B[31mb"],
  ["a delete character", "a\u007Fb"],
  ["a C1 control character", "a\u0085b"],
  ["a right-to-left override", "a\u202Eb"],
  ["a left-to-right embedding", "a\u202Ab"],
  ["a pop directional formatting", "a\u202Cb"],
  ["a right-to-left isolate", "a\u2067b"],
  ["a pop directional isolate", "a\u2069b"],
] as const;

describe.each(SHOWN_TEXTS)("the text at %s", (pointer) => {
  test("is refused with control or direction characters in it", () => {
    const hostile = HOSTILE.filter(([what]) => what !== "a line break" || !PROSE.has(pointer));
    const outcomes = hostile.map(([what, text]) => [what, faultsAt(pointer, text)]);
    const expected = hostile.map(([what]) => [what, [{ pointer, fault: "not-allowed" }]]);
    expect(outcomes).toEqual(expected);
  });

  test("is taken as text where it looks like markup or a formula", () => {
    for (const text of ["<60 %", "a > b", "<b>x</b>", "=1+1", "+10 %"]) {
      expect(faultsAt(pointer, text)).toBe("accepted");
    }
  });

  test("is refused when it is empty", () => {
    expect(faultsAt(pointer, "")).toEqual([{ pointer, fault: "out-of-range" }]);
  });

  test("is refused when it is too long", () => {
    expect(faultsAt(pointer, "x".repeat(1201))).toEqual([{ pointer, fault: "out-of-range" }]);
  });

  test.each([7, null, true, {}])("is refused when it is %j", (value) => {
    expect(faultsAt(pointer, value)).toEqual([{ pointer, fault: "wrong-type" }]);
  });
});

test.each(SHOWN_TEXTS.filter((one) => one.endsWith("/en")))(
  "the text at %s, in the original, is refused when it is missing, or only blanks",
  (pointer) => {
    expect(faultsAt(pointer, undefined)).toEqual([{ pointer, fault: "missing" }]);
    expect(faultsAt(pointer, " \u00A0 ")).toEqual([{ pointer, fault: "out-of-range" }]);
  },
);

test.each(SHOWN_TEXTS.filter((one) => /\/(ru|kk)$/.test(one)))(
  "the text at %s, a translation, may be missing, and is refused when it is only blanks",
  (pointer) => {
    expect(faultsAt(pointer, undefined)).toBe("accepted");
    expect(faultsAt(pointer, " \u00A0 ")).toEqual([{ pointer, fault: "out-of-range" }]);
  },
);

test("a text with paragraphs may have lines, and a list of measures may be empty or missing", () => {
  expect(faultsAt("/summary/en", "First\n\n- a point\n- another")).toBe("accepted");
  expect(faultsAt("/recommendations/0/measures", [])).toBe("accepted");
  expect(faultsAt("/recommendations/0/measures", undefined)).toBe("accepted");
});

describe("an unknown key is refused where it stands", () => {
  const holders = [
    "",
    "/title",
    "/source",
    "/translations",
    "/addressees/0",
    "/recommendations/2",
    "/recommendations/2/measures/0",
    "/about/0",
    "/about/0/options/1",
    "/release",
  ];
  const keys = ["extra", "__proto__", "constructor", "toString"];
  test.each(holders.flatMap((holder) => keys.map((key) => `${holder}/${key}`)))("%s", (pointer) => {
    expect(faultsAt(pointer, { polluted: true })).toEqual([{ pointer, fault: "unknown" }]);
    expect(({} as Json)["polluted"]).toBeUndefined();
  });

  test("and named as a JSON pointer even when it holds ~ and /", () => {
    const read = readConsultation({ ...definitionFile(), "a/b~c": 1 });
    expect(read).toEqual({ faults: [{ pointer: "/a~1b~0c", fault: "unknown" }] });
  });
});

describe("a field is refused", () => {
  test.each<[string, unknown, string]>([
    ["/id", "Not A Slug", "not-allowed"],
    ["/id", "constructor", "not-allowed"],
    ["/id", "x".repeat(41), "out-of-range"],
    ["/id", undefined, "missing"],
    ["/about/0/code", "constructor", "not-allowed"],
    ["/about/0/code", "prototype", "not-allowed"],
    ["/about/0/code", "__proto__", "not-allowed"],
    ["/about/0/options/0/code", "prefer-not-to-say", "not-allowed"],
    ["/about/0/options/0/code", "constructor", "not-allowed"],
    ["/about/0/options", [], "out-of-range"],
    ["/about", {}, "wrong-type"],
    ["/addressees", [], "out-of-range"],
    ["/addressees/0/code", "-w", "not-allowed"],
    ["/recommendations", [], "out-of-range"],
    ["/recommendations", null, "wrong-type"],
    ["/recommendations/0", "W1", "wrong-type"],
    ["/recommendations/0/code", "", "not-allowed"],
    ["/recommendations/0/code", "W 1", "not-allowed"],
    ["/recommendations/0/code", "W1=", "not-allowed"],
    ["/recommendations/0/code", "W234567890123", "not-allowed"],
    ["/recommendations/0/code", "overview", "not-allowed"],
    ["/recommendations/0/code", "about_region", "not-allowed"],
    ["/recommendations/0/code", "about.region", "not-allowed"],
    ["/recommendations/0/code", "toString", "not-allowed"],
    ["/recommendations/0/code", "__proto__", "not-allowed"],
    ["/languages", [], "out-of-range"],
    ["/languages", ["en", "ru", "kk", "en"], "not-allowed"],
    [
      "/languages",
      Array.from(
        { length: 40 },
        (_, n) => `a${String.fromCharCode(97 + (n % 26))}${n < 26 ? "" : "a"}`,
      ),
      "out-of-range",
    ],
    ["/languages/0", "english", "not-allowed"],
    ["/languages/1", "RU", "not-allowed"],
    ["/languages/1", "ru-u-nu-arab", "not-allowed"],
    ["/languages/1", "x-kenes", "not-allowed"],
    ["/timeZone", "Mars/Olympus", "not-allowed"],
    ["/timeZone", undefined, "missing"],
    ["/recommendations/0/code", "constructor", "not-allowed"],
    ["/source/date", "27 November 2019", "not-allowed"],
    ["/source/date", "2019-02-30", "not-allowed"],
    ["/source/isbn", "<b>", "not-allowed"],
    ["/translations/en", "machine", "not-allowed"],
    ["/release/every", "minute", "not-allowed"],
    ["/release/every", undefined, "missing"],
    ["/release/groups", 61, "out-of-range"],
    ["/release/groups", -1, "out-of-range"],
    ["/release/groups", 10.5, "wrong-type"],
    ["/release/groups", "10", "wrong-type"],
    ["/release/groupsAt", "2026-12-31T18:00:00Z", "wrong-type"],
    ["/release/minChanged", 10, "unknown"],
    ["/release", undefined, "missing"],
    ["/disclosure", "none", "not-allowed"],
    ["/closesAt", "2026-12-31", "not-allowed"],
    ["/closesAt", "2026-12-31T18:00:00+05:00", "not-allowed"],
    ["/smallPanelConsent", true, "unknown"],
    ["/experts", "protected", "not-allowed"],
    ["/twoPersons", "yes", "not-allowed"],
    ["/purgeAfterDays", 0, "out-of-range"],
    ["/purgeAfterDays", 3_651, "out-of-range"],
    ["/purgeAfterDays", 1.5, "wrong-type"],
    ["/about/0/options/0/code", "not-said", "not-allowed"],
  ])("%s when it is %j, as %s", (pointer, value, fault) => {
    expect(faultsAt(pointer, value)).toEqual([{ pointer, fault }]);
  });
});
