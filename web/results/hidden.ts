import type { HiddenReason } from "../../domain/disclosure/reasons.ts";
import type { Figures } from "../../domain/release/schema.ts";
import type { ResultsView } from "./view.ts";

/** Reasons that the page explains; figures that are not computed are not part of it. */
export type ExplainedReason = Extract<HiddenReason, "fewer-than-10" | "below-base">;

/** What stands in the table in place of a hidden figure. */
export const HIDDEN_MARKS: Record<ExplainedReason, string> = {
  "fewer-than-10": "[a]",
  "below-base": "[b]",
};

/** The mark of a hidden figure. */
export const hiddenMark = ({ hidden }: Figures, name: string): string => {
  const reason = hidden[name];
  return HIDDEN_MARKS[reason as ExplainedReason] ?? "";
};

/** The reasons that occur among the figures of the shown panels. */
export function reasonsIn({ rows, shown }: ResultsView): ExplainedReason[] {
  const occurring = new Set(
    rows.flatMap((row) => shown.flatMap((panel) => Object.values(row.panels[panel].hidden))),
  );
  return (Object.keys(HIDDEN_MARKS) as ExplainedReason[]).filter((one) => occurring.has(one));
}
