import { PICTURE, pathOf } from "../../domain/paths.ts";
import { isDrawable } from "../language/drawable.ts";
import type { Reader } from "../language/reader.ts";
import { type Said, textOf } from "../language/said.tsx";
import { partsOf, type Piece } from "../page/prose-parts.ts";
import { pageTitle } from "../page/page-title.ts";
import type { Shared } from "../page/shared-head.tsx";

/** A consultation as the head of a page about it names it. */
export interface Headed {
  id: string;
  title: Said;
  summary: Said;
  atRisk: boolean;
}

/**
 * The title of a page about a consultation, `page` being which. Guarantee: where taking part may be
 * dangerous all pages have one and the same title, which says nothing. It stands in the browser's bar,
 * where others look on, in its history, and in whatever is synchronised between devices.
 */
export const titleAbout = (
  { text }: Pick<Reader, "text">,
  { atRisk, title }: Headed,
  page?: string,
): string => (atRisk ? text.rate.page.title : pageTitle(page, textOf(title)));

/**
 * What such a page tells those who pass it on. Where taking part may be dangerous, something is said all
 * the same, and it says nothing: left to themselves, messengers show the first heading and sentence.
 */
export function sharedAbout(
  { text }: Pick<Reader, "text">,
  origin: string,
  consultation: Headed,
  page?: string,
): Shared {
  const { id, title, summary, atRisk } = consultation;
  if (atRisk) {
    return { origin, title: text.rate.page.title, description: text.common.neutralDescription };
  }
  return {
    origin,
    title: page === undefined ? textOf(title) : `${page} – ${textOf(title)}`,
    description: plainWords(textOf(summary)),
    picture: hasPicture(consultation) ? pathOf(PICTURE, { id }) : undefined,
  };
}

/** Whether there is a picture of it: never at risk, and only in letters that its font has. */
export const hasPicture = ({ atRisk, title }: Pick<Headed, "atRisk" | "title">): boolean =>
  !atRisk && isDrawable(textOf(title));

/** A text with paragraphs and lists as one line. */
const plainWords = (text: string): string =>
  partsOf(text)
    .flatMap((part) => ("paragraph" in part ? [part.paragraph] : part.list))
    .map((pieces) => pieces.map(wordsOf).join(""))
    .join(" ");

const wordsOf = (piece: Piece): string => (typeof piece === "string" ? piece : piece.shown);
