/** The days of a consultation as a file for calendars (RFC 5545). */
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { CalendarDay } from "../../domain/news/days.ts";
import { pathOf, RATE, RECOMMENDATION } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill, formatMoment } from "../text.ts";
import { addresseeName, recommendationTitle } from "./event-words.ts";

interface Input extends Reader {
  origin: string;
  consultation: Consultation;
  days: readonly CalendarDay[];
  /** Whether official responses were made up to try Kenes out. */
  madeUp: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Longest line, in octets, without its end. */
const LONGEST = 75;

/** Every line of the file, folded and ended. */
export function iCalendarOf({ origin, consultation, days, madeUp, ...reader }: Input): string {
  const { text } = reader;
  const title = textOf(saidIn(reader, consultation, consultation.title));
  const called = fill(text.news.calendar.name, { title });
  const name = escaped(madeUp ? `${called} (${text.council.madeUpShort})` : called);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Kenes//Kenes//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${name}`,
    `X-WR-CALNAME:${name}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    ...days.flatMap((day) => eventOf({ origin, consultation, ...reader }, title, day)),
    ...(days.length === 0 ? UNDATED : []),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A calendar has at least one component: where no day is known, it says what UTC is. */
const UNDATED = [
  "BEGIN:VTIMEZONE",
  "TZID:UTC",
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0000",
  "TZOFFSETTO:+0000",
  "END:STANDARD",
  "END:VTIMEZONE",
];

function eventOf(
  { origin, consultation, ...reader }: Omit<Input, "days" | "madeUp">,
  title: string,
  day: CalendarDay,
): string[] {
  const { id, timeZone } = consultation;
  const { language, text } = reader;
  const words = text.news.calendar;
  const about = {
    code: day.about?.recommendation ?? "",
    addressee:
      day.about === undefined ? "" : addresseeName(reader, consultation, day.about.addressee),
  };
  const moment = day.kind === "promise" ? "" : formatMoment(language, day.moment, timeZone);
  const [summary, description, path] =
    day.kind === "promise"
      ? [
          fill(words.promise, about),
          [
            recommendationTitle(reader, consultation, about.code),
            fill(words.promiseText, about),
            title,
          ].join("\n"),
          RECOMMENDATION,
        ]
      : day.kind === "opening"
        ? [fill(words.opening, { title }), fill(words.openingText, { moment }), RATE]
        : [fill(words.closing, { title }), fill(words.closingText, { moment }), RATE];
  const address = origin + pathOf(path, { id, lang: language, code: about.code });
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(`${id}/${day.key}@${new URL(origin).hostname}`)}`,
    `DTSTAMP:${utc(Date.parse(day.changedAt))}`,
    `SEQUENCE:${day.sequence}`,
    ...spanOf(day),
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(`${description}\n${address}`)}`,
    `URL:${address}`,
    `STATUS:${day.kind === "promise" && !day.awaited ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

/**
 * A promised day is a whole day wherever one is. Closing is the hour that ends with it: at a midnight it stands so
 * on the last day, and not on the one after, on which whoever looks comes too late.
 */
function spanOf(day: CalendarDay): string[] {
  if (day.kind === "promise") {
    const next = new Date(Date.parse(day.day) + DAY_MS).toISOString().slice(0, 10);
    return [`DTSTART;VALUE=DATE:${digits(day.day)}`, `DTEND;VALUE=DATE:${digits(next)}`];
  }
  const at = Date.parse(day.moment);
  return day.kind === "opening"
    ? [`DTSTART:${utc(at)}`]
    : [`DTSTART:${utc(at - HOUR_MS)}`, `DTEND:${utc(at)}`];
}

const digits = (iso: string): string => iso.replace(/[-:]/g, "");

/** A moment in UTC, to the second. */
const utc = (at: number): string => `${digits(new Date(at).toISOString().slice(0, 19))}Z`;

/** A value of the type TEXT. Of control characters none may stand in it but a line's end, which is written out. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?!\n)\p{Cc}/gu, "")
    .replace(/[\\;,]/g, "\\$&")
    .replaceAll("\n", "\\n");

/** A line in parts of at most 75 octets, each after the first with a space before it; no letter is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const letter of line) {
    const length = octetsOf(letter.codePointAt(0)!);
    if (octets + length > LONGEST) {
      parts.push(part);
      [part, octets] = [" ", 1];
    }
    part += letter;
    octets += length;
  }
  return [...parts, part].join("\r\n");
}

/** How many octets a code point has in UTF-8. */
const octetsOf = (point: number): number =>
  point < 0x80 ? 1 : point < 0x8_00 ? 2 : point < 0x1_00_00 ? 3 : 4;
