/** The table of single ballots: one row for each, in no order, with nothing that tells them apart but what they say. */
import type { BallotContent } from "../ballot.ts";
import type { Consultation } from "../consultation.ts";
import { NOT_SAID } from "../groups.ts";
import type { CellValue } from "./table.ts";

type Asked = Pick<Consultation, "recommendations" | "about" | "channels">;

/** What stands where experts' answers about themselves would: a panel of dozens would be known by them. */
const WITHHELD = "withheld";

/** The columns that are the same in every consultation; `channel` only where it has channels. */
export type FixedColumn = "panel" | "language" | "channel" | "first" | "wording";

/** What a column says, so that the page can explain it. */
export type BallotColumn =
  | { name: FixedColumn }
  | { name: string; recommendation: string }
  | { name: string; question: string };

/**
 * The columns, in order. Left out are id, receipt, day, revision, random byte and the order in which
 * the recommendations were shown: each would lead from a row to a ballot, or nearly.
 */
export const ballotColumns = ({ recommendations, about, channels }: Asked): BallotColumn[] => [
  { name: "panel" },
  { name: "language" },
  ...recommendations.map(({ code }) => ({ name: code, recommendation: code })),
  ...about.map(({ code }) => ({ name: `about_${code}`, question: code })),
  ...(channels === undefined ? [] : [{ name: "channel" as const }]),
  { name: "first" },
  { name: "wording" },
];

/** One ballot as cells, in the order of the columns. */
export const ballotCells = (
  { about, channels }: Asked,
  content: BallotContent,
  wording: number,
): CellValue[] => [
  content.panel,
  content.language,
  ...Array.from(content.ratings, ratingCell),
  ...about.map(({ code }) =>
    content.panel === "expert" ? WITHHELD : (content.about[code] ?? NOT_SAID),
  ),
  ...(channels === undefined
    ? []
    : [content.panel === "expert" ? WITHHELD : (content.channel ?? NOT_SAID)]),
  content.first.join(" "),
  wording,
];

/** A packed rating: a point of the scale, or one of the two ways of giving none. */
function ratingCell(character: string): CellValue {
  if (character === "n") return "no-opinion";
  return character === "-" ? "skipped" : Number(character);
}
