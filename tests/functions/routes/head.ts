/* What stands in the head of a page. */

export const titleIn = (html: string) => plain(/<title>(.*?)<\/title>/s.exec(html)![1]!);
/** What a `meta` of a name says. */
export const said = (html: string, name: string): string | undefined => {
  const [element] =
    new RegExp(`<meta (?:"[^"]*"|[^">])*"${name}"(?:"[^"]*"|[^">])*>`).exec(html) ?? [];
  return element && plain(/content="([^"]*)"/.exec(element)![1]!);
};
const plain = (html: string) =>
  html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
/** Where links of a kind lead, but for feeds, which have tests of their own. */
export const addresses = (html: string, rel: string) =>
  [...html.matchAll(new RegExp(`<link rel="${rel}"[^>]*href="([^"]*)"`, "g"))]
    .map(([, to]) => to!)
    .filter((to) => !/\/feed\.(atom|json)\?/.test(to));
