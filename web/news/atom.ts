import type { Feed, FeedEntry } from "./feed.ts";

/** What may stand in no XML 1.0, escaped or not; half of a pair of code units too. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A text in an element or an attribute, whatever stands in it. */
const xml = (text: string): string =>
  text.replace(UNWRITABLE, "\u{FFFD}").replace(/[&<>"']/g, (one) => ESCAPES[one]!);

const element = (name: string, text: string): string => `<${name}>${xml(text)}</${name}>`;

/** A moment as RFC 3339 has it. */
const moment = (iso: string): string => new Date(iso).toISOString();

/** A feed as RFC 4287 has it. Everything in it is text; nothing is markup to whoever shows it. */
export const atomOf = (feed: Feed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.language)}">`,
    element("id", feed.atom),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", moment(feed.updated)),
    `<link rel="self" type="application/atom+xml" href="${xml(feed.atom)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${xml(feed.language)}" href="${xml(feed.page)}"/>`,
    `<link rel="license" href="${xml(feed.licence)}"/>`,
    `<author>${element("name", feed.author)}</author>`,
    element("generator", "Kenes"),
    ...feed.entries.map((entry) => entryOf(entry, feed.language)),
    "</feed>\n",
  ].join("\n");

const entryOf = (entry: FeedEntry, language: string): string =>
  [
    "<entry>",
    element("id", entry.id),
    element("title", entry.title),
    element("published", moment(entry.at)),
    element("updated", moment(entry.updated)),
    `<link rel="alternate" type="text/html" hreflang="${xml(language)}" href="${xml(entry.address)}"/>`,
    ...entry.tags.map((tag) => `<category term="${xml(tag)}"/>`),
    `<content type="text">${xml(entry.text)}</content>`,
    "</entry>",
  ].join("\n");
