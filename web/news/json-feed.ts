import type { Feed } from "./feed.ts";

/** A feed as JSON Feed 1.1 has it (jsonfeed.org/version/1.1). */
export const jsonFeedOf = (feed: Feed): string =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.json,
    description: feed.subtitle,
    authors: [{ name: feed.author }],
    language: feed.language,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.address,
      title: entry.title,
      content_text: entry.text,
      date_published: entry.at,
      date_modified: entry.updated,
      tags: entry.tags,
    })),
  });
