/**
 * What a spreadsheet shows of a number, by its number format: ECMA-376 part 1, §18.8.30 (built-in formats)
 * and §18.8.31 (format codes). What depends on the program's own language is shown in the ISO form.
 */

import { type FormatPart, shownMoment } from "./moment-format.ts";

/** The built-in formats that every program shows alike, by number. */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: "General",
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  12: "# ?/?",
  13: "# ??/??",
  14: "yyyy-mm-dd",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy-mm-dd h:mm",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss",
  48: "##0.0E+0",
  49: "@",
};

/** A format that shows whatever it shows: no number in it can be told. */
const UNKNOWN = "?";

/** The code of a format that a file names by number; of one that nobody knows, one that tells nothing. */
export const formatOf = (number: number, own: ReadonlyMap<number, string>): string =>
  own.get(number) ?? BUILT_IN[number] ?? (isEastAsianDay(number) ? "yyyy-mm-dd" : UNKNOWN);

/** Days as Chinese, Japanese and Korean programs write them. */
const isEastAsianDay = (number: number): boolean =>
  (number >= 27 && number <= 36) || (number >= 50 && number <= 58);

/** A number in a format; `undefined` where that cannot be told without the program that wrote it. */
export function shownNumber(value: number, format: string, is1904: boolean): string | undefined {
  if (!Number.isFinite(value)) return undefined;
  const sections = sectionsOf(format);
  const chosen =
    value < 0
      ? (sections[1] ?? sections[0]!)
      : value === 0
        ? (sections[2] ?? sections[0]!)
        : sections[0]!;
  const parts = partsOf(chosen);
  if (parts === undefined) return undefined;
  // With a section of its own a negative number is shown without its sign.
  const size = value < 0 && sections.length > 1 ? -value : value;
  const codes = parts.flatMap((part) => ("code" in part ? [part.code] : [])).join("");
  if (/^general$/i.test(codes)) return withText(parts, () => general(size));
  if (/[ymdhs]/i.test(codes)) return value < 0 ? undefined : shownMoment(size, parts, is1904);
  return plain(size, parts, codes);
}

/** The sections of a format: positive, negative, zero, text. */
const sectionsOf = (format: string): string[] => {
  const sections = [""];
  for (const [token] of format.matchAll(/"[^"]*"|\\.|\[[^\]]*\]|[^]/gu)) {
    if (token === ";") sections.push("");
    else sections.push(sections.pop()! + token);
  }
  return sections;
};

const TOKEN =
  /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|general|am\/pm|a\/p|y+|m+|d+|h+|s+(?:\.0+)?|[#0?.,%]+|E[+-]0+|[^]/giu;

/** A section taken apart; `undefined` where something in it is not known. */
function partsOf(section: string): FormatPart[] | undefined {
  const parts: FormatPart[] = [];
  for (const [token, quoted, escaped, bracket] of section.matchAll(TOKEN)) {
    if (quoted !== undefined || escaped !== undefined) parts.push({ literal: quoted ?? escaped! });
    else if (token.startsWith("_")) parts.push({ literal: " " });
    else if (token.startsWith("*")) continue;
    else if (bracket !== undefined) {
      const [, sign] = /^\$([^-]*)/.exec(bracket) ?? [];
      const isColour = /^(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)$/i.test(
        bracket,
      );
      if (sign === undefined && !isColour) return undefined;
      if (sign) parts.push({ literal: sign });
    } else if (/^E/i.test(token) || token.includes("?")) return undefined;
    else if (/^(?:general|am\/pm|a\/p|[ymdhs]+(?:\.0+)?|[#0.,%]+|@)$/i.test(token))
      parts.push({ code: token });
    else parts.push({ literal: token });
  }
  return parts;
}

/** As many digits as a cell of usual width shows; beyond them powers of ten. */
function general(value: number): string | undefined {
  if (Math.abs(value) >= 1e11) return undefined;
  const text = String(Number(value.toPrecision(11)));
  return text.includes("e") ? undefined : text;
}

const withText = (parts: readonly FormatPart[], number: () => string | undefined) => {
  const text = number();
  return text === undefined
    ? undefined
    : parts
        .map((part) => ("code" in part ? text : part.literal))
        .join("")
        .trim();
};

function plain(value: number, parts: readonly FormatPart[], codes: string): string | undefined {
  if (codes === "@") return general(value);
  if (codes === "") return parts.map((part) => ("literal" in part ? part.literal : "")).join("");
  const digits = parts.filter((part) => "code" in part && /[#0]/.test(part.code));
  // A number in two pieces, such as a telephone's, or in thousands.
  if (digits.length !== 1 || /[^#0.,%]|,(?:\.|%|$)/.test(codes)) return undefined;
  const [whole = "", decimals = ""] = codes.replaceAll("%", "").split(".");
  const scaled = codes.includes("%") ? value * 100 : value;
  const exact = Number(scaled.toPrecision(15));
  let text = Math.abs(exact).toFixed(Math.min(decimals.length, 20));
  if (decimals.includes("#")) {
    const least = decimals.replace(/#+$/, "").length;
    while (text.includes(".") && text.split(".")[1]!.length > least && text.endsWith("0"))
      text = text.slice(0, -1);
    text = text.replace(/\.$/, "");
  }
  const [front = "", behind] = text.split(".");
  const least = whole.replace(/[^0]/g, "").length;
  const padded = front.padStart(least, "0");
  const grouped = whole.includes(",") ? padded.replace(/\B(?=(\d{3})+$)/g, "\u00A0") : padded;
  const number = behind === undefined ? grouped : `${grouped}.${behind}`;
  const sign = exact < 0 && Number(text) !== 0 ? "-" : "";
  return (
    sign +
    parts
      .map((part) => ("literal" in part ? part.literal : part.code.replace(/[#0.,]+/, number)))
      .join("")
      .trim()
  );
}
