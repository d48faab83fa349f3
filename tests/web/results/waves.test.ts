import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { wavesOf } from "../../../domain/release/waves.ts";
import { catalogueFor } from "../../../web/language/catalogue.ts";
import { ReadBy } from "../../../web/language/reader.ts";
import { WaveNote } from "../../../web/respondent/wave-note.tsx";
import { Waves } from "../../../web/results/waves.tsx";
import { cellOf, consultation, made, withFew } from "./made.ts";

const LOW = [40, 80, 120, 100, 60, 0, 0];
const HIGH = [16, 24, 60, 160, 140, 0, 0];

const waveOf = (id: string, rows: number[][], { final = true, ...change }: Change = {}) => {
  const definition = withFew(rows.length, { id, release: { every: "week" }, ...change });
  const release = made({ definition, final, cells: { public: cellOf(rows) } });
  return { consultation: definition, release };
};
type Change = Partial<Consultation> & { final?: boolean };

function shown(language: string, now: ReturnType<typeof waveOf>, place = 0): string {
  const then = waveOf("then", [LOW, LOW]);
  const pair = wavesOf(then, now)[place]!;
  const reader = { language, text: catalogueFor(language) };
  return renderToString(
    h(ReadBy, { value: reader }, h(Waves, { pair, earlier: then, later: now })),
  );
}

describe.each(["en", "ru", "kk"])("two waves in %s", (language) => {
  const { waves } = catalogueFor(language).council;
  const rose = shown(language, waveOf("now", [HIGH, LOW]));

  test("stand side by side, with the way to the earlier one and what may be said", () => {
    expect(rose).toContain(`href="/c/then/r/W1?lang=${language}"`);
    expect(rose).toContain(waves.higher);
    expect(rose).toContain(waves.intro);
    expect(rose).not.toMatch(/\{\w+\}|undefined|NaN/);
    // Of the experts nothing is told in either: no line of theirs.
    expect(rose.match(/<tr>/g)).toHaveLength(2);
  });

  test("are said to be alike, or not to be compared and why", () => {
    expect(shown(language, waveOf("now", [HIGH, LOW]), 1)).toContain(waves.alike);
    const open = shown(language, waveOf("now", [HIGH, LOW], { final: false }));
    expect(open).toContain(waves.because["not-final"]);
    expect(open).not.toContain(waves.higher);
    const [one, ...others] = consultation().recommendations;
    const recommendations = [{ ...one!, title: { ...one!.title, en: "Another" } }, ...others];
    expect(shown(language, waveOf("now", [HIGH, LOW], { recommendations }))).toContain(
      waves.because["wording-changed"],
    );
    const few = [[1, 1, 1, 1, 1, 0, 0], LOW];
    expect(shown(language, waveOf("now", few))).toContain(waves.because.hidden);
  });

  test("name the languages that were translated anew", () => {
    const [one, ...others] = consultation().recommendations;
    const recommendations = [{ ...one!, title: { ...one!.title, kk: "Басқа" } }, ...others];
    const html = shown(language, waveOf("now", [HIGH, LOW], { recommendations }));
    expect(html).toContain("Қазақша");
    expect(html).toContain(waves.higher);
  });

  test("lead to each other, and nowhere where there is none", () => {
    const reader = { language, text: catalogueFor(language) };
    const note = (earlier: Consultation | undefined, later: readonly Consultation[]) =>
      renderToString(h(ReadBy, { value: reader }, h(WaveNote, { earlier, later })));
    const other = (id: string) => consultation({ id });
    expect(note(undefined, [])).toBe("");
    const both = note(other("before"), [other("one"), other("two")]);
    for (const path of ["/c/before/results", "/c/one", "/c/two"]) {
      expect(both).toContain(`href="${path}?lang=${language}"`);
    }
  });
});
