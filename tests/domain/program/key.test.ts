import { describe, expect, test } from "vitest";
import { ALPHABET } from "../../../domain/crockford.ts";
import { ACTIONS, may, ROLES } from "../../../domain/organiser/role.ts";
import { CHECK_LETTERS, checkLetters } from "../../../domain/program/check-letters.ts";
import {
  drawProgramKey,
  isProgramKey,
  KEY_BYTES,
  type KeyWanted,
  languagesByKey,
  lastDayFrom,
  mayByKey,
  readKeyWanted,
} from "../../../domain/program/key.ts";

const KEY = drawProgramKey(Uint8Array.from({ length: KEY_BYTES }, (_, place) => 7 * place + 3));

test("the checksum is CRC-32: the value that its specifications give for 123456789", () => {
  const letters = [...checkLetters("123456789")];
  const number = letters.reduce((sum, letter) => sum * 32 + ALPHABET.indexOf(letter), 0);
  expect(number).toBe(0xcbf43926);
});

describe("a key", () => {
  test("is 160 bits behind a prefix, with a checksum", () => {
    expect(KEY).toMatch(/^kenes_[0-9A-HJKMNP-TV-Z]{39}$/);
    expect(isProgramKey(KEY)).toBe(true);
    const ends = [0, 255].map((byte) => drawProgramKey(new Uint8Array(KEY_BYTES).fill(byte)));
    expect(ends.map((one) => one.slice(6, 38))).toEqual(["0".repeat(32), "Z".repeat(32)]);
    expect(ends.every(isProgramKey)).toBe(true);
  });

  test("with any one letter changed, left out or added is none", () => {
    for (let place = 0; place < KEY.length; place++) {
      const other = KEY[place] === "7" ? "8" : "7";
      const [before, after] = [KEY.slice(0, place), KEY.slice(place + 1)];
      expect(isProgramKey(before + other + after)).toBe(false);
      expect(isProgramKey(before + after)).toBe(false);
      expect(isProgramKey(`${before}7${KEY.slice(place)}`)).toBe(false);
    }
    const wrong = ["", "kenes_", KEY.toLowerCase(), ` ${KEY}`, `${KEY}\n`, KEY.slice(6)];
    expect(wrong.filter(isProgramKey)).toEqual([]);
  });

  test("is not drawn from too few bytes", () => {
    expect(() => drawProgramKey(new Uint8Array(KEY_BYTES - 1))).toThrow(RangeError);
    expect(CHECK_LETTERS).toBe(7);
  });
});

const ENTERED = { name: " Website ", role: "editor", steps: false, expires: "2026-12-31" };
const read = (more: object, languages: string[] = []) =>
  readKeyWanted({ ...ENTERED, ...more }, languages, ["ru", "kk", "en"], "2026-11-29");
const faultsIn = (result: ReturnType<typeof read>) =>
  "faults" in result ? result.faults.map(({ pointer }) => pointer) : [];

describe("what a form asks for", () => {
  test("is read", () => {
    expect(read({})).toEqual({
      wanted: { name: "Website", role: "editor", steps: false, expires: "2026-12-31" },
    });
    expect(read({ role: "translator" }, ["kk", "de"])).toMatchObject({
      wanted: { role: "translator", languages: ["kk"] },
    });
  });

  test.each([
    [{ name: "" }, "/name"],
    [{ name: "a <b>" }, "/name"],
    [{ name: "Kenes" }, "/name"],
    [{ role: "owner" }, "/role"],
    [{ role: "" }, "/role"],
    [{ role: "translator" }, "/languages"],
    [{ expires: "" }, "/expires"],
    [{ expires: "2026-11-28" }, "/expires"],
    [{ expires: "2027-11-30" }, "/expires"],
    [{ expires: "2027-02-29" }, "/expires"],
    [{ expires: "tomorrow" }, "/expires"],
  ])("is refused: %o", (more, pointer) => {
    expect(faultsIn(read(more))).toEqual([pointer]);
  });

  test("tells every fault at once", () => {
    expect(faultsIn(read({ name: "", role: "king", expires: "" }))).toEqual([
      "/name",
      "/role",
      "/expires",
    ]);
  });

  test("may last from today to a year from now", () => {
    expect(faultsIn(read({ expires: "2026-11-29" }))).toEqual([]);
    expect(faultsIn(read({ expires: "2027-11-29" }))).toEqual([]);
    expect(lastDayFrom("2028-02-29")).toBe("2029-02-28");
  });
});

const KEY_ROLES = ROLES.filter((role): role is KeyWanted["role"] => role !== "owner");

describe("what a key may do", () => {
  test("is never more than its role and its maker may, and steps only where both were meant", () => {
    for (const role of KEY_ROLES) {
      for (const maker of ROLES) {
        for (const steps of [false, true]) {
          for (const action of ACTIONS) {
            const expected =
              action === "lifecycle"
                ? steps && maker === "owner"
                : may(role, action) && may(maker, action);
            expect([role, maker, steps, action, mayByKey({ role, steps }, maker, action)]).toEqual([
              role,
              maker,
              steps,
              action,
              expected,
            ]);
          }
        }
      }
    }
  });

  test("no key has the team", () => {
    const any = KEY_ROLES.some((role) => mayByKey({ role, steps: true }, "owner", "team"));
    expect(any).toBe(false);
  });

  test("in languages: those that both have", () => {
    const languages = (key: object, maker: object) =>
      languagesByKey(key as KeyWanted, maker as KeyWanted);
    expect(languages({ role: "editor" }, { role: "owner" })).toBeUndefined();
    expect(languages({ role: "translator", languages: ["kk"] }, { role: "owner" })).toEqual(["kk"]);
    expect(languages({ role: "editor" }, { role: "translator", languages: ["ru"] })).toEqual([
      "ru",
    ]);
    expect(
      languages(
        { role: "translator", languages: ["kk", "en"] },
        { role: "translator", languages: ["en"] },
      ),
    ).toEqual(["en"]);
  });
});
