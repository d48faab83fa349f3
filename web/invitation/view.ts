import type { ShownCounts, Unlisted } from "../../domain/invitation/counts.ts";
import type { CodeForm, InvitationGroup } from "../../domain/invitation/group.ts";
import type { Reader } from "../language/reader.ts";
import { fill, formatDay, formatNumber, plural, zoneName } from "../text.ts";

/** A group of invitations as its organisers see it. */
export interface GroupView extends InvitationGroup {
  wanted: number;
  expired: boolean;
  counts: ShownCounts;
  /** What is left to do of its codes, and in whose turn. */
  left: { unseen: number; toReplace: number; turn: number };
  /** In which form the codes were asked for: of those of a command or a program, in none. */
  form?: CodeForm | undefined;
  /** Why it is not told whose codes are unused; `undefined` where it is. */
  unlisted: Unlisted | undefined;
}

/** What a group is called; the ones that a command made have no label. */
export const groupName = ({ language, text }: Reader, { label, day }: InvitationGroup): string =>
  label === "" ? fill(text.invitation.byCommand, { day: formatDay(language, day) }) : label;

/** How many were made and used, as far as it may be told. */
export function countWords({ language, text }: Reader, counts: ShownCounts): string {
  const { made, used, least } = counts;
  const words = text.invitation.used;
  const told =
    typeof used === "number"
      ? fill(words.about, { used: formatNumber(language, used) })
      : fill(words[used], { least: formatNumber(language, least) });
  return `${plural(language, text.invitation.made, made)}, ${told}`;
}

/** Until when a group's codes can be used. */
export function expiryWords(
  { language, text }: Reader,
  { expires, expired }: Pick<GroupView, "expires" | "expired">,
  timeZone: string,
): string {
  const { invitation } = text;
  if (expires === undefined) return invitation.noExpiry;
  return fill(expired ? invitation.expired : invitation.expires, {
    day: formatDay(language, expires),
    zone: zoneName(language, new Date(`${expires}T12:00:00Z`), timeZone),
  });
}
