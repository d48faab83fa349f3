import { personalIn, type Personal } from "../../../domain/remark/personal.ts";
import { cardId, MISSING } from "../answers/anchors.ts";
import type { Draft } from "../answers/draft.ts";
import type { SendState } from "./state.ts";

/** Something that somebody wrote, to be looked through. */
export interface RemarkRow {
  /** The recommendation's code; "" for the suggestion. */
  code: string;
  /** Where it was written. */
  field: string | undefined;
  label: string;
  text: string;
  publish: boolean;
  /** What it looks like holding. */
  signs: Personal[];
}

/** Everything that somebody wrote, in the order of the recommendations; empty where nothing is asked. */
export function remarkRows(
  { consultation, order, texts }: Pick<SendState, "consultation" | "order" | "texts">,
  draft: Draft,
): RemarkRow[] {
  const { remarks } = texts;
  if (remarks === undefined) return [];
  const row = (code: string, field: string | undefined, label: string): RemarkRow[] => {
    const one = draft.texts[code];
    return one ? [{ code, field, label, ...one, signs: personalIn(one.text) }] : [];
  };
  return [
    ...consultation.recommendations.flatMap(({ code }) =>
      row(code, cardId(order, code), `${remarks.reason}: ${code}`),
    ),
    ...row("", MISSING, remarks.missing),
  ];
}
