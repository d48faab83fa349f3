import type { MiddlewareHandler } from "hono";
import { catalogueFor } from "../../web/language/catalogue.ts";
import { fill } from "../../web/text.ts";
import { languageOf } from "./request.ts";

/**
 * Says in the title of a page that refuses a form that something is wrong: the title is what a screen reader
 * says first. Here, for all of them: a page knows of its refusal in its middle, when its head is drawn.
 */
export const refusedTitle: MiddlewareHandler = async (context, next) => {
  await next();
  const { status, headers } = context.res;
  if (status < 400 || headers.get("Content-Type")?.startsWith("text/html") !== true) return;
  const html = await context.res.text();
  const { error } = catalogueFor(languageOf(context.req.raw)).rate.titles;
  const refused = html.includes('class="error-summary"')
    ? html.replace(/(?<=<title>)[^<]*/, (title) => fill(error, { title }))
    : html;
  context.res = new Response(refused, context.res);
};
