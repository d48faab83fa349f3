import type { Disclosure } from "../disclosure/policy.ts";
import type { Texts } from "../language.ts";

/**
 * The colours that a consultation may have instead of the usual one. A closed list: each was chosen, and
 * is tested, to be read on every ground of the pages, in light and in dark.
 */
export const ACCENTS = ["blue", "green", "indigo", "plum", "wine", "brown", "slate"] as const;
export type Accent = (typeof ACCENTS)[number];

/** Most bytes of an emblem, as it comes and as it is kept. */
export const MOST_EMBLEM_BYTES = 20_000;
/** The longest text that says what an emblem shows, in UTF-16 units. */
export const ALT_LENGTH = 160;

/** The name of a kept emblem: the beginning of the SHA-256 of its bytes, and what kind it is. */
export const EMBLEM_FILE = /^[0-9a-f]{32}\.(?:png|svg)$/;

/** How a consultation looks: its colour, and its emblem with what that shows. */
export interface Look {
  accent?: Accent | undefined;
  emblem?: { file: string; alt: Texts } | undefined;
}

/**
 * How a consultation shows whose it is. Among people at risk in no way: colour and emblem can be told from
 * across a room, and a picture that was fetched stays on the device.
 */
export const lookOf = ({ disclosure, accent, emblem }: Look & { disclosure: Disclosure }): Look =>
  disclosure === "at-risk" ? {} : { accent, emblem };
