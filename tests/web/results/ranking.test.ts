import { describe, expect, test } from "vitest";
import { CATALOGUES, LANGUAGES } from "../../support/languages.ts";
import { noiseBytes } from "../../../functions/jobs/noise-bytes.ts";
import { cardOf, cellOf, consultation, embedOf, made, NO_NOISE, pageOf, wordsOf } from "./made.ts";

/* Ranks as they are printed: among what is ranked, shared where means are equal, within their ranges. */

const COUNT = consultation().recommendations.length;
const CODES = consultation().recommendations.map(({ code }) => code);

/** So many who rated high and so many who rated low. */
const row = (high: number, low: number) => [low, 0, 0, 0, high, 0, 0];
const rows = (make: (place: number) => number[]) => CODES.map((_, place) => make(place));

const release = (of: number[][], noise = NO_NOISE) =>
  made({ cells: { public: cellOf(of) }, noise });
const top = (html: string) => html.includes('class="top-five"');

describe("where all are rated alike", () => {
  const alike = release(rows(() => row(60, 40)));

  test("no five are picked out of the catalogue, and the page says that there is no order", () => {
    for (const html of [pageOf(alike), embedOf(alike)]) {
      expect(top(html)).toBe(false);
      expect(wordsOf(html)).toContain("No order can be told from these answers");
    }
    expect(embedOf(alike)).not.toContain("<li>");
  });

  test("all share the first rank, and are said to", () => {
    expect(cardOf(alike, CODES[0]!)).toContain(
      `Public: rank 1 of ${COUNT}, shared with ${COUNT - 1} others, between 1 and ${COUNT}.`,
    );
  });
});

test("where the ranges say nothing no highest priorities are named", () => {
  const html = pageOf(release(rows((place) => row(60 + place, 40))));
  expect(top(html)).toBe(false);
  expect(wordsOf(html)).toContain("No order can be told from these answers");
});

test("a list does not choose between the fifth and the sixth when they are rated alike", () => {
  const html = pageOf(release(rows((place) => (place < 4 ? row(900, 100) : row(500, 500)))));
  expect(top(html)).toBe(false);
  expect(wordsOf(html)).toContain("The fifth place is shared");
});

test("five that are set apart are named in their order, each with its rank", () => {
  const html = pageOf(release(rows((place) => row(100 + 50 * place, 1_000 - 50 * place))));
  const list = html.split('class="top-five"')[1]!.split("</section>")[0]!;
  const named = [...list.matchAll(/<span class="code">(\w+)</g)].map(([, code]) => code);
  expect(named).toEqual(CODES.toReversed().slice(0, 5));
  expect(wordsOf(list)).toContain("The 5 highest priorities");
  expect(wordsOf(list)).toContain(`rank 1 of ${COUNT}`);
  expect(wordsOf(list)).toMatch(/86\.4% of the public \(n\s≈\s1,100\)/);
});

describe("where only some have a mean", () => {
  // Every ballot stands in every row: whoever did not rate skipped.
  const skipped = [1, 0, 0, 0, 4, 0, 9];
  const some = release(rows((place) => (place < 3 ? row(14 - place, place) : skipped)));

  test("ranks are said to be among those, and no highest priorities are named", () => {
    expect(some.ranked.public).toBe(3);
    const html = pageOf(some);
    expect(top(html)).toBe(false);
    expect(wordsOf(html)).toContain(`Only 3 of ${COUNT} recommendations have enough ratings`);
    expect(cardOf(some, CODES[0]!)).toContain("Public: rank 1 among the 3 with a mean, between 1");
    expect(html).not.toMatch(/rank \d+ of/);
    expect(wordsOf(html)).toContain("Rank with the public, 1–3");
  });

  test("experts with means of few ratings are ranked among those that enough of them rated", () => {
    const experts = made({
      cells: { expert: cellOf(rows((place) => (place < 2 ? row(12 - place, 0) : row(3, 2)))) },
    });
    expect(cardOf(experts, CODES[0]!)).toContain(
      "Experts: rank 1 among the 2 that at least 10 rated, shared with 1 other, between 1 and 2.",
    );
  });
});

test("every rank that is printed lies in its range, whatever the noise", () => {
  let printed = 0;
  for (let seed = 0; seed < 12; seed++) {
    const noise = noiseBytes(new Uint8Array(32).fill(seed), "ranks");
    const size = [15, 40, 120, 600][seed % 4]!;
    const noisy = release(
      rows((place) => row(size + 3 * place, size)),
      noise,
    );
    const ranked = noisy.ranked.public;
    for (const [, rank, range] of pageOf(noisy).matchAll(
      /Public: rank (\d+) (?:of|among)[^<]*?(between \d+ and \d+)?\./g,
    )) {
      const [from, to] = range?.match(/\d+/g)?.map(Number) ?? [Number(rank), Number(rank)];
      expect(Number(rank)).toBeGreaterThanOrEqual(from!);
      expect(Number(rank)).toBeLessThanOrEqual(to!);
      expect(to!).toBeLessThanOrEqual(ranked);
      printed += 1;
    }
  }
  expect(printed).toBeGreaterThan(100);
});

test.each(LANGUAGES)("no text in %s calls a rank or a share sure", (language) => {
  const words = (value: unknown): string =>
    typeof value === "string"
      ? value
      : Object.values(value ?? {})
          .map(words)
          .join("\n");
  expect(words(CATALOGUES[language].results)).not.toMatch(
    /\bsure(ly)?\b|наверняка|надёжно|точно известно|сөзсіз|сенімді/i,
  );
});
