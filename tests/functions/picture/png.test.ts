import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pngOf, TooManyPictures } from "../../../functions/picture/png.ts";
import { isDrawable } from "../../../web/language/drawable.ts";
import { lettersOf } from "./letters-of.ts";
import { readPng, sizeOf } from "./read-png.ts";

const drawing = (inside: string, width = 120, height = 40) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>`;

/** How many pixels are dark. */
const inkOf = (png: Uint8Array): number => {
  const { pixels } = readPng(png);
  let ink = 0;
  for (let at = 0; at < pixels.length; at += 4) if (pixels[at]! < 128) ink += 1;
  return ink;
};

const word = (text: string, more = "") =>
  drawing(`<text x="4" y="28" font-size="24" font-family="No Such Font" ${more}>${text}</text>`);

test("a drawing becomes a picture of so many pixels for each of its own, the same each time", async () => {
  const first = await pngOf(drawing('<rect x="10" y="10" width="20" height="20" fill="#000"/>'), 3);
  expect(readPng(first)).toMatchObject({ width: 360, height: 120 });
  expect(inkOf(first)).toBe(60 * 60);
  expect(
    await pngOf(drawing('<rect x="10" y="10" width="20" height="20" fill="#000"/>'), 3),
  ).toEqual(first);
});

test("words are drawn in every script that we speak, bold ones bolder, whatever font they name", async () => {
  for (const text of ["council", "совет", "кеңес Ұ", "oʻzbek", "مجلس"]) {
    expect(isDrawable(text)).toBe(true);
    const [plain, bold] = [await pngOf(word(text)), await pngOf(word(text, 'font-weight="700"'))];
    expect(inkOf(plain), text).toBeGreaterThan(200);
    expect(inkOf(bold), text).toBeGreaterThan(1.15 * inkOf(plain));
  }
});

test("what is called drawable has a letter in both weights of the font", () => {
  const fonts = ["DejaVuSansCondensed", "DejaVuSansCondensed-Bold"].map((name) =>
    lettersOf(readFileSync(`node_modules/dejavu-fonts-ttf/ttf/${name}.ttf`)),
  );
  // Isolates of direction are heard and never seen.
  const seen = Array.from({ length: 0xffff }, (_, code) => code).filter(
    (code) => code >= 0x20 && (code < 0x2066 || code > 0x2069),
  );
  const boxes = seen.filter(
    (code) => isDrawable(String.fromCodePoint(code)) && !fonts.every((font) => font.has(code)),
  );
  expect(boxes).toEqual([]);
  expect(isDrawable("議会")).toBe(false);
  expect(isDrawable("👍")).toBe(false);
});

test("a picture is made once and never too large, and one too many is refused", async () => {
  const same = drawing('<circle r="9"/>');
  const [one, other] = await Promise.all([pngOf(same), pngOf(same)]);
  expect(other).toBe(one);
  expect(await pngOf(same)).toBe(one);

  const [width, height] = sizeOf(await pngOf(drawing("", 3000, 8000), 2));
  expect(width * height).toBeLessThan(6_020_000);
  expect(height / width).toBeCloseTo(8 / 3, 2);
  await expect(pngOf("<svg", 1)).rejects.toThrow();
  const asked = await Promise.allSettled(
    Array.from({ length: 12 }, (_, place) => pngOf(drawing("", 10 + place), 1)),
  );
  const refused = asked.filter((each) => each.status === "rejected");
  expect(refused).toHaveLength(4);
  expect(refused.every((each) => each.reason instanceof TooManyPictures)).toBe(true);
  // And then they are made again.
  await pngOf(drawing("", 22), 1);
});
