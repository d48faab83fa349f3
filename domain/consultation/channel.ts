import type { Consultation } from "./definition.ts";

/** Hexadecimal digits of a channel's signature: 96 bits, which nobody guesses at a web form. */
export const SIGNATURE_LENGTH = 24;

/** Most characters of what stands in a link: a code of 40, a full stop, a signature. */
export const MOST_CHANNEL = 40 + 1 + SIGNATURE_LENGTH;

/**
 * What is put through HMAC-SHA-256 with the installation's secret. Without it, anybody could make
 * links of their own, and so count people to a channel by which nobody came.
 */
export const channelPreimage = (consultation: string, code: string): string =>
  `kenes-channel/1\0${consultation}\0${code}`;

/** A channel's code with its signature, as it stands in a link and in a ballot that is sent. */
export const signedChannel = (code: string, signature: string): string => `${code}.${signature}`;

/** The code in what was sent, whether or not its signature is right. */
export const channelCode = (sent: string): string => sent.split(".")[0]!;

/** Every channel that has a link: those that it opened with, which are groups, and those added since. */
export const allChannels = ({
  channels = [],
  laterChannels = [],
}: Pick<Consultation, "channels" | "laterChannels">) => [...channels, ...laterChannels];

/** The declared channel of that code. */
export const channelOf = (
  definition: Pick<Consultation, "channels" | "laterChannels">,
  code: string | undefined,
) => allChannels(definition).find((one) => one.code === code);
