/**
 * What the font of our pictures (functions/picture/engine.ts) has in both of its weights, apart from what
 * no text of ours has: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic and Georgian letters, the
 * points on them, digits, punctuation, money, arrows, shapes; and what only steers the direction.
 */
const LETTERS =
  /^[\u0300-\u034F\t\n\u0020-\u007E\u00A0-\u02E9\u0370-\u0377\u037A-\u037F\u0384-\u038A\u038C\u038E-\u03A1\u03A3-\u0525\u0531-\u0556\u0559-\u055F\u0561-\u0587\u0589\u058A\u05B0-\u05C3\u05D0-\u05EA\u05F0-\u05F4\u060C\u061B\u061F\u0621-\u063A\u0640-\u0655\u0660-\u0670\u0679-\u06BF\u06C6-\u06C8\u06CB\u06CC\u06D5\u06F0-\u06F9\u10D0-\u10FC\u1E00-\u1EFB\u2000-\u2064\u2066-\u2069\u20A0-\u20B5\u20B8-\u20BA\u20BD\u2100-\u2109\u2150-\u2185\u2190-\u22FF\u2500-\u269C]*$/;

/**
 * Whether a picture can be made of a text. Of other letters boxes would be drawn, which nobody can read;
 * a drawing (SVG), which is shown in the fonts of the reader, has all.
 */
export const isDrawable = (text: string): boolean => LETTERS.test(text);
