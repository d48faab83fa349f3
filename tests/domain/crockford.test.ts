import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCode, readCode } from "../../domain/crockford.ts";
import { ballotIdPreimage, drawReceipt, readReceipt } from "../../domain/ballot/receipt.ts";
import {
  drawInvitation,
  invitationPreimage,
  readInvitation,
} from "../../domain/invitation/code.ts";

const CHARACTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = fc.uint8Array({ minLength: 20, maxLength: 40 });

describe("a drawn code", () => {
  test("is read back as itself, receipt and invitation alike", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(readReceipt(drawReceipt(random))).toBe(drawReceipt(random));
        expect(readInvitation(drawInvitation(random))).toBe(drawInvitation(random));
      }),
    );
  });

  test("is written in groups of four", () => {
    expect(drawReceipt(new Uint8Array(20))).toBe("0000-0000-0000-0000-0000");
    expect(drawInvitation(new Uint8Array(16).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
  });

  test("uses each of the 32 characters for exactly eight of the 256 bytes, at every place", () => {
    for (let place = 0; place < 4; place++) {
      const times = new Map<string, number>();
      for (let byte = 0; byte < 256; byte++) {
        const character = drawCode(4, new Uint8Array(4).with(place, byte))[place]!;
        times.set(character, (times.get(character) ?? 0) + 1);
      }
      expect([...times.keys()].toSorted().join("")).toBe(CHARACTERS);
      expect(new Set(times.values())).toEqual(new Set([8]));
    }
  });

  test("takes every character from a byte of its own", () => {
    const random = Uint8Array.from({ length: 20 }, (_, index) => index);
    expect(drawReceipt(random)).toBe("0123-4567-89AB-CDEF-GHJK");
  });

  test("is not made of too few random bytes", () => {
    expect(() => drawReceipt(new Uint8Array(19))).toThrow(RangeError);
    expect(() => drawInvitation(new Uint8Array(15))).toThrow(RangeError);
  });
});

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
    ["a full stop", "01AB.CDEF.GHJK.MNPQ"],
    ["a null character", "01AB-CDEF-GHJK-MNP\u0000"],
    ["Cyrillic letters that look right", "01\u0410\u0412-CDEF-GHJK-MNPQ"],
    ["digits of another script", "\u0660\u0661AB-CDEF-GHJK-MNPQ"],
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

describe("what is hashed of a code", () => {
  test("differs by consultation, by code, and between receipt and invitation", () => {
    const all = [
      ballotIdPreimage("a", "0000"),
      ballotIdPreimage("b", "0000"),
      ballotIdPreimage("a", "1111"),
      invitationPreimage("a", "0000"),
      invitationPreimage("b", "0000"),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  test("cannot move a character from the consultation to the code", () => {
    expect(ballotIdPreimage("ab", "c")).not.toBe(ballotIdPreimage("a", "bc"));
    expect(invitationPreimage("ab", "c")).not.toBe(invitationPreimage("a", "bc"));
  });
});
