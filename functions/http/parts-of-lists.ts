import type { Context } from "hono";
import type { PartAsked } from "../../domain/contract/part.ts";

/** The way to the next part of a list (RFC 8288): the same address with another query; none where there is none. */
function nextLink({ req }: Context, query: Readonly<Record<string, string>>): { Link?: string } {
  const url = new URL(req.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return { Link: `<${url.pathname}${url.search}>; rel="next"` };
}

/** To the part after an entry; `undefined` where that was the last. */
export const nextPart = (
  context: Context,
  { limit }: PartAsked,
  last: string | number | undefined,
): { Link?: string } =>
  last === undefined ? {} : nextLink(context, { limit: String(limit), after: String(last) });

/** To the page after one of so many. */
export const nextPage = (context: Context, page: number, pages: number): { Link?: string } =>
  page < pages ? nextLink(context, { page: String(page + 1) }) : {};
