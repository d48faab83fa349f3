import { withoutRating } from "./draft.ts";
import { type FilledForm, readForm, wholeNumber } from "./form.ts";

/** What the form said when one of its buttons sent it: what only the server asks it. */
export interface SentForm extends FilledForm {
  /** The version of the wording that was shown; 0, which the domain refuses, when it is no number. */
  wording: number;
  action: "send" | "review" | "redraw" | "anew";
}

const CLEAR = "clear.";
const ACTIONS = ["review", "redraw", "anew"] as const;

/** The value of a button that clears one answer. */
export const clearValue = (code: string): string => CLEAR + code;

/** Reads a rate form that was sent, as `readForm` does, and what is to be done with it. Never throws. */
export function readSent(entries: Iterable<readonly [string, string]>): SentForm {
  const all = [...entries];
  const fields = new Map(all);
  const field = (name: string) => (fields.get(name) ?? "").trim();
  const filled = readForm(all);
  const todo = field("do");
  const clears = todo.startsWith(CLEAR);
  return {
    ...filled,
    draft: clears ? withoutRating(filled.draft, todo.slice(CLEAR.length)) : filled.draft,
    wording: wholeNumber(field("wording")),
    action: clears ? "redraw" : (ACTIONS.find((one) => one === todo) ?? "send"),
  };
}
