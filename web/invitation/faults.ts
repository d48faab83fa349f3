import type { Fault } from "../../domain/fault.ts";
import { LONGEST_LABEL, MOST_CARDS, MOST_INVITATIONS } from "../../domain/invitation/group.ts";
import type { Language } from "../../domain/language.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatNumber } from "../text.ts";

/** What an organiser has typed into the form for new invitations. */
export interface Entered {
  label: string;
  count: string;
  labels: string;
  expires: string;
  form: string;
  language: string;
}

export const NOTHING_ENTERED: Entered = {
  label: "",
  count: "",
  labels: "",
  expires: "",
  form: "cards",
  language: "",
};

/** For each field that was refused: what to do about it. */
export type WrongFields = Partial<Record<keyof Entered, string>>;

/** The limits that hints and faults speak of, in the language's digits. */
export const limitsIn = (language: Language) => ({
  most: formatNumber(language, MOST_INVITATIONS),
  cards: formatNumber(language, MOST_CARDS),
  longest: formatNumber(language, LONGEST_LABEL),
});

/** Names what is wrong with each field; of a list of labels, the number is a fault of the list. */
export function nameInvitingFaults(
  language: Language,
  { invitation }: Catalogue,
  entered: Entered,
  faults: readonly Fault[],
): WrongFields {
  const wrong: WrongFields = {};
  for (const { pointer } of faults) {
    const [, named = ""] = pointer.split("/");
    if (!(named in invitation.faults)) continue;
    const field = named as keyof Entered;
    const shown = field === "count" && entered.labels.trim() !== "" ? "labels" : field;
    wrong[shown] ??= fill(invitation.faults[field], limitsIn(language));
  }
  return wrong;
}
