/** An SVG as a tree of what of it is kept. */
import { readXml } from "../draft/import/xml.ts";
import { classesOf, declarationsOf, type Kept, keptValue } from "./svg-values.ts";

const ELEMENTS = new Set(
  (
    "svg g path rect circle ellipse line polyline polygon defs linearGradient radialGradient stop " +
    "clipPath mask use symbol title desc text tspan"
  ).split(" "),
);
/** Those whose text is shown, or read out. */
const WITH_TEXT = new Set(["title", "desc", "text", "tspan"]);

const MOST_ELEMENTS = 1_000;
const MOST_DEPTH = 24;
export interface Element {
  name: string;
  id: string | undefined;
  values: Map<string, Kept>;
  inner: (Element | string)[];
}

type Classes = ReturnType<typeof classesOf>;

/** The elements of the list with what of them is kept; all else is left out with everything in it. */
export function treeOf(source: string): Element | "too-large" | undefined {
  const top: Element = { name: "", id: undefined, values: new Map(), inner: [] };
  const open = [top];
  let [out, count] = [0, 0];
  let sheet: string | undefined;
  const sheets: string[] = [];
  const late: ((classes: Classes) => void)[] = [];
  let tooLarge = false;
  readXml(source, {
    open(name, attributes) {
      if (sheet !== undefined) throw new SyntaxError("a style sheet holds no elements");
      if (name === "style") sheet = "";
      if (out > 0 || name === "style" || !ELEMENTS.has(name)) return void out++;
      tooLarge ||= ++count > MOST_ELEMENTS || open.length > MOST_DEPTH;
      if (tooLarge) return void out++;
      const element: Element = { name, id: idIn(attributes), values: new Map(), inner: [] };
      open.at(-1)!.inner.push(element);
      open.push(element);
      // Classes wait for all of the style sheets.
      late.push((classes) => keep(element, attributes, classes));
    },
    close() {
      if (sheet !== undefined) sheets.push(sheet);
      sheet = undefined;
      if (out > 0) out--;
      else open.pop();
    },
    text(text) {
      if (sheet !== undefined) sheet += text;
      else if (out === 0 && WITH_TEXT.has(open.at(-1)!.name)) open.at(-1)!.inner.push(text);
    },
  });
  if (tooLarge) return "too-large";
  const classes = classesOf(sheets.join("\n"));
  for (const one of late) one(classes);
  const [root] = top.inner.filter((one) => typeof one !== "string");
  return root?.name === "svg" ? root : undefined;
}

const idIn = ({ id }: Record<string, string>): string | undefined =>
  id !== undefined && /^[\w.-]{1,100}$/.test(id) ? id : undefined;

/** What CSS would decide, in its order: attribute, class, style. */
function keep(element: Element, attributes: Record<string, string>, classes: Classes): void {
  const own = (attributes["class"] ?? "").split(/\s+/).flatMap((one) => classes.get(one) ?? []);
  const style = declarationsOf(attributes["style"] ?? "");
  for (const [name, value] of [...Object.entries(attributes), ...own, ...style]) {
    // `xlink:href` and `href` are one: the prefix depends on the program.
    const bare = name.slice(name.indexOf(":") + 1);
    if (bare !== name && bare !== "href") continue;
    const kept = keptValue(bare, value);
    if (kept !== undefined && bare !== "id") element.values.set(bare, kept);
  }
}
