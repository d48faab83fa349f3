import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  commentLine,
  escaped,
  spssLabel,
  spssValueLabel,
  stataLabel,
  stataValueLabel,
} from "../../../domain/export/quoting.ts";

/** Everything that ends a string or begins a command somewhere, in whatever order. */
const attack = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."'\"`\\$\n\r\t\0/*.!;%{}",
        "''",
        "\"'",
        "\u2028",
        "\uD800",
        "😀",
        "Қ",
        "اب",
      ),
      fc.constantFrom(
        " EXECUTE. ",
        "`=exit()'",
        "\"'",
        "$HOME",
        "// x",
        "/* x",
        "*/",
        "\\u{22}",
        "…",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 300 },
  )
  .map((parts) => parts.join(""));

describe("a text of an organiser never ends the string that it stands in", () => {
  test("in SPSS: one line in single quotes, of which only pairs are inside, within the limits", () => {
    fc.assert(
      fc.property(attack, (text) => {
        for (const [made, most] of [
          [spssLabel(text), 255],
          [spssValueLabel(text), 120],
        ] as const) {
          expect(made).toMatch(/^'(?:[^'\p{Cc}\u2028\u2029]|'')*'$/u);
          const inside = made.slice(1, -1).replaceAll("''", "'");
          expect(Buffer.byteLength(inside)).toBeLessThanOrEqual(most);
        }
      }),
    );
    expect(spssLabel('it\'s "so"\n.')).toBe("'it''s \"so\" .'");
  });

  test("in Stata: nothing that expands, quotes or begins a comment", () => {
    fc.assert(
      fc.property(attack, (text) => {
        for (const made of [stataLabel(text), stataValueLabel(text)]) {
          expect(made).toMatch(/^"[^"'`$\\\p{Cc}\u2028\u2029]*"$/u);
          expect(made).not.toMatch(/\/[/*]|\*\//);
        }
        expect([...stataLabel(text)].length).toBeLessThanOrEqual(82);
      }),
    );
  });

  test("in R and Python: ASCII, in which only what we escape begins with a backslash", () => {
    fc.assert(
      fc.property(attack, (text) => {
        const made = escaped(text);
        expect(made).toMatch(
          /^"(?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\]|\\u[0-9a-f]{4}|\\U[0-9a-f]{8})*"$/,
        );
        // Read back it is the text in one line.
        const read = made
          .slice(1, -1)
          .replace(
            /\\(?:u(.{4})|U(.{8})|(.))/g,
            (_, four, eight, plain: string | undefined) =>
              plain ?? String.fromCodePoint(Number.parseInt(String(four ?? eight), 16)),
          );
        const line = text.toWellFormed().replace(/[\p{Cc}\u2028\u2029\s]+/gu, " ");
        expect(read).toBe(line.trim());
      }),
    );
  });

  test("in a comment: one line without quotes, strokes or stars", () => {
    fc.assert(
      fc.property(attack, (text) => {
        expect(commentLine(text)).not.toMatch(/["'`\\/*.$!\n\r\u2028]/);
      }),
    );
  });
});
