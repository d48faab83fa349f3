import { channelCode, channelOf } from "../../domain/consultation/channel.ts";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { RATE, pathOf } from "../../domain/paths.ts";
import { isSame, signChannel } from "../secrets.ts";
import type { Services } from "../services.ts";

/** Whether what was sent is one of the consultation's channels under our signature. */
export function isSignedChannel(
  { secret }: Pick<Services, "secret">,
  definition: Consultation,
  sent: string,
): boolean {
  const channel = channelOf(definition, channelCode(sent));
  return channel !== undefined && isSame(signChannel(secret, definition.id, channel.code), sent);
}

/**
 * The channel that a link or a form of ours carries; "" when there is none or it is not signed by us.
 * A link that was copied wrong keeps nobody from taking part: it is as if it had none.
 */
export const ownChannel = (
  services: Pick<Services, "secret">,
  definition: Consultation,
  sent: string | undefined,
): string => (sent !== undefined && isSignedChannel(services, definition, sent) ? sent : "");

/** The address that a channel hands out. */
export const channelAddress = (
  { secret }: Pick<Services, "secret">,
  origin: string,
  consultation: string,
  code: string,
): string =>
  `${origin}${pathOf(RATE, { id: consultation })}?via=${signChannel(secret, consultation, code)}`;
