import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawCode } from "../../domain/crockford.ts";
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
