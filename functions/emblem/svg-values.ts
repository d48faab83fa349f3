/** What the attributes of a kept SVG may say: a closed list of names, and of each only letters that can do nothing. */

/** Where a shape is, and how it looks (SVG 2). All that runs, loads, links or waits is left out. */
const ATTRIBUTES = new Set(
  (
    "d points x y x1 y1 x2 y2 cx cy r rx ry fx fy fr width height viewBox transform offset " +
    "gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits dx dy " +
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin " +
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity color stop-color stop-opacity " +
    "clip-path clip-rule mask display visibility font-family font-size font-weight font-style " +
    "text-anchor letter-spacing id href"
  ).split(" "),
);

/** Places where an element names another one: by `url(#…)`, or by a bare `#…`. */
const REFERENCE = /^(?:url\(\s*["']?#([\w.-]+)["']?\s*\)|#([\w.-]+))$/;

/** No colon, so no address; no quotation mark, no stroke backwards, no `<`, no `&`. */
const PLAIN = /^[\p{L}\d\s.,%#()+_-]*$/u;

/** What may stand before a bracket. */
const FUNCTIONS = /^(?:rgba?|hsla?|matrix|translate|scale|rotate|skewX|skewY)$/;

/** A value that is kept: its text, or the id that it names. */
export type Kept = { text: string } | { id: string };

/** What of an attribute is kept; `undefined` for one that is not. */
export function keptValue(name: string, value: string): Kept | undefined {
  if (!ATTRIBUTES.has(name)) return undefined;
  const text = value.replace(/\s+/g, " ").trim();
  const [, byUrl, bare] = REFERENCE.exec(text) ?? [];
  if (name === "href") return bare === undefined ? undefined : { id: bare };
  if (byUrl !== undefined) return { id: byUrl };
  const plain = name === "font-family" ? text.replaceAll(/["']/g, "") : text;
  if (!PLAIN.test(plain)) return undefined;
  const called = [...plain.matchAll(/([\p{L}\d_-]*)\s*\(/gu)].map(([, one]) => one!);
  return called.every((one) => FUNCTIONS.test(one)) ? { text: plain } : undefined;
}

/** The declarations of a `style`, each as an attribute: drawing programs write colours so. */
export const declarationsOf = (style: string): [name: string, value: string][] =>
  style.split(";").flatMap((one): [string, string][] => {
    const at = one.indexOf(":");
    if (at < 0) return [];
    return [
      [
        one.slice(0, at).trim(),
        one
          .slice(at + 1)
          .replace(/!important/i, "")
          .trim(),
      ],
    ];
  });

/**
 * The rules of a style sheet that name one class each, by the class; anything else in it is left out. Read by
 * hand: a sheet could load, and a reader of all of CSS could be led astray.
 */
export function classesOf(sheet: string): Map<string, [string, string][]> {
  const classes = new Map<string, [string, string][]>();
  // Divided and not matched: no sheet makes this slow.
  const bare = sheet.split("/*").map((part, place) => {
    if (place === 0) return part;
    const end = part.indexOf("*/");
    return end < 0 ? "" : part.slice(end + 2);
  });
  for (const rule of bare.join("").split("}")) {
    const [names = "", inner, ...more] = rule.split("{");
    if (inner === undefined || more.length > 0) continue;
    // What stands before, such as `@import …;`, is no name of a class.
    for (const name of names.slice(names.lastIndexOf(";") + 1).split(",")) {
      const [, one] = /^\s*\.([\w-]+)\s*$/.exec(name) ?? [];
      if (one === undefined) continue;
      classes.set(one, [...(classes.get(one) ?? []), ...declarationsOf(inner)]);
    }
  }
  return classes;
}
