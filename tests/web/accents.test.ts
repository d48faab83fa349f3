import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { ACCENTS } from "../../domain/consultation/look.ts";

/* Contrast is computed from the sheets themselves (WCAG 2.2, 1.4.3 and 1.4.11), for each colour in light and dark. */

const BASE = resolve(import.meta.dirname, "../../web/style/base");
const sheet = (name: string) => readFile(join(BASE, name), "utf8");
const DARK = "prefers-color-scheme: dark";

type Colours = Record<string, string>;
/** The custom properties of a rule, after the mark of a scheme or before it. */
function ruleOf(css: string, selector: string, isDark: boolean): Colours {
  const at = css.indexOf(DARK);
  const part = isDark ? css.slice(at) : css.slice(0, at);
  const from = part.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`there is no rule for ${selector}`);
  const inner = part.slice(from, part.indexOf("}", from));
  return Object.fromEntries(
    [...inner.matchAll(/--([\w-]+): (#[0-9a-f]+);/g)].map((m) => [m[1]!, m[2]!]),
  );
}

/** Relative luminance of a colour. */
function luminance(colour: string): number {
  const digits =
    colour.length === 4
      ? colour
          .slice(1)
          .match(/./g)!
          .map((one) => one + one)
      : colour.slice(1).match(/../g)!;
  const [red, green, blue] = digits.map((two) => {
    const part = Number.parseInt(two, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
};

test("the sum is that of the standard", () => {
  expect(contrast("#fff", "#000000")).toBe(21);
  expect(contrast("#767676", "#fff")).toBeCloseTo(4.54, 2);
});

test.each([false, true])("each colour is read on every ground, in the dark: %s", async (isDark) => {
  const [colours, accents] = [await sheet("colours.css"), await sheet("accents.css")];
  const usual = ruleOf(colours, ":root", isDark);
  const all = {
    usual,
    ...Object.fromEntries(
      ACCENTS.map((one) => [one, ruleOf(accents, `[data-accent="${one}"]`, isDark)]),
    ),
  };
  const faults = Object.entries(all).flatMap(([name, own]) => {
    const { accent, page, surface, "on-accent": onAccent } = { ...usual, ...own } as Colours;
    return (
      [
        ["page", page!, accent!],
        ["surface", surface!, accent!],
        ["button", accent!, onAccent!],
      ] as const
    )
      .filter(([, one, other]) => contrast(one, other) < 4.5)
      .map(([ground, one, other]) => `${name} on ${ground}: ${contrast(one, other).toFixed(2)}`);
  });
  expect(faults).toEqual([]);
  // No two are the same, and none is taken for a refusal.
  const values = Object.values(all).map(({ accent }) => accent);
  expect(new Set([...values, usual["bad"]]).size).toBe(values.length + 1);
});

test("there is no colour in the sheet that no consultation can have", async () => {
  const names = [...(await sheet("accents.css")).matchAll(/\[data-accent="(\w+)"\]/g)].map(
    (m) => m[1],
  );
  expect(new Set(names)).toEqual(new Set(ACCENTS));
});
