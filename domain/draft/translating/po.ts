/**
 * Texts as a PO file, the format of GNU gettext (its manual, "The Format of PO Files"): the place is the
 * entry's context, and a text that no longer fits its original is marked `fuzzy`.
 */
import { type Language, readLanguage } from "../../language.ts";
import type { Incoming } from "./decide.ts";
import type { TextRow } from "./rows.ts";

/** What the head of a file says. */
interface Head {
  consultation: string;
  original: Language;
  language: Language;
}

const SOURCE = "X-Source-Language";

/** The file. `named` says what people call a place. */
export function writePo(
  rows: readonly TextRow[],
  { consultation, original, language }: Head,
  named: (place: string) => string,
): string {
  const head = [
    `Project-Id-Version: ${consultation}`,
    `Language: ${language}`,
    `${SOURCE}: ${original}`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
  ];
  const entries = rows.map(({ place, original: text, translation, state }) =>
    [
      `#. ${named(place).replaceAll("\n", " ")}`,
      ...(state === "needs-review" ? ["#, fuzzy"] : []),
      `msgctxt ${quoted(place)}`,
      `msgid ${quoted(text)}`,
      `msgstr ${quoted(translation)}`,
    ].join("\n"),
  );
  const first = `msgid ""\nmsgstr ${quoted(head.map((line) => `${line}\n`).join(""))}`;
  return [first, ...entries].map((entry) => `${entry}\n`).join("\n");
}

/** A text of several lines stands on as many, as gettext's own programs write it. */
function quoted(text: string): string {
  const escaped = (part: string) =>
    `"${part
      .replace(/["\\]/g, String.raw`\$&`)
      .replaceAll("\n", String.raw`\n`)
      .replaceAll("\r", String.raw`\r`)
      .replaceAll("\t", String.raw`\t`)}"`;
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [""];
  return lines.length === 1 ? escaped(lines[0]!) : ['""', ...lines.map(escaped)].join("\n");
}

/** Whether a text looks like a PO file. */
export const isPo = (text: string): boolean => /^\s*(#.*\s+)*msg(id|ctxt)\s+"/.test(text);

/** The texts of a file with the language that its head names; or the line that cannot be read. */
export function readPo(
  text: string,
): { language: Language | undefined; texts: Incoming[] } | { line: number } {
  const texts: Incoming[] = [];
  let language: Language | undefined;
  let entry = newEntry();
  const end = () => {
    if (entry.msgctxt === undefined && entry.msgid === "") {
      language = readLanguage(/^Language: *(.+)$/m.exec(entry.msgstr ?? "")?.[1]?.trim());
    } else if (entry.msgid !== undefined) {
      const { at, fuzzy: review, msgctxt: place = "", msgid: original, msgstr = "" } = entry;
      texts.push({ at, place, original, text: msgstr, review });
    }
    entry = newEntry();
  };
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = line.trim();
    const [, keyword = "", string] = LINE.exec(trimmed) ?? [];
    if (string !== undefined) {
      const begins = keyword === "msgctxt" || (keyword === "msgid" && entry.open !== "msgctxt");
      if (begins && entry.open !== undefined) end();
      if (keyword !== "" && !isPart(keyword)) return { line: index + 1 };
      if (keyword !== "") Object.assign(entry, { open: keyword, [keyword]: "" });
      if (entry.at === 0) entry.at = index + 1;
      if (entry.open === undefined) return { line: index + 1 };
      entry[entry.open] = (entry[entry.open] ?? "") + plain(string);
    } else if (trimmed.startsWith("#")) {
      // A remark belongs to what follows it.
      if (entry.open !== undefined) end();
      if (/^#,.*\bfuzzy\b/.test(trimmed)) entry.fuzzy = true;
    } else if (trimmed !== "") return { line: index + 1 };
  }
  end();
  return { language, texts };
}

const LINE = /^(?:(\w[\w[\]]*)\s+)?"((?:[^"\\]|\\.)*)"$/;

const PARTS = ["msgctxt", "msgid", "msgstr"] as const;
type PartName = (typeof PARTS)[number];
const isPart = (name: string): name is PartName => (PARTS as readonly string[]).includes(name);

/** An entry that is being read. */
interface Entry extends Partial<Record<PartName, string>> {
  at: number;
  fuzzy: boolean;
  open?: PartName;
}
const newEntry = (): Entry => ({ at: 0, fuzzy: false });

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t" };
const plain = (string: string): string =>
  string.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);
