/*
 * Draws what follows the answers, and afterwards changes of it only what has changed: what has the focus
 * keeps it, and what is read out stays in its place. The components are those that the server draws with
 * Preact; in the pages' bundle this file is their `preact/jsx-runtime` (vite.config.ts). Of Preact they
 * need this much, and all of it would be more than a third of the script.
 */

type Props = Record<string, unknown>;
type Component = (props: Props) => unknown;

/** Text, or an element. Nothing is drawn as an empty text, so that what follows it keeps its place. */
type Drawn = string | { type: string; props: Props; inner: Drawn[] };

/** What a component says: what the compiler makes of JSX calls this. @public */
export const jsx = (type: string | Component, props: Props) => ({ type, props });
/** @public */
export { jsx as jsxs };
/** @public */
export const Fragment: Component = ({ children }) => children;

/** What is drawn in a place. */
const drawn = new WeakMap<Element, Drawn[]>();

/** Draws into a place; what the server drew there goes. A `ref` is called once its element is there. */
export function draw(what: unknown, place: Element): void {
  const refs: (() => void)[] = [];
  const before = drawn.get(place);
  if (before === undefined) place.textContent = "";
  const after = flat(what);
  change(place, before ?? [], after, refs);
  drawn.set(place, after);
  for (const call of refs) call();
}

function flat(what: unknown): Drawn[] {
  if (Array.isArray(what)) return what.flatMap(flat);
  if (typeof what !== "object" || what === null) {
    return [typeof what === "string" || typeof what === "number" ? String(what) : ""];
  }
  const { type, props } = what as ReturnType<typeof jsx>;
  if (typeof type === "function") return flat(type(props));
  const { children = [], ...rest } = props;
  return [{ type, props: rest, inner: flat(children) }];
}

/** What else stands in a place, put there by others, stands behind and stays. */
function change(place: Element, before: Drawn[], after: Drawn[], refs: (() => void)[]): void {
  after.forEach((now, index) => {
    const was = before[index];
    let node = place.childNodes[index];
    const stays = was !== undefined && typeOf(was) === typeOf(now);
    if (!stays) {
      const made = typeof now === "string" ? new Text() : document.createElement(now.type);
      if (node === undefined) place.append(made);
      else node.replaceWith(made);
      node = made;
    }
    if (typeof now === "string") {
      if (!stays || was !== now) node!.nodeValue = now;
      return;
    }
    const old = stays && typeof was === "object" ? was : { props: {}, inner: [] };
    setAll(node as HTMLElement, old.props, now.props, refs);
    change(node as HTMLElement, old.inner, now.inner, refs);
  });
  for (const _ of before.slice(after.length)) place.childNodes[after.length]!.remove();
}

const typeOf = (one: Drawn): string => (typeof one === "string" ? "" : one.type);

function setAll(element: HTMLElement, was: Props, now: Props, refs: (() => void)[]): void {
  for (const name of Object.keys({ ...was, ...now })) {
    const value = now[name];
    if (value === was[name]) continue;
    if (name === "ref") {
      // An element that stays may have had one that what is drawn now has not.
      if (typeof value === "function") refs.push(() => value(element));
    }
    // Events, the text of a field and "not to be translated" are properties.
    else if (/^on|^(value|translate)$/.test(name)) {
      Object.assign(element, { [name.toLowerCase()]: value ?? null });
    } else if (value === undefined || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}
