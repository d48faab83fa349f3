import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import { isDrawable } from "../language/drawable.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { shortened } from "../page/shortened.ts";
import { fill, formatDay } from "../text.ts";
import { wrapped } from "./wrapped.ts";

interface Props extends Reader {
  consultation: Consultation;
  calendar: Calendar;
}

/** As large as previews of links are; what is nearer to an edge than this may be cut off by them. */
const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 80];
/** The five points of the scale, as on the pages in light (web/style/base/colours.css). */
const POINTS = ["#e2eeee", "#b3d3d5", "#79b0b5", "#34757f", "#0f424d"];
const [TEXT, SOFT, ACCENT] = ["#1a1f22", "#55606a", "#12505c"];
/** The widest letter that a line is counted with, in parts of its size. */
const LETTER = 0.6;
const [MOST_TITLE, MOST_LINE] = [150, 66];
/** Sizes of a title, and how long one of that size may be. */
const SIZES = [
  { size: 72, letters: 60 },
  { size: 60, letters: 100 },
  { size: 50, letters: MOST_TITLE + 1 },
];

/** What previews of a link show of a consultation; where it is drawn says only what stays true. */
export function ConsultationPicture({ language, text, consultation, calendar }: Props) {
  const reader = { language, text };
  const title = shortened(textOf(saidIn(reader, consultation, consultation.title)), MOST_TITLE);
  const { size } = SIZES.find(({ letters }) => title.length <= letters) ?? SIZES.at(-1)!;
  const isMirrored = text.direction === "rtl";
  // The engine that makes a picture of it knows of no direction: a line is held by the end it begins at.
  const at = isMirrored
    ? { x: WIDTH - MARGIN, "text-anchor": "end" as const }
    : { x: MARGIN, "text-anchor": "start" as const };
  /** Letters of both directions on a line, in the order in which they are read there. */
  const inOrder = (line: string) => (isMirrored ? `\u202B${line}\u202C` : line);
  const lines = wrapped(title, Math.floor((WIDTH - 2 * MARGIN) / (LETTER * size)));
  const who = whoWords(reader, consultation);
  const when = whenWords(reader, calendar, consultation.timeZone);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      font-family="DejaVu Sans, sans-serif"
    >
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      <text {...at} y={96} font-size={36} font-weight={700} fill={ACCENT}>
        Kenes
      </text>
      {lines.map((line, place) => (
        <text
          key={place}
          {...at}
          y={150 + Math.round((place + 0.8) * 1.2 * size)}
          font-size={size}
          font-weight={700}
          fill={TEXT}
        >
          {inOrder(line)}
        </text>
      ))}
      {isDrawable(who) ? (
        <text {...at} y={506} font-size={30} fill={SOFT}>
          {inOrder(who)}
        </text>
      ) : null}
      {isDrawable(when) ? (
        <text {...at} y={556} font-size={32} font-weight={700} fill={ACCENT}>
          {inOrder(when)}
        </text>
      ) : null}
      {POINTS.map((fill, place) => (
        <rect
          key={fill}
          x={((isMirrored ? POINTS.length - 1 - place : place) * WIDTH) / POINTS.length}
          y={HEIGHT - 32}
          width={WIDTH / POINTS.length}
          height={32}
          fill={fill}
        />
      ))}
    </svg>
  );
}

/** Who asks, in one line. */
function whoWords(reader: Reader, consultation: Consultation): string {
  const { organiser } = consultation;
  if (organiser === undefined) return "";
  const name = textOf(saidIn(reader, consultation, organiser.name));
  const sentence = fill(reader.text.about.consultation.askedBy, { name });
  return shortened(sentence.replace(/\.$/, ""), MOST_LINE);
}

/**
 * Until when answers are taken, or were. Messengers keep a preview for as long as they keep the message
 * that it stands in, so nothing of it may become untrue: neither "open" nor "paused" nor "last day".
 */
function whenWords({ language, text }: Reader, calendar: Calendar, timeZone: string): string {
  const { picture } = text.home;
  const { lastDay, opensAt, state } = calendar;
  if (state === "scheduled") {
    return fill(picture.from, { day: formatDay(language, dayIn(timeZone, new Date(opensAt))) });
  }
  if (lastDay === undefined) return picture.endless;
  const isClosed = state === "counting" || state === "too-few" || state === "final";
  const words = isClosed ? picture.closed : picture.until;
  return fill(words, { day: formatDay(language, lastDay) });
}
