/** What stands at the beginning of a line of a pasted text and says that an item of a list begins. */

/** A mark, and the text behind it. */
export interface Marked {
  /** `n1` for a number, `n2` for one below it (`1.1`), `letter`, or the bullet itself. */
  style: string;
  /** The number as it stands there, such as `1.1`; empty for any other mark. */
  number: string;
  /** How far the line is set in; a tab counts as eight. */
  indent: number;
  text: string;
}

// `1.`, `1)`, `(1)`, `1.1.`, `1.1` and so on: of one number alone a point or a bracket belongs to it.
const NUMBER =
  /^(?:\((\d{1,3}(?:\.\d{1,3}){0,3})\)|(\d{1,3}(?:\.\d{1,3}){1,3})[.)]?|(\d{1,3})[.)])(?=\s)\s*/u;
const LETTER = /^(?:\((\p{L}|[ivx]{1,4})\)|(?:\p{Ll}|[ivx]{1,4})\))\s+/u;
const BULLET = /^([-–—•*·‣▪▫◦●○■□►▸➢➤✓✔❖§\uF0B7\uF0A7\uF0D8\uF0FC\uF02D])\s+/u;
/** Word writes its second bullet as a small letter, with much room behind it. */
const ROUND = /^o(?:\t|\s{2,})\s*/u;

/** Reads the mark of a line; `undefined` where it has none. */
export function readMark(line: string): Marked | undefined {
  const [lead = ""] = /^\s*/u.exec(line)!;
  const indent = [...lead].reduce((sum, one) => sum + (one === "\t" ? 8 : 1), 0);
  const rest = line.slice(lead.length);
  const marked = (style: string, found: RegExpExecArray, number = "") => ({
    style,
    number,
    indent,
    text: rest.slice(found[0].length).trim(),
  });
  const number = NUMBER.exec(inAscii(rest));
  if (number !== null) {
    const plain = number[1] ?? number[2] ?? number[3]!;
    return marked(`n${plain.split(".").length}`, number, plain);
  }
  const letter = LETTER.exec(rest);
  if (letter !== null) return marked("letter", letter);
  const bullet = BULLET.exec(rest);
  if (bullet !== null) return marked(bullet[1]!, bullet);
  const round = ROUND.exec(rest);
  return round === null ? undefined : marked("o", round);
}

/** The same of a line that begins with a number alone, as headings in reports do. */
export function readBareNumber(line: string): Marked | undefined {
  const [, number, text] = /^\s*(\d{1,2})\s+(\p{Lu}.*)$/u.exec(inAscii(line)) ?? [];
  return number === undefined || text === undefined
    ? undefined
    : { style: "n1", number, indent: 0, text: text.trim() };
}

/** Arabic and Persian digits as the ten that a mark is looked for in; as many units as before. */
const inAscii = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

const WORDS =
  "goal|objective|target|chapter|section|part|theme|topic|block|area|priority|annex|recommendations?|" +
  "цель|задача|раздел|глава|часть|тема|блок|направление|приоритет|приложение|рекомендаци[ия]|" +
  "мақсат|бөлім|тарау|тақырып|бағыт|ұсынымдар|maqsad|boʻlim|bob|qism|yoʻnalish|tavsiyalar|" +
  "ziel|kapitel|abschnitt|teil|thema|bereich|empfehlungen|objectif|chapitre|partie|axe|thème|" +
  "objetivo|capítulo|sección|parte|eje|hedef|bölüm|kısım|الهدف|الفصل|القسم|الباب|المحور|الجزء|ціль|розділ|cel|rozdział";
const NUMBERED = String.raw`(?:\p{Nd}+|[IVXLC]+|\p{Lu})`;
const HEADING = new RegExp(
  `^(?:#{1,6}\\s|(?:${WORDS})\\s*(?:№\\s*)?${NUMBERED}(?=[\\s.:–—-]|$)|${NUMBERED}[-\\s]?(?:${WORDS})(?=[\\s.:–—-]|$))`,
  "iu",
);

/** Whether a line names what follows, as "Goal 2" or "Раздел III. Воздух" does. */
export const isNamedHeading = (line: string): boolean =>
  HEADING.test(line.trim()) && line.trim().length <= 160;
