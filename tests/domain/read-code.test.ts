import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCode } from "../../domain/crockford.ts";
import { readReceipt } from "../../domain/ballot/receipt.ts";
import { readInvitation } from "../../domain/invitation/code.ts";
import { readCode } from "../../domain/read-code.ts";

const CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = fc.uint8Array({ minLength: 20, maxLength: 40 });

describe("reading a code forgives", () => {
  const written = "01AB-CDEF-GHJK-MNPQ";
  test.each([
    ["small letters", "01ab-cdef-ghjk-mnpq"],
    ["no dashes", "01ABCDEFGHJKMNPQ"],
    ["dashes elsewhere", "0-1A-BCDEFGHJKMN-PQ--"],
    ["spaces", "  01AB CDEF\u00A0GHJK\u202FMNPQ "],
    ["tabs and line breaks", "01AB\tCDEF\r\nGHJK\nMNPQ"],
    ["a hyphen and a non-breaking one", "01AB\u2010CDEF\u2011GHJK-MNPQ"],
    ["a figure dash, an en dash, an em dash", "01AB\u2012CDEF\u2013GHJK\u2014MNPQ"],
    ["a horizontal bar, a minus, a fullwidth one", "01AB\u2015CDEF\u2212GHJK\uFF0DMNPQ"],
    ["O for 0", "O1AB-CDEF-GHJK-MNPQ"],
    ["small o for 0", "o1AB-CDEF-GHJK-MNPQ"],
    ["I for 1", "0IAB-CDEF-GHJK-MNPQ"],
    ["small l for 1", "0lAB-CDEF-GHJK-MNPQ"],
    ["L for 1", "0LAB-CDEF-GHJK-MNPQ"],
    ["small i for 1", "0iAB-CDEF-GHJK-MNPQ"],
    ["Cyrillic letters that look right", "О1АВ-СDЕF-GНJК-МNРQ"],
    ["small ones", "оіав-сdеf-gнjк-мnрq"],
    ["Kazakh and Greek ones", "ΟІΑΒ-CDΕF-GҺJΚ-ΜΝΡQ"],
    ["full-width letters", "０１ＡＢ－ＣＤＥＦ－ＧＨＪＫ－ＭＮＰＱ"],
    ["digits of another script", "\u0660\u0661AB-CDEF-GHJK-MNPQ"],
    ["dots at the end", "01AB-CDEF-GHJK-MNPQ…."],
    ["two spaces, which a phone makes a dot of", "01AB. CDEF. GHJK. MNPQ"],
    ["soft hyphens and what has no width", "01\u00ADAB\u200B-CD\u2060EF-\uFEFFGHJK-MN\u200DPQ"],
    ["marks of direction around it", "\u202A01AB-CDEF-GHJK-MNPQ\u202C"],
    ["quotation marks", "«01AB-CDEF-GHJK-MNPQ»"],
    ["a label in front", "Код: 01AB-CDEF-GHJK-MNPQ"],
    ["a label alone on its line", "Code:\r\n01AB-CDEF-\r\nGHJK-MNPQ\r\n"],
    ["a label without a colon", "Код 01AB-CDEF-GHJK-MNPQ"],
    ["a label with a full-width colon", "邀请码：01AB-CDEF-GHJK-MNPQ"],
    ["a sentence after it", "Ваш код: 01AB-CDEF-GHJK-MNPQ. Им можно воспользоваться"],
    ["its own link", "/c/x?lang=en#invitation=01AB-CDEF-GHJK-MNPQ"],
  ])("%s", (_, text) => {
    expect(readInvitation(text)).toBe(written);
  });
});

