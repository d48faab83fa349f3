import type { ModerationTold } from "./counts.ts";

/** The columns of the file; an empty `count` is fewer than ten. */
const COLUMNS = ["consultation", "what", "of", "unit", "count", "told"];

/**
 * What the public is told of moderation, as a table: one line a figure. `told` says how: `exact`, in `steps` of
 * five from ten, or `fewer-than-10`.
 */
export function moderationTable(
  consultation: string,
  { accepted, refused, waiting, reasons, languages }: ModerationTold,
  atRisk: boolean,
): (string | number)[][] {
  const line = (
    what: string,
    of: string,
    unit: "texts" | "people",
    count: number | undefined,
    isStep: boolean,
  ) => {
    const told = count === undefined ? "fewer-than-10" : isStep && count > 0 ? "steps" : "exact";
    return [consultation, what, of, unit, count ?? "", told];
  };
  return [
    COLUMNS,
    line("outcome", "accepted", "texts", accepted, atRisk),
    line("outcome", "refused", "texts", refused, atRisk),
    line("outcome", "waiting", "texts", waiting, true),
    ...reasons.map(({ reason, texts }) => line("refused", reason, "texts", texts, atRisk)),
    ...languages.map(({ language, people }) => line("language", language, "people", people, true)),
  ];
}
