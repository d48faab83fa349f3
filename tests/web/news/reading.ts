import { expect } from "vitest";
import { readXml } from "../../../functions/draft/import/xml.ts";

/** An element as it was read. */
interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

/** Reads a whole document; throws at whatever is not well-formed. */
function readDocument(source: string): Element {
  const root: Element = { name: "", attributes: {}, text: "", children: [] };
  const open = [root];
  readXml(source, {
    open: (name, attributes) => {
      const element = { name, attributes, text: "", children: [] };
      open.at(-1)!.children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => void (open.at(-1)!.text += text),
  });
  expect(open).toHaveLength(1);
  return root.children[0]!;
}

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ABSOLUTE = /^(https?:\/\/[^\s]+|tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[^\s#]+)$/;

/** A feed by the rules of RFC 4287, 4.1 and 4.2, as far as they say what must stand where; what stands in it. */
export function readAtom(source: string) {
  const feed = readDocument(source);
  expect(feed.name).toBe("feed");
  expect(feed.attributes).toMatchObject({ xmlns: "http://www.w3.org/2005/Atom" });
  expect(feed.attributes["xml:lang"] ?? feed.attributes["lang"]).toBeDefined();
  const of = ({ children }: Element, name: string) => children.filter((one) => one.name === name);
  const one = (element: Element, name: string): string => {
    const found = of(element, name);
    expect(found.map((child) => child.name)).toEqual([name]);
    return found[0]!.text;
  };
  const link = (element: Element, rel: string): string => {
    const found = of(element, "link").filter(({ attributes }) => attributes["rel"] === rel);
    expect(found).toHaveLength(1);
    expect(found[0]!.attributes["href"]).toMatch(ABSOLUTE);
    return found[0]!.attributes["href"]!;
  };
  const common = (element: Element) => {
    const [id, title, updated] = [
      one(element, "id"),
      one(element, "title"),
      one(element, "updated"),
    ];
    expect(id).toMatch(ABSOLUTE);
    expect(title).not.toBe("");
    expect(updated).toMatch(DATE);
    return { id, title, updated };
  };
  expect(of(feed, "author").map((author) => one(author, "name"))).toHaveLength(1);
  const entries = of(feed, "entry").map((entry) => {
    const [content] = of(entry, "content");
    expect(content?.attributes["type"]).toBe("text");
    expect(content?.children).toEqual([]);
    const published = one(entry, "published");
    expect(published).toMatch(DATE);
    return { ...common(entry), published, address: link(entry, "alternate"), text: content!.text };
  });
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  return { ...common(feed), self: link(feed, "self"), page: link(feed, "alternate"), entries };
}

type Component = { name: string; lines: Record<string, string>; inner: Component[] };

/** A calendar by RFC 5545: octets, lines, folding, and what an event must have; what stands in it. */
export function readCalendar(source: string) {
  expect(source.endsWith("\r\n")).toBe(true);
  const physical = source.slice(0, -2).split("\r\n");
  for (const line of physical) {
    expect(line).not.toMatch(/[\r\n]/);
    // No line of more than 75 octets, and none that ends in half a letter.
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
  const lines: string[] = [];
  for (const line of physical) {
    if (line.startsWith(" ")) lines[lines.length - 1] += line.slice(1);
    else lines.push(line);
  }
  const root: Component = { name: "", lines: {}, inner: [] };
  const open = [root];
  for (const line of lines) {
    const [, name = "", value = ""] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    expect(name).not.toBe("");
    if (name === "BEGIN") {
      const component = { name: value, lines: {}, inner: [] };
      open.at(-1)!.inner.push(component);
      open.push(component);
    } else if (name === "END") expect(open.pop()!.name).toBe(value);
    else {
      // Each of these may stand once.
      expect(open.at(-1)!.lines).not.toHaveProperty(name);
      open.at(-1)!.lines[name] = value;
    }
  }
  expect(open).toHaveLength(1);
  const [calendar, ...more] = root.inner;
  expect([calendar?.name, more]).toEqual(["VCALENDAR", []]);
  expect(calendar!.lines).toMatchObject({
    VERSION: "2.0",
    PRODID: expect.stringMatching(/./) as string,
  });
  expect(calendar!.inner.length).toBeGreaterThan(0);
  const events = calendar!.inner
    .filter(({ name }) => name === "VEVENT")
    .map((event) => event.lines);
  for (const event of events) {
    expect(event).toMatchObject({
      UID: expect.stringMatching(/^\S+@\S+$/) as string,
      DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/) as string,
      SEQUENCE: expect.stringMatching(/^\d+$/) as string,
    });
    for (const text of [event["SUMMARY"]!, event["DESCRIPTION"]!]) {
      // Whatever has a meaning of its own is escaped.
      expect(text.replace(/\\[\\;,nN]/g, "")).not.toMatch(/[\\;,]/);
    }
  }
  expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
  return { name: unescaped(calendar!.lines["X-WR-CALNAME"]!), events };
}

/** A text as it was meant. */
export const unescaped = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === "n" ? "\n" : one));
