import { type Draft, withoutRating } from "./draft.ts";
import { MOST_FIRST } from "./limits.ts";

/** Everything that a respondent can do to the answers. */
export type Answer =
  | { do: "rate"; code: string; rating: string }
  | { do: "clear"; code: string }
  | { do: "first"; code: string; chosen: boolean }
  | { do: "about"; question: string; answer: string }
  | { do: "invite"; invitation: string };

/** The draft after one action. A fourth "first" is not taken. */
export function answer(draft: Draft, action: Answer): Draft {
  switch (action.do) {
    case "rate":
      return { ...draft, ratings: { ...draft.ratings, [action.code]: action.rating } };
    case "clear":
      return withoutRating(draft, action.code);
    case "first": {
      const others = draft.first.filter((code) => code !== action.code);
      if (!action.chosen) return { ...draft, first: others };
      return others.length < MOST_FIRST ? { ...draft, first: [...others, action.code] } : draft;
    }
    case "about": {
      const others = Object.entries(draft.about).filter(([code]) => code !== action.question);
      const mine: [string, string][] =
        action.answer === "" ? [] : [[action.question, action.answer]];
      return { ...draft, about: Object.fromEntries([...others, ...mine]) };
    }
    case "invite":
      return { ...draft, invitation: action.invitation };
  }
}

/** How many of the recommendations have an answer; "no opinion" is one, skipped is none. */
export const answered = (draft: Draft, codes: readonly string[]): number =>
  codes.filter((code) => Object.hasOwn(draft.ratings, code)).length;
