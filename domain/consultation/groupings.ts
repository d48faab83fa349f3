import type { Language } from "../language.ts";

/** The group of those who were asked a question about themselves and did not answer it, or came by no link. */
export const NOT_SAID = "not-said";

/**
 * Names of the groups that follow from no question; no about-you question may have them as its code.
 * Not `language`: consultations ask under that code what people speak at home.
 */
export const BY_LANGUAGE = "ballot-language";
export const BY_CHANNEL = "channel";

/** One way of telling the public apart: every ballot is in exactly one of its options. */
export interface Grouping {
  code: string;
  /** Where a ballot says which: an answer, its language, or the channel that it came by. */
  by: "about" | "language" | "channel";
  /** As they were declared; `not-said` last, where a ballot may say nothing. */
  options: readonly string[];
}

/** What of a definition says how the public is told apart. */
export interface Grouped {
  languages: readonly Language[];
  about: readonly { code: string; options: readonly { code: string }[] }[];
  countLanguages?: true | undefined;
  channels?: readonly { code: string }[] | undefined;
}

/**
 * Every way in which a definition tells the public apart. Languages and channels only where it says
 * so: a definition from before there were any must go on counting what it counted.
 */
export const groupings = ({ languages, about, countLanguages, channels }: Grouped): Grouping[] => [
  ...about.map(({ code, options }): Grouping => ({ code, by: "about", options: orNot(options) })),
  // Every ballot has a language, so there is nobody who did not say.
  ...(countLanguages === true
    ? [{ code: BY_LANGUAGE, by: "language", options: inCountedOrder(languages) } as const]
    : []),
  ...(channels === undefined
    ? []
    : [{ code: BY_CHANNEL, by: "channel", options: orNot(channels) } as const]),
];

/** The languages of Kenes before each consultation had its own: tallies and releases count them first, so. */
const COUNTED_FIRST: readonly Language[] = ["en", "ru", "kk"];

const inCountedOrder = (languages: readonly Language[]): Language[] => [
  ...COUNTED_FIRST.filter((one) => languages.includes(one)),
  ...languages.filter((one) => !COUNTED_FIRST.includes(one)),
];

const orNot = (options: readonly { code: string }[]): string[] => [
  ...options.map(({ code }) => code),
  NOT_SAID,
];