describe("reading a code refuses", () => {
  test.each([
    ["nothing", ""],
    ["only dashes", "-------------------"],
    ["a character too few", "01AB-CDEF-GHJK-MNP"],
    ["a character too many", "01AB-CDEF-GHJK-MNPQR"],
    ["a U", "U1AB-CDEF-GHJK-MNPQ"],
    ["a letter that looks like none", "01AБ-CDEF-GHJK-MNPQ"],
    ["a letter that looks like two", "01Aб-CDEF-GHJK-MNPQ"],
    ["a letter with a mark", "01ÁB-CDEF-GHJK-MNPQ"],
    ["a label and nothing", "Код: "],
    ["a null character", "01AB-CDEF-GHJK-MNP\u0000"],
    ["an emoji", "01AB-CDEF-GHJK-MN\u{1F600}"],
    ["a code lost in too many spaces", `01AB-CDEF-GHJK-MNPQ${" ".repeat(64)}`],
  ])("%s", (_, text) => {
    expect(readInvitation(text)).toBeUndefined();
  });

  test("a receipt where an invitation is asked for, and the reverse", () => {
    expect(readInvitation("0000-0000-0000-0000-0000")).toBeUndefined();
    expect(readReceipt("0000-0000-0000-0000")).toBeUndefined();
  });

  test("whatever is not made of its characters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 24 }), (text) => {
        const code = readCode(text, 4);
        if (code !== undefined) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
  });
});

describe("whatever a keyboard, a phone or a mail program makes of a code", () => {
  // By the character that each row looks like.
  const LOOK = new Map(
    [
      ["0OоΟО٠", "1IlLiІі۱", "3Зз٣", "AАаΑ", "BВвΒ", "CСс", "EЕеΕ", "HНнҺһΗ", "JЈј", "KКкΚ"],
      ["MМмΜ", "NΝ", "PРрΡ", "SЅѕ", "TТтΤ", "XХхΧ", "YУуҮүΥ", "ZΖ"],
    ]
      .flat()
      .map((row): [string, string[]] => [row[0]!, Array.from(row.slice(1))]),
  );
  const fullWidth = (one: string) => String.fromCodePoint(one.codePointAt(0)! + 0xfee0);
  const likes = (one: string): string[] =>
    [one, one, one.toLowerCase(), fullWidth(one), fullWidth(one.toLowerCase())].concat(
      LOOK.get(one) ?? [],
    );
  const between = fc.constantFrom(
    "",
    "",
    "",
    "-",
    " ",
    "–",
    "—",
    "−",
    "‑",
    "\u00AD",
    "\u200B",
    "\u2060",
    "\n",
    "\r\n",
    "\u00A0",
  );
  const label = fc.constantFrom("", "", "Код: ", "Receipt: ", "Code:", "Түбіртек： ", "рмз=\n");
  const end = fc.constantFrom("", "", ".", "…", " . ", "\n", "\u200B", "»");
  /** A code with each of its characters, and what stands between them, as somebody may have it. */
  const distorted = (length: number) =>
    bytes.chain((random) => {
      const code = drawCode(length, random);
      const characters = [...code.replaceAll("-", "")].map((one) =>
        fc.tuple(fc.constantFrom(...likes(one)), between),
      );
      return fc.record({
        code: fc.constant(code),
        typed: fc
          .tuple(label, fc.tuple(...characters), end)
          .map(([before, all, after]) => before + all.flat().join("") + after),
      });
    });

  test.each([
    ["a receipt", 20, readReceipt],
    ["an invitation", 16, readInvitation],
  ] as const)("%s is read as itself", (_, length, read) => {
    fc.assert(
      fc.property(distorted(length), ({ code, typed }) => {
        expect(read(typed)).toBe(code);
      }),
      { numRuns: 500 },
    );
  });

  test("another character at one place is another code or none, and one less is none", () => {
    fc.assert(
      fc.property(
        distorted(20),
        fc.nat(19),
        fc.constantFrom(...CHARACTERS, ..."UÄБбЬЖ中"),
        ({ code, typed }, place, instead) => {
          const at = place + Math.floor(place / 4);
          const changed = code.slice(0, at) + instead + code.slice(at + 1);
          const same = instead === code[at];
          expect(readReceipt(changed)).toBe(
            same ? code : CHARACTERS.includes(instead) ? changed : undefined,
          );
          expect(readReceipt(code.slice(0, at) + code.slice(at + 1))).toBeUndefined();
          // Nor is one in pieces taken for a shorter one.
          if (!/[:：=]/.test(typed)) expect(readInvitation(typed)).toBeUndefined();
        },
      ),
    );
  });
});
