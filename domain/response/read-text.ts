/** Texts and addresses of official responses as people type or paste them. */
import * as z from "zod/mini";
import { type Fault, faultsOf } from "../fault.ts";
import { type Language, localizedProse, plainText, type Texts } from "../language.ts";

/**
 * More marks on one letter than any script puts there: Tibetan and Hebrew with all their points have fewer.
 * A heap of them covers the lines above and below.
 */
const HEAP = /\p{M}{5}/u;

/** An address without a name or a password before its host, which could be taken for the host. */
const BARE = /^https:\/\/[^/?#@\\]+\//;

/** What a browser leaves out of an address in silence, or what turns its direction around. */
const NOT_IN_ADDRESS = /[\s\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

const link = z.url({ protocol: /^https$/, normalize: true });

/** As it is kept: browsers send lines with two characters at their ends, and surrounding space says nothing. */
const tidy = (text: string): string => text.toWellFormed().replace(/\r\n?/g, "\n").trim();

/**
 * The address that somebody typed, in the form in which a browser asks for it: its host in punycode, so that no
 * letter of it can be taken for another. `undefined` unless it is `https:` with nothing before the host.
 */
export function readAddress(typed: string, most: number): string | undefined {
  const text = typed.trim();
  if (text.length > most || NOT_IN_ADDRESS.test(text)) return undefined;
  const read = link.safeParse(text);
  if (!read.success || read.data.length > most || !BARE.test(read.data)) return undefined;
  return read.data;
}

/** One line, such as a title; or what is wrong with it. */
export function readLine(
  typed: string,
  most: number,
  pointer: string,
): { text: string } | { faults: Fault[] } {
  const text = tidy(typed);
  if (text === "") return { faults: [{ pointer, fault: "missing" }] };
  const read = plainText(most).safeParse(text);
  if (!read.success) {
    return { faults: faultsOf(read.error, text).map(({ fault }) => ({ pointer, fault })) };
  }
  if (HEAP.test(read.data)) return { faults: [{ pointer, fault: "not-allowed" }] };
  return { text: read.data };
}

/**
 * A text with paragraphs in those languages in which something was typed, of which `first` must be one; or what
 * is wrong with it, the places below `pointer`.
 */
export function readTexts(
  typed: Texts,
  languages: readonly Language[],
  first: Language,
  most: number,
  pointer: string,
): { texts: Texts } | { faults: Fault[] } {
  const given = Object.fromEntries(
    Object.entries(typed)
      .map(([language, text]) => [language, tidy(text)] as const)
      .filter(([, text]) => text !== ""),
  );
  const order = [first, ...languages.filter((one) => one !== first)];
  const read = localizedProse(order, most).safeParse(given);
  const faults = read.success
    ? Object.entries(read.data)
        .filter(([, text]) => HEAP.test(text))
        .map(([language]): Fault => ({ pointer: `/${language}`, fault: "not-allowed" }))
    : faultsOf(read.error, given);
  if (!read.success || faults.length > 0) {
    return { faults: faults.map((one) => ({ ...one, pointer: pointer + one.pointer })) };
  }
  return { texts: read.data };
}
