import type { Consultation } from "../../domain/consultation/definition.ts";
import { CALENDAR_FILE, FEED_ATOM, FEED_JSON, pathOf } from "../../domain/paths.ts";
import type { Wanted } from "../../domain/news/news.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import type { FeedLink } from "../page/feed-link.ts";
import { fill } from "../text.ts";

/** An address narrowed to one addressee or recommendation. */
export function withWanted(address: string, wanted: Wanted): string {
  const more = Object.entries(wanted).flatMap(([name, code]) =>
    code === undefined ? [] : [`${name}=${encodeURIComponent(code)}`],
  );
  return more.length === 0 ? address : `${address}&${more.join("&")}`;
}

/** The addresses by which one follows a consultation, or a part of it. */
export const followLinks = (id: string, language: string, wanted: Wanted = {}) => {
  const at = (path: string) => withWanted(pathOf(path, { id, lang: language }), wanted);
  return { atom: at(FEED_ATOM), json: at(FEED_JSON), calendar: at(CALENDAR_FILE) };
};

/** The feeds of a consultation for the head of a page; none where following may be dangerous. */
export function feedsFor(
  reader: Reader,
  consultation: Pick<Consultation, "id" | "title" | "languages" | "disclosure">,
  wanted: Wanted = {},
): FeedLink[] {
  if (consultation.disclosure === "at-risk") return [];
  const { atom, json } = followLinks(consultation.id, reader.language, wanted);
  const title = fill(reader.text.news.feedTitle, {
    title: textOf(saidIn(reader, consultation, consultation.title)),
  });
  return [
    { type: "application/atom+xml", address: atom, title },
    { type: "application/feed+json", address: json, title },
  ];
}
