import type { Calendar } from "../../domain/consultation/calendar.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { PreviewPicture } from "../page/preview-picture.tsx";
import { shortened } from "../page/shortened.ts";
import { fill, formatDay } from "../text.ts";

interface Props extends Reader {
  consultation: Consultation;
  calendar: Calendar;
}

const MOST_LINE = 66;
/** Sizes of a title, and how long one of that size may be. */
const SIZES = [
  { size: 72, letters: 60 },
  { size: 60, letters: 100 },
  { size: 50, letters: 150 },
];

/** What previews of a link show of a consultation; where it is drawn says only what stays true. */
export function ConsultationPicture({ language, text, consultation, calendar }: Props) {
  const reader = { language, text };
  return (
    <PreviewPicture
      text={text}
      title={textOf(saidIn(reader, consultation, consultation.title))}
      top={150}
      sizes={SIZES}
      lines={[
        { y: 506, size: 30, words: whoWords(reader, consultation) },
        {
          y: 556,
          size: 32,
          words: whenWords(reader, calendar, consultation.timeZone),
          bold: true,
        },
      ]}
    />
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
