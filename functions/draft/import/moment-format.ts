/** A piece of a format: a code that stands for something, or text as it is. */
export type FormatPart = { code: string } | { literal: string };

const DAY = 86_400_000;

/** A day and an hour, counted in days from the beginning of 1900 or 1904. */
export function shownMoment(
  value: number,
  parts: readonly FormatPart[],
  is1904: boolean,
): string | undefined {
  if (value >= 2_958_466) return undefined;
  // Lotus 1-2-3 took 1900 for a leap year, and so does every spreadsheet since: day 60 is none.
  if (!is1904 && value >= 60 && value < 61) return undefined;
  const start = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, value < 60 ? 31 : 30);
  const at = new Date(start + Math.round((value * DAY) / 1000) * 1000);
  const isHalf = parts.some((part) => "code" in part && /^a/i.test(part.code));
  const hours = at.getUTCHours();
  const hour = isHalf ? hours % 12 || 12 : hours;
  const two = (number: number, code: string) =>
    String(number).padStart(Math.min(2, code.length), "0");
  let before = "";
  const texts = parts.map((part, index): string | undefined => {
    if ("literal" in part) return part.literal;
    const { code } = part;
    const first = code[0]!.toLowerCase();
    const next = parts.slice(index + 1).find((one) => "code" in one && /^[ymdhs]/i.test(one.code));
    const isMinute =
      first === "m" &&
      code.length <= 2 &&
      (before === "h" || (next !== undefined && "code" in next && /^s/i.test(next.code)));
    before = /[ymdhs]/.test(first) ? first : before;
    switch (first) {
      case "y":
        return code.length <= 2
          ? String(at.getUTCFullYear()).slice(-2)
          : String(at.getUTCFullYear());
      case "m":
        if (isMinute) return two(at.getUTCMinutes(), code);
        return code.length <= 2 ? two(at.getUTCMonth() + 1, code) : undefined;
      case "d":
        return code.length <= 2 ? two(at.getUTCDate(), code) : undefined;
      case "h":
        return two(hour, code);
      case "s":
        return code.includes(".") ? undefined : two(at.getUTCSeconds(), code);
      case "a":
        return hours < 12 ? "AM" : "PM";
      default:
        return /^[.,]+$/.test(code) ? code : undefined;
    }
  });
  if (texts.every((text) => text !== undefined)) return texts.join("").trim();
  // The name of a month or a day is in the program's language: the day is said as everybody can read it.
  const isNamed = parts.some((part) => "code" in part && /^[md]{3,}$/i.test(part.code));
  return isNamed ? at.toISOString().slice(0, 10) : undefined;
}
