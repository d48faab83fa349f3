import type { Consultation } from "../../../domain/consultation/definition.ts";
import { KAZAKHSTAN } from "../../support/world.ts";

/* What stands in the head of a page. */

/** A consultation of which no head says anything. */
export const AT_RISK: Consultation = {
  ...KAZAKHSTAN,
  id: "at-risk",
  disclosure: "at-risk",
  release: { every: "day" },
  experts: undefined,
};

export const titleIn = (html: string) => plain(/<title>(.*?)<\/title>/s.exec(html)![1]!);
/** What a `meta` of a name says. */
export const said = (html: string, name: string): string | undefined => {
  const [element] =
    new RegExp(`<meta (?:"[^"]*"|[^">])*"${name}"(?:"[^"]*"|[^">])*>`).exec(html) ?? [];
  return element && plain(/content="([^"]*)"/.exec(element)![1]!);
};
const plain = (html: string) =>
  html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
/** Where links of a kind lead. */
export const addresses = (html: string, rel: string) =>
  [...html.matchAll(new RegExp(`<link rel="${rel}"[^>]*href="([^"]*)"`, "g"))].map(([, to]) => to);
