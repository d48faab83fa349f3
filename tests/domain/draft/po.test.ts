import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPo, readPo, writePo } from "../../../domain/draft/translating/po.ts";
import type { TextRow } from "../../../domain/draft/translating/rows.ts";

describe("a PO file", () => {
  const head = { consultation: "spring", original: "en", language: "kk" };
  const row = (more: Partial<TextRow>): TextRow => ({
    place: "title",
    original: "Spring",
    translation: "Көктем",
    state: "translated",
    ...more,
  });

  test("as translators' programs read it", () => {
    const rows = [
      row({ original: 'One "two"\nthree', translation: "", state: "untranslated" }),
      row({ place: "summary", state: "needs-review" }),
    ];
    expect(writePo(rows, head, (place) => `Field ${place}`)).toBe(
      [
        'msgid ""',
        'msgstr ""',
        String.raw`"Project-Id-Version: spring\n"`,
        String.raw`"Language: kk\n"`,
        String.raw`"X-Source-Language: en\n"`,
        String.raw`"MIME-Version: 1.0\n"`,
        String.raw`"Content-Type: text/plain; charset=UTF-8\n"`,
        String.raw`"Content-Transfer-Encoding: 8bit\n"`,
        "",
        "#. Field title",
        'msgctxt "title"',
        'msgid ""',
        String.raw`"One \"two\"\n"`,
        '"three"',
        'msgstr ""',
        "",
        "#. Field summary",
        "#, fuzzy",
        'msgctxt "summary"',
        'msgid "Spring"',
        'msgstr "Көктем"',
        "",
      ].join("\n"),
    );
  });

  test("is read as other programs write it: wrapped, with remarks, previous and obsolete texts", () => {
    const text = [
      "# Translators",
      'msgid ""',
      'msgstr ""',
      String.raw`"PO-Revision-Date: 2026\n"`,
      String.raw`"Language: kk\n"`,
      'msgctxt "title"',
      'msgid "A long "',
      '"title"',
      String.raw`msgstr "Ұзын\t\\ тақырып"`,
      "",
      "#: where",
      "#, no-wrap, fuzzy",
      '#| msgid "old"',
      'msgctxt "summary"',
      'msgid "S"',
      'msgstr "Қ"',
      '#~ msgid "gone"',
      '#~ msgstr "кетті"',
    ].join("\r\n");
    expect(isPo(text)).toBe(true);
    expect(readPo(text)).toEqual({
      language: "kk",
      texts: [
        {
          at: 6,
          place: "title",
          original: "A long title",
          text: "Ұзын\t\\ тақырып",
          review: false,
        },
        { at: 14, place: "summary", original: "S", text: "Қ", review: true },
      ],
    });
  });

  test("that is broken is refused at its line", () => {
    expect(readPo('msgid "a"\nmsgstr "b')).toEqual({ line: 2 });
    expect(readPo('msgid "a"\nmsgid_plural "as"')).toEqual({ line: 2 });
    expect(readPo('"a"')).toEqual({ line: 1 });
    expect(isPo("place,original,translation\n")).toBe(false);
  });

  test("whatever a text says comes back as it went out", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string(), fc.boolean())),
        (all) => {
          const rows = all
            .filter(([original]) => original.isWellFormed())
            .map(([original, translation, stale], index) =>
              row({
                place: `place-${index}`,
                original,
                translation,
                state: stale ? "needs-review" : "translated",
              }),
            );
          const read = readPo(writePo(rows, head, (place) => place));
          if ("line" in read) throw new Error(`line ${read.line}`);
          expect(read.language).toBe("kk");
          expect(
            read.texts.map(({ place, original, text, review }) => ({
              place,
              original,
              text,
              review,
            })),
          ).toEqual(
            rows.map(({ place, original, translation: text, state }) => ({
              place,
              original,
              text,
              review: state === "needs-review",
            })),
          );
        },
      ),
    );
  });
});
