/**
 * An SVG taken apart and written anew from a list of what may be in it. Nothing is cleaned away: what is not in
 * the list is never written. So no script, no style sheet, no address, no other document, no animation, no
 * entity, and no drawing that grows out of a few lines when it is drawn.
 */
import { type Element, treeOf } from "./svg-tree.ts";

/** Most elements that are drawn when every one that names another stands for it. */
const MOST_DRAWN = 5_000;

/** The same drawing, written anew; why not, where it is none. */
export function rewriteSvg(bytes: Uint8Array): Uint8Array | "unreadable" | "too-large" {
  let root: Element | "too-large" | undefined;
  try {
    root = treeOf(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return "unreadable";
  }
  if (root === "too-large") return root;
  const size = root && sizeOf(root);
  if (root === undefined || size === undefined) return "unreadable";
  const byId = new Map<string, Element>();
  for (const one of everyOne(root)) {
    if (one.id !== undefined && !byId.has(one.id)) byId.set(one.id, one);
  }
  const drawn = drawnBy(root, byId);
  if (drawn === undefined) return "unreadable";
  if (drawn > MOST_DRAWN) return "too-large";
  // Ids of our own: none is left that a page could know, and none that is not used.
  const ids = new Map([...byId.keys()].map((id, place) => [id, `e${place}`]));
  const names = (one: Element) => (byId.get(one.id ?? "") === one ? ids.get(one.id!) : undefined);
  return new TextEncoder().encode(written(root, { ids, names, size }));
}

/** How large it is, in its own units: by its view box, else by its sides. */
function sizeOf({
  values,
}: Element): [x: number, y: number, width: number, height: number] | undefined {
  const textAt = (name: string) => {
    const kept = values.get(name);
    return kept !== undefined && "text" in kept ? kept.text : "";
  };
  const box = textAt("viewBox")
    .split(/[\s,]+/)
    .map(Number);
  const sides = ["width", "height"].map((name) => Number.parseFloat(textAt(name)));
  const four = box.length === 4 ? box : [0, 0, ...sides];
  const [x = NaN, y = NaN, width = NaN, height = NaN] = four;
  const isFine = [x, y].every((one) => Math.abs(one) <= 1e6) && width > 0 && height > 0;
  const ratio = width / height;
  return isFine && width <= 1e6 && height <= 1e6 && ratio <= 20 && ratio >= 1 / 20
    ? [x, y, width, height]
    : undefined;
}

function* everyOne(element: Element): Generator<Element> {
  yield element;
  for (const one of element.inner) if (typeof one !== "string") yield* everyOne(one);
}

/** How many elements are drawn, those that others name counted each time; `undefined` where they name each other in a ring. */
function drawnBy(root: Element, byId: ReadonlyMap<string, Element>): number | undefined {
  const known = new Map<Element, number>();
  const under = new Set<Element>();
  const count = (element: Element): number | undefined => {
    const before = known.get(element);
    if (before !== undefined) return before;
    if (under.has(element)) return undefined;
    under.add(element);
    let sum = 1;
    const named = [...element.values.values()].flatMap((kept) =>
      "id" in kept ? (byId.get(kept.id) ?? []) : [],
    );
    for (const one of [...element.inner.filter((inner) => typeof inner !== "string"), ...named]) {
      const inner = count(one);
      if (inner === undefined) return undefined;
      sum += inner;
    }
    under.delete(element);
    known.set(element, sum);
    return sum;
  };
  return count(root);
}

interface Writing {
  ids: ReadonlyMap<string, string>;
  names: (element: Element) => string | undefined;
  size: readonly number[];
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  // Signs that XML 1.0 has not are left out too.
  text.replaceAll(/[^\P{C}\n\t]/gu, "").replaceAll(/[&<>"]/g, (one) => ESCAPES[one]!);

function written(element: Element, writing: Writing, isRoot = true): string {
  const { name, values, inner } = element;
  const id = writing.names(element);
  const attributes = [...values].flatMap(([key, kept]): [string, string][] => {
    if (isRoot && ["width", "height", "viewBox", "x", "y"].includes(key)) return [];
    if ("text" in kept) return [[key, kept.text]];
    const to = writing.ids.get(kept.id);
    return to === undefined ? [] : [[key, key === "href" ? `#${to}` : `url(#${to})`]];
  });
  // What stands for nothing is nothing.
  if (name === "use" && !attributes.some(([key]) => key === "href")) return "";
  const [, , width, height] = writing.size;
  const own: [string, string][] = isRoot
    ? [
        ["xmlns", "http://www.w3.org/2000/svg"],
        ["viewBox", writing.size.join(" ")],
        ["width", String(width)],
        ["height", String(height)],
      ]
    : id === undefined
      ? []
      : [["id", id]];
  const all = [...own, ...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join("");
  const content = inner
    .map((one) => (typeof one === "string" ? escaped(one) : written(one, writing, false)))
    .join("");
  return content === "" ? `<${name}${all}/>` : `<${name}${all}>${content}</${name}>`;
}
