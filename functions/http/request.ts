import { type Language, readLanguage } from "../../domain/language.ts";
import { nearest, PAGE_LANGUAGES } from "../../web/language/catalogue.ts";
import type { Problem } from "../../domain/problem.ts";
import { type Receipt, readReceipt } from "../../domain/ballot/receipt.ts";
import { hasBodyOf } from "./body-type.ts";
import { hasRepeatedKey } from "./repeated-key.ts";

/** Most bytes of a request body. A ballot has a few hundred; the rest is room for long codes. */
const MOST_BYTES = 64 * 1024;

/** Most languages of a browser that are looked at. */
const MOST_PREFERRED = 20;

/**
 * The language of a request among those that there are, the first of which is the usual one: `?lang=`,
 * else the first that the browser names and that there is, or one that its readers can read.
 */
export function languageOf(
  request: Request,
  among: readonly Language[] = PAGE_LANGUAGES,
): Language {
  const asked = new URL(request.url).searchParams.get("lang");
  // As our own links have it; to read any other form of a tag takes far longer.
  if (asked !== null && among.includes(asked)) return asked;
  const preferred = (request.headers.get("Accept-Language") ?? "").split(",", MOST_PREFERRED);
  for (const range of [asked ?? "", ...preferred]) {
    const language = readLanguage(range.split(";")[0]?.trim());
    const found = language && nearest(language, among);
    if (found !== undefined) return found;
  }
  return among[0]!;
}

/** The receipt of `Authorization: Bearer …`; no other scheme will do. */
export function receiptOf(request: Request): Receipt | Problem {
  const [, bearer] = /^Bearer (.+)$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  if (bearer === undefined) return { problem: "receipt-missing" };
  return readReceipt(bearer) ?? { problem: "receipt-malformed" };
}

/** Reads a body as text: counts the bytes itself, whatever `Content-Length` says. */
async function readText(
  request: Request,
  contentType: string,
  mostBytes: number,
): Promise<string | Problem> {
  if (!hasBodyOf(request, contentType)) return { problem: "content-type-wrong" };
  if (Number(request.headers.get("Content-Length")) > mostBytes) {
    return { problem: "body-too-large" };
  }
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [bytes, text] = [0, ""];
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) return { problem: "body-too-large" };
      text += decoder.decode(chunk, { stream: true });
    }
    text += decoder.decode();
  } catch (failure) {
    if (failure instanceof TypeError) return { problem: "body-not-utf8" };
    throw failure;
  }
  return text === "" ? { problem: "body-empty" } : text;
}

/** Reads a JSON body. One in which a key stands twice is not taken for JSON. */
export async function readJson(
  request: Request,
  mostBytes = MOST_BYTES,
): Promise<{ value: unknown } | Problem> {
  const text = await readText(request, "application/json", mostBytes);
  if (typeof text !== "string") return text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "body-not-json" };
  }
  return hasRepeatedKey(text) ? { problem: "body-not-json" } : { value };
}

/** Reads the fields of a form that one of our own pages sent. */
export async function readFields(
  request: Request,
  mostBytes = MOST_BYTES,
): Promise<URLSearchParams | Problem> {
  if (isCrossSite(request)) return { problem: "cross-site" };
  const text = await readText(request, "application/x-www-form-urlencoded", mostBytes);
  if (typeof text !== "string") return text;
  return isEscapedUtf8(text) ? new URLSearchParams(text) : { problem: "body-not-utf8" };
}

/** Whether the bytes that a form writes as `%C3%A9` are UTF-8; `URLSearchParams` would put signs of its own for others. */
function isEscapedUtf8(form: string): boolean {
  try {
    decodeURIComponent(form.replace(/%(?![0-9a-f]{2})/gi, "%25"));
    return true;
  } catch {
    return false;
  }
}

/** A script of ours, which asks for refusals as documents: it says what it knows itself. */
export const isScript = (request: Request): boolean =>
  request.headers.get("Accept") === "application/problem+json";

/**
 * Whether another site made the browser send this; a browser that says nothing is believed. Where it does not say
 * from what site (one of before 2023, or any that has no secure connection to us), it says from which origin: for
 * that, pages with a form allow it to (`sends`, web/page/document.tsx), or it would say `null`, which any other site
 * can have it say. Of the origin the host alone counts: a proxy may not have told us that it ended TLS.
 */
function isCrossSite({ headers, url }: Request): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = headers.get("Origin");
  return origin !== null && URL.parse(origin)?.host !== new URL(url).host;
}

/**
 * Whether one of our own pages made the browser send this, for writes that a cookie gives the right
 * to: what says nothing is not believed. Under our referrer policy a browser sends a form with the
 * origin `null`; then `Sec-Fetch-Site` has to vouch for it.
 */
export function isOwnOrigin(request: Request): boolean {
  const site = request.headers.get("Sec-Fetch-Site");
  const origin = request.headers.get("Origin");
  if (site !== null && site !== "same-origin") return false;
  if (origin === new URL(request.url).origin) return true;
  return site === "same-origin" && (origin === null || origin === "null");
}
