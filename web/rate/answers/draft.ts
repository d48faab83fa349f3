import type { ReadBack } from "../../../domain/api.ts";
import type { Remarks, Written } from "../../../domain/remark/remark.ts";

/** What a respondent has entered so far, as the form's fields hold it. Nothing in it is checked yet. */
export interface Draft {
  /** By recommendation code; "1" to "5" or "no-opinion". A code that is absent was skipped. */
  ratings: Record<string, string>;
  /** By question code. */
  about: Record<string, string>;
  first: string[];
  invitation: string;
  /** They came by an invitation, whether or not its code is in the field. */
  invited: boolean;
  /** They said that they answer with the public all the same. */
  asPublic: boolean;
  /** The channel by whose link they came, signed; "" for none. */
  channel: string;
  /** They do not want to be counted with it. */
  withoutChannel: boolean;
  /** What they wrote: a reason by the code of the recommendation, the suggestion by "". */
  texts: Record<string, Written>;
  /** They wrote something before, which may be stored. */
  wrote: boolean;
}

export const EMPTY_DRAFT: Draft = {
  ratings: {},
  about: {},
  first: [],
  invitation: "",
  invited: false,
  asPublic: false,
  channel: "",
  withoutChannel: false,
  texts: {},
  wrote: false,
};

/** The draft with which somebody who came back with a receipt goes on. */
export const draftOf = (stored: ReadBack): Draft => ({
  ratings: Object.fromEntries(
    Object.entries(stored.ratings).map(([code, rating]) => [code, String(rating)]),
  ),
  about: stored.about,
  first: stored.first,
  invitation: "",
  invited: false,
  asPublic: false,
  channel: stored.channel ?? "",
  withoutChannel: false,
  texts: {},
  wrote: false,
});

/** What is to be sent of what somebody wrote; `undefined` where there is nothing, and was nothing. */
export function remarksOf({ texts, wrote }: Draft): Remarks | undefined {
  const { "": suggestion, ...reasons } = texts;
  if (!wrote && Object.keys(texts).length === 0) return undefined;
  return { reasons, ...(suggestion && { suggestion }) };
}

/** The code that counts the answers with the experts; "" where they count with the public. */
export const codeOf = ({ invitation, asPublic }: Draft): string => (asPublic ? "" : invitation);

/** As whom one answers. Who came by an invitation, and has no code any more, has yet to say it. */
export const asWhom = (draft: Draft): "expert" | "unsaid" | "public" =>
  codeOf(draft) !== "" ? "expert" : draft.invited && !draft.asPublic ? "unsaid" : "public";

/** The draft without a rating for that recommendation: it counts as skipped again. */
export const withoutRating = (draft: Draft, code: string): Draft => ({
  ...draft,
  ratings: Object.fromEntries(Object.entries(draft.ratings).filter(([one]) => one !== code)),
});

/** How many of the recommendations have an answer; "no opinion" is one, skipped is none. */
export const answered = (draft: Draft, codes: readonly string[]): number =>
  codes.filter((code) => Object.hasOwn(draft.ratings, code)).length;

/** Reading one recommendation and choosing takes longer than this, in ms. */
const QUICKEST = 1_000;

/** Whether so many recommendations were answered faster than they can be read. One is no pattern. */
export const isQuick = (count: number, elapsed: number): boolean =>
  count > 1 && elapsed < count * QUICKEST;
