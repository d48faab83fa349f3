import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Reader } from "../../language/reader.ts";
import { saidIn, textOf } from "../../language/said.tsx";
import type { ResultsView } from "../facts/view.ts";
import { leftOutWords } from "../facts/left-out.ts";
import { meansInShort } from "../facts/words.ts";
import { embeddedRows } from "./embedded.ts";

/** Widths in pixels: of the column of the narrowest phone, and of one that most pages have elsewhere. */
export const [NARROW, USUAL] = [280, 500];

interface Shown extends Reader {
  consultation: Consultation;
  /** `undefined` before the first release. */
  view: ResultsView | undefined;
}

/** Pixels around and between what is shown, of a notice, of the key with its scale, and of a row besides its words. */
const [AROUND, NOTICE, KEY, ROW] = [90, 56, 84, 54];
/** What words leave free at the end of a line, in pixels. */
const RAGGED = 36;
/** Height of what stands there before the first release, in a narrow frame and in a usual one. */
const [NOTHING_NARROW, NOTHING_USUAL] = [560, 420];

/**
 * How high a frame of a width must be, so that its content fits without a script that asks: estimated by the
 * letters, in the widest font that a device may have. A test compares it with what browsers draw.
 */
export function frameHeight(shown: Shown, width: number): number {
  const { consultation, view, text } = shown;
  const said = (texts: typeof consultation.title) => textOf(saidIn(shown, consultation, texts));
  const room = width - 32;
  const { organiser, release } = consultation;
  const who = text.about.consultation.askedBy + text.about.consultation.title;
  const { results } = text;
  const leftOut = view && leftOutWords(view);
  const above =
    linesHeight(said(consultation.title), 15.5, 30, room) +
    linesHeight(who + (organiser === undefined ? "" : said(organiser.name)), 8.9, 25, room) +
    [
      ...(release.every === "demonstration" ? [results.demonstration] : []),
      ...(view?.release.simulated === true ? [results.simulated] : []),
      ...(view?.release.method === 1 ? [results.earlierMethod] : []),
      ...(leftOut === undefined ? [] : [leftOut]),
    ].reduce((sum, words) => sum + NOTICE + linesHeight(words, 10.4, 25, room - 37), 0);
  if (view === undefined) {
    return Math.ceil(AROUND + above + (width < USUAL ? NOTHING_NARROW : NOTHING_USUAL));
  }
  const rows = embeddedRows(view);
  const listed = rows.reduce(
    (sum, row) =>
      sum +
      ROW +
      linesHeight(textOf(row.said), 10.4, 25, room - 24) +
      linesHeight(meansInShort(view, row).join(" · "), 8.9, 25, room - 24),
    0,
  );
  // Why there are none, where there are none, is told in three sentences at most.
  const list = rows.length === 0 ? linesHeight("x".repeat(240), 8.9, 25, room) : KEY + listed;
  const below = linesHeight(results.notAVote, 8.9, 25, room) + 3 * 25 + 60;
  return Math.ceil(AROUND + above + list + below);
}

/** The height of a text whose letters are on average so wide; words leave room at the ends of lines. */
export const linesHeight = (text: string, letter: number, line: number, room: number): number =>
  Math.ceil((text.length * letter * (1 + RAGGED / room)) / room + 0.15) * line;
