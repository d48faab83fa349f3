/** A piece of a line: words, or a link that may be followed. */
export type Piece = string | Link;

export interface Link {
  /** Where it leads. */
  to: string;
  /** What is shown of it: its host first, as the network knows it. */
  shown: string;
}

/** A paragraph, or a list with its items. */
export type Part = { paragraph: Piece[] } | { list: Piece[][] };

/** Longest end of an address, after its host, that is shown whole. */
const MOST_SHOWN = 40;

/**
 * A text of organisers in its parts: an empty line parts paragraphs, and lines that begin with "- "
 * are a list. Addresses that begin with https:// are links; nothing else is markup.
 */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  const endParagraph = () => {
    if (lines.length > 0) parts.push({ paragraph: piecesOf(lines.join(" ")) });
    lines = [];
  };
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line.startsWith("- ")) {
      endParagraph();
      const last = parts.at(-1);
      const item = piecesOf(line.slice(2).trim());
      if (last !== undefined && "list" in last) last.list.push(item);
      else parts.push({ list: [item] });
    } else if (line === "") endParagraph();
    else lines.push(line);
  }
  endParagraph();
  return parts;
}

/** A line with its links. */
export function piecesOf(text: string): Piece[] {
  return text.split(/(https:\/\/[^\s<>"“”«»]+)/).flatMap((piece, index): Piece[] => {
    if (index % 2 === 0) return piece === "" ? [] : [piece];
    // The end of a sentence is none of the address.
    const [, address = "", after = ""] = /^(.*?)([.,;:!?)\]’'،؛؟]*)$/u.exec(piece) ?? [];
    const link = linkOf(address);
    return link === undefined ? [piece] : after === "" ? [link] : [link, after];
  });
}

/**
 * The link to an address; `undefined` for anything but https, and for one with a name before its host,
 * which could be taken for the host. A host that is not ASCII is shown in punycode, so that no letter
 * of it can be taken for another.
 */
export function linkOf(address: string): Link | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return undefined;
  const end = url.pathname + url.search + url.hash;
  const shown = end === "/" ? "" : end.length > MOST_SHOWN ? `${end.slice(0, MOST_SHOWN)}…` : end;
  return { to: url.href, shown: url.host + shown };
}

/** The link for writing to an address of e-mail, where a text is nothing else. */
export const mailTo = (text: string): string | undefined =>
  /^[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text) ? `mailto:${text}` : undefined;
