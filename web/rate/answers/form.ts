import type { Language } from "../../../domain/language.ts";
import { SCALE } from "../../../domain/ballot/rating.ts";
import { codeOf, type Draft } from "./draft.ts";

/** What the form's fields said. */
export interface FilledForm {
  receipt: string;
  /** 0, which the domain refuses, when the field holds no whole number. */
  revision: number;
  /** The codes as they were displayed; whatever they are, they are checked elsewhere. */
  order: string[];
  /** When the form was first drawn, as the server wrote it there and signed it; a draft brings its own back. */
  opened: string;
  /** What is stored counts with the experts, as the page said; it decides nothing. */
  panel: "expert" | undefined;
  draft: Draft;
}

/** A ballot as the form holds it: of the right form, but with values that nobody checked yet. */
export interface UncheckedBallot {
  revision: number;
  language: Language;
  ratings: Record<string, unknown>;
  about: Record<string, string>;
  first: readonly string[];
  positions: readonly string[] | undefined;
  invitation: string | undefined;
  wording?: number | undefined;
  channel?: string | undefined;
  page?: string | undefined;
  /** What the device calculated before it was taken; only a script adds it. */
  work?: string | undefined;
}

/**
 * Reads the fields of the rate form; the server's form route and the page both do it here. Never
 * throws. Values and names that mean nothing stay in the draft, so that the domain refuses them by
 * name instead of their being lost in silence. Names become own properties only: `__proto__` too.
 */
export function readForm(entries: Iterable<readonly [string, string]>): FilledForm {
  const fields = new Map<string, string>();
  const ratings: [string, string][] = [];
  const about: [string, string][] = [];
  const first: string[] = [];
  const texts: [string, string][] = [];
  const publish = new Set<string>();
  for (const [name, value] of entries) {
    if (name.startsWith("rating.")) ratings.push([name.slice(7), value]);
    else if (name.startsWith("about.")) {
      if (value !== "") about.push([name.slice(6), value]);
    } else if (name === "first") first.push(value);
    else if (name.startsWith("text.")) {
      if (SEEN.test(value)) texts.push([name.slice(5), value]);
    } else if (name.startsWith("publish.")) publish.add(name.slice(8));
    else fields.set(name, value);
  }
  const field = (name: string) => (fields.get(name) ?? "").trim();
  const panel = field("panel") === "expert" ? "expert" : undefined;
  const draft: Draft = {
    // Object.fromEntries defines properties and never calls the setter of `__proto__`.
    ratings: Object.fromEntries(ratings),
    about: Object.fromEntries(about),
    first,
    invitation: field("invitation"),
    invited: !panel && field("invited") !== "",
    asPublic: fields.has("as-public"),
    channel: field("channel"),
    withoutChannel: fields.has("without-channel"),
    texts: Object.fromEntries(
      texts.map(([code, text]) => [code, { text, publish: publish.has(code) }]),
    ),
    wrote: texts.length > 0 || field("wrote") !== "",
  };
  return {
    receipt: field("receipt"),
    revision: wholeNumber(field("revision")),
    order: field("order").split(/\s+/).filter(Boolean),
    opened: field("opened"),
    panel,
    draft,
  };
}

/** Something that can be seen. */
const SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A number out of a field: 1 where it is empty, 0 where it holds no whole number. */
export const wholeNumber = (text: string): number =>
  text === "" ? 1 : /^\d{1,7}$/.test(text) ? Number(text) : 0;

const point = (text: string): unknown => SCALE.find((one) => String(one) === text) ?? text;

/**
 * The ballot to send, for `readBallot` to accept or refuse. Points become numbers; anything else is
 * passed on as it is. What a respondent left empty is left out.
 */
export function bodyOf(
  draft: Draft,
  language: Language,
  revision: number,
  order: readonly string[],
  wording = 1,
  opened = "",
): UncheckedBallot {
  return {
    revision,
    language,
    ratings: Object.fromEntries(
      Object.entries(draft.ratings).map(([code, text]) => [code, point(text)]),
    ),
    about: draft.about,
    first: draft.first,
    positions: order.length > 0 ? order : undefined,
    invitation: codeOf(draft) || undefined,
    // The first wording is what is meant where nothing is said.
    ...(wording !== 1 && { wording }),
    ...(draft.channel !== "" && !draft.withoutChannel && { channel: draft.channel }),
    ...(opened !== "" && { page: opened }),
  };
}

/** Whether the order shows each of the codes exactly once. */
export const isOrderOf = (codes: readonly string[], order: readonly string[]): boolean =>
  order.length === codes.length &&
  new Set(order).size === order.length &&
  order.every((code) => codes.includes(code));
