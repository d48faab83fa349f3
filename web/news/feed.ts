/** A feed as data, from which each of its formats is written: so that they say the same. */
import { licenceOf } from "../../domain/consultation/licence.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { MOST_NEWS, newsFor, type Wanted } from "../../domain/news/news.ts";
import { type NewsEvent, newsId } from "../../domain/news/event.ts";
import { pageOf } from "../../domain/news/page-of.ts";
import { FEED_ATOM, FEED_JSON, pathOf, RESULTS } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill } from "../text.ts";
import { addresseeName, eventWords } from "./event-words.ts";
import { withWanted } from "./follow-links.ts";

export interface FeedEntry {
  id: string;
  title: string;
  /** Plain text. */
  text: string;
  /** Where people read about it. */
  address: string;
  at: string;
  updated: string;
  tags: readonly string[];
}

export interface Feed {
  title: string;
  subtitle: string;
  /** Its own addresses, and the page that it is about. */
  atom: string;
  json: string;
  page: string;
  language: string;
  author: string;
  /** Where it is said under what it may be used. */
  licence: string;
  updated: string;
  entries: readonly FeedEntry[];
}

interface Input extends Reader {
  origin: string;
  consultation: Consultation;
  /** All of it, the newest first. */
  news: readonly NewsEvent[];
  wanted: Wanted;
  /** Whether ballots or official responses were made up to try Kenes out. */
  madeUp: boolean;
}

/** The newest news of what is wanted, in the reader's language. */
export function feedOf({ origin, consultation, news, wanted, madeUp, ...reader }: Input): Feed {
  const { language, text } = reader;
  const { id } = consultation;
  const said = (texts: Consultation["title"]) => textOf(saidIn(reader, consultation, texts));
  const title = said(consultation.title);
  const about = [
    wanted.recommendation,
    wanted.addressee && addresseeName(reader, consultation, wanted.addressee),
  ].filter((one) => one !== undefined);
  const own = (path: string) => origin + withWanted(pathOf(path, { id, lang: language }), wanted);
  const events = newsFor(news, wanted).slice(0, MOST_NEWS);
  const host = new URL(origin).hostname;
  return {
    title: fill(about.length === 0 ? text.news.feedTitle : text.news.feedTitleOf, {
      title,
      about: about.join(", "),
    }),
    subtitle: [...(madeUp ? [text.council.madeUp] : []), text.news.feedSubtitle].join(" "),
    atom: own(FEED_ATOM),
    json: own(FEED_JSON),
    page: origin + pathOf(RESULTS, { id, lang: language }),
    language,
    author: consultation.organiser ? said(consultation.organiser.name) : "Kenes",
    licence: licenceOf(consultation).address,
    updated: updatedAt(consultation, events),
    entries: events.map((event): FeedEntry => {
      const { title, paragraphs } = eventWords(reader, consultation, event);
      return {
        id: newsId(host, id, event),
        title,
        text: paragraphs.join("\n\n"),
        address: origin + pageOf(id, event, language),
        at: event.at,
        updated: event.updated,
        tags: [
          event.kind,
          ...(event.about ? [event.about.recommendation, event.about.addressee] : []),
        ],
      };
    }),
  };
}

/**
 * When anything last changed: an event, or the wording, which stands in what is told. Before any of that, the day
 * of the report.
 */
export const updatedAt = (
  { source, corrections = [] }: Pick<Consultation, "source" | "corrections">,
  events: readonly Pick<NewsEvent, "updated">[],
): string =>
  [
    `${source.date}T00:00:00Z`,
    ...corrections.map(({ at }) => at),
    ...events.map(({ updated }) => updated),
  ].reduce((last, one) => (Date.parse(one) > Date.parse(last) ? one : last));
