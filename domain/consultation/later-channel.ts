/**
 * Channels that are added while a consultation is open. What is counted and published, and with how
 * much noise, was fixed when it opened, and a further group would change both (decision 018): so they
 * have links, but are no groups. Codes of channels never change, and none goes.
 */
import { localized, type Texts } from "../language.ts";
import type { ProblemCode } from "../problem.ts";
import { allChannels } from "./channel.ts";
import { type Consultation, MOST_CHANNELS } from "./definition.ts";

/** The longest name of a channel, in UTF-16 units. */
export const CHANNEL_LENGTH = 120;

/**
 * The definition with one more channel, under a code that none has had; or why there is none. Among
 * people at risk nothing would ever be told of it, so nobody's ballot is marked with it.
 */
export function withChannel(
  definition: Consultation,
  name: Texts,
): { consultation: Consultation; code: string; label: Texts } | { problem: ProblemCode } {
  if (definition.disclosure === "at-risk") return { problem: "channel-at-risk" };
  const channels = allChannels(definition);
  if (channels.length >= MOST_CHANNELS) return { problem: "channels-full" };
  const given = Object.fromEntries(Object.entries(name).filter(([, text]) => text !== ""));
  const read = localized(definition.languages, CHANNEL_LENGTH).safeParse(given);
  if (!read.success) return { problem: "channel-invalid" };
  const code = freeCode(channels.map((one) => one.code));
  const laterChannels = [...(definition.laterChannels ?? []), { code, label: read.data }];
  return { consultation: { ...definition, laterChannels }, code, label: read.data };
}

function freeCode(taken: readonly string[], number = 1): string {
  const code = `added-${number}`;
  return taken.includes(code) ? freeCode(taken, number + 1) : code;
}
