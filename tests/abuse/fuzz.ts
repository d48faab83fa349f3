import fc from "fast-check";
import { addressOf, BOUNDARY, multipart, type Place, TYPES } from "./good.ts";
import { FIELDS, MARK, PIECES, TEXTS } from "./hostile.ts";
import type { Way } from "./ways.ts";

/** How a request differs from the right one; what it is sent to is drawn with it. */
export interface Drawn {
  way: number;
  method: string;
  pieces: readonly (string | undefined)[];
  query: readonly (readonly [string, string])[];
  headers: readonly (readonly [string, string])[];
  right: "right" | "none" | "broken";
  type: string | undefined;
  body: {
    how: "right" | "cut" | "spliced" | "bytes" | "json" | "fields";
    at: number;
    with: unknown;
  };
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"];
const HEADERS = [
  ..."Range If-None-Match If-Match If-Modified-Since Accept Accept-Language Origin".split(" "),
  ..."Sec-Fetch-Site Content-Encoding Idempotency-Key X-Forwarded-Host Cookie Accept-Encoding".split(
    " ",
  ),
  ..."Authorization Content-Length Prefer Referer User-Agent Forwarded".split(" "),
];
const QUERIES = [
  ..."lang limit after page from to with chart size format url recommendation addressee".split(" "),
  ..."corrects recorded passkey via about filter group hook number q left done token".split(" "),
];

const hostile = fc.constantFrom(...Object.values(TEXTS));
const text = fc.oneof(hostile, fc.string({ unit: "binary", maxLength: 40 }), fc.string());
const value = fc.oneof(text, fc.jsonValue({ maxDepth: 4 }), fc.double(), fc.bigInt().map(String));
const often = <Value>(
  arbitrary: fc.Arbitrary<Value>,
  of: number,
): fc.Arbitrary<Value | undefined> => fc.option(arbitrary, { nil: undefined, freq: of });

/** Requests at these ways, each drawn apart from the others. */
export const requestsAt = (ways: readonly Way[]): fc.Arbitrary<Drawn> =>
  fc.constantFrom(...ways.keys()).chain((way) => {
    const { method } = ways[way]!;
    return fc.record({
      way: fc.constant(way),
      method: fc.oneof({ arbitrary: fc.constant(method), weight: 9 }, fc.constantFrom(...METHODS)),
      pieces: fc.array(often(fc.oneof(fc.constantFrom(...PIECES), text.map(encoded)), 1), {
        minLength: 3,
        maxLength: 3,
      }),
      query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...QUERIES), text), text), {
        maxLength: 4,
      }),
      headers: fc.array(fc.tuple(fc.constantFrom(...HEADERS), text.map(latin)), { maxLength: 2 }),
      right: fc.constantFrom("right", "right", "right", "right", "none", "broken"),
      type: often(
        fc.oneof(fc.constantFrom<string>(...Object.values(TYPES), "text/plain"), text.map(latin)),
        1,
      ),
      body: fc.record({
        how: fc.constantFrom("right", "cut", "spliced", "bytes", "json", "fields", "fields"),
        at: fc.nat(400),
        with: fc.oneof(
          value,
          fc.dictionary(fc.oneof(fc.constantFrom(...FIELDS), text), value, { maxKeys: 12 }),
        ),
      }),
    });
  }) as fc.Arbitrary<Drawn>;

/** What can stand in an address, or in a header: the rest never leaves whoever sends it. */
const encoded = (one: string): string => encodeURIComponent(one.toWellFormed()).slice(0, 2_000);
const latin = (one: string): string =>
  one.replace(/[^\u0020-\u007e\u00a0-\u00ff]/g, "").slice(0, 2_000);

/** The address and query of a drawn request. */
export function drawnPath(way: Way, { pieces, query }: Drawn): string {
  const names = [...way.path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const parts = Object.fromEntries(
    names.flatMap((name, at) => (pieces[at] === undefined ? [] : [[name, pieces[at]]])),
  );
  const asked = query.map(([name, one]) => `${encoded(name)}=${encoded(one)}`).join("&");
  return addressOf(way, parts) + (asked === "" ? "" : `?${asked}`);
}

/** The body of a drawn request, where its method has one. */
export function drawnBody(way: Way, place: Place, good: Uint8Array | undefined, { body }: Drawn) {
  const right = Buffer.from(good ?? "");
  const more = body.with;
  const token = place.right.token === undefined ? {} : { csrf: place.right.token };
  switch (body.how) {
    case "right":
      return right;
    case "cut":
      return right.subarray(0, body.at);
    case "spliced": {
      const at = Math.min(body.at, right.length);
      return Buffer.concat([right.subarray(0, at), Buffer.from(textOf(more)), right.subarray(at)]);
    }
    case "bytes":
      return Buffer.from(textOf(more), body.at % 2 ? "latin1" : "utf16le");
    case "json":
      return Buffer.from(JSON.stringify(more) ?? MARK);
    case "fields":
      return Buffer.from(
        fieldsOf(way, { ...(way.json as object), ...way.fields, ...objectOf(more), ...token }),
      );
  }
}

const textOf = (one: unknown): string =>
  typeof one === "string" ? one : String(JSON.stringify(one));
const objectOf = (one: unknown): object =>
  typeof one === "object" && one !== null && !Array.isArray(one) ? one : { code: one };

function fieldsOf(way: Way, all: Record<string, unknown>): string {
  if (way.body === "json") return JSON.stringify(all);
  const texts = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, textOf(one)]));
  if (way.body === "parts") return multipart(texts).replaceAll("\u0000", BOUNDARY.slice(0, 1));
  return new URLSearchParams(
    Object.entries(texts).map(([name, one]) => [name.toWellFormed(), one.toWellFormed()]),
  ).toString();
}
