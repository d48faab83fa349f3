import { SCALE } from "../ballot/rating.ts";
import { PREFER_NOT_TO_SAY } from "../consultation/code.ts";
import { allChannels } from "../consultation/channel.ts";
import { NOT_SAID } from "../consultation/groupings.ts";
import { wordingOf } from "../consultation/wording.ts";
import type { Asked } from "./ballots-table.ts";
import {
  NO_CHANNEL_CODE,
  NO_OPINION_CODE,
  NOT_SHOWN_CODE,
  OTHER_CODE,
  PANEL_CODES,
  SKIPPED_CODE,
} from "./codes.ts";
import { MERGED, WITHHELD } from "./k-anonymity.ts";
import { cleanName, nameGiver } from "./variable-names.ts";

/** What a column is about. */
export type ColumnKind =
  | "export_id"
  | "panel"
  | "language"
  | "recommendation"
  | "rating"
  | "first"
  | "about"
  | "channel"
  | "wording";

/** One value that can stand in a column: its number, and the code that it stands for. */
interface ColumnValue {
  value: number;
  code: string;
}

/** A column of the files: its name, what it is about, and of which recommendation or question. */
export interface ExportColumn {
  name: string;
  kind: ColumnKind;
  /** The code of the recommendation or question as the consultation has it; else the kind. */
  code: string;
  /** Empty where anything may stand. */
  values: readonly ColumnValue[];
}

const values = (codes: readonly string[]): ColumnValue[] =>
  codes.map((code, place) => ({ value: place + 1, code }));
const PROTECTED: readonly ColumnValue[] = [
  { value: OTHER_CODE, code: MERGED },
  { value: NOT_SHOWN_CODE, code: WITHHELD },
];
const PANEL: readonly ColumnValue[] = Object.entries(PANEL_CODES).map(([code, value]) => ({
  value,
  code,
}));
const YES_NO: readonly ColumnValue[] = [
  { value: 1, code: "yes" },
  { value: 0, code: "no" },
];
const RATING: readonly ColumnValue[] = [
  ...SCALE.map((point) => ({ value: point, code: String(point) })),
  { value: NOT_SHOWN_CODE, code: "not-shown" },
  { value: NO_OPINION_CODE, code: "no-opinion" },
  { value: SKIPPED_CODE, code: "skipped" },
];

/**
 * The columns of `ballots.csv`, one row a ballot, in order. Left out are id, receipt, day, revision and the
 * order in which the recommendations were shown: each would lead from a row to a ballot, or nearly
 * (docs/decisions/035). The names are made from the definition alone, and so never change.
 */
export function wideColumns(asked: Asked): ExportColumn[] {
  const give = nameGiver();
  const fixed = fixedColumns(asked, give);
  const ratings = asked.recommendations.map(({ code }, place): ExportColumn => {
    return { name: give(cleanName(code, place)), kind: "rating", code, values: RATING };
  });
  const firsts = ratings.map(({ name, code }): ExportColumn => {
    return { name: give(`first_${name}`), kind: "first", code, values: YES_NO };
  });
  return [...fixed.whose, ...ratings, ...firsts, ...personColumnsOf(asked, give), ...fixed.last];
}

/** The columns of `ballots.parquet`, one row for each ballot and recommendation. */
export function longColumns(asked: Asked): ExportColumn[] {
  const give = nameGiver();
  const fixed = fixedColumns(asked, give);
  return [
    ...fixed.whose,
    { name: give("recommendation"), kind: "recommendation", code: "recommendation", values: [] },
    { name: give("rating"), kind: "rating", code: "rating", values: RATING },
    { name: give("first"), kind: "first", code: "first", values: YES_NO },
    ...personColumnsOf(asked, give),
    ...fixed.last,
  ];
}

function fixedColumns(asked: Asked, give: (name: string) => string) {
  const column = (kind: ColumnKind, all: readonly ColumnValue[]): ExportColumn => ({
    name: give(kind),
    kind,
    code: kind,
    values: all,
  });
  const wordings = Array.from({ length: wordingOf(asked) }, (_, place) => String(place + 1));
  return {
    whose: [
      column("export_id", []),
      column("panel", PANEL),
      column("language", [...values(asked.languages), ...PROTECTED]),
    ],
    last: [
      ...(allChannels(asked).length === 0
        ? []
        : [
            column("channel", [
              { value: NO_CHANNEL_CODE, code: NOT_SAID },
              ...values(allChannels(asked).map(({ code }) => code)),
              ...PROTECTED,
            ]),
          ]),
      column("wording", [...values(wordings), ...PROTECTED]),
    ],
  };
}

const personColumnsOf = (asked: Asked, give: (name: string) => string): ExportColumn[] =>
  asked.about.map(({ code, options }) => ({
    name: give(`about_${code.replaceAll("-", "_")}`),
    kind: "about",
    code,
    values: [
      ...values(options.map((option) => option.code)),
      { value: NO_OPINION_CODE, code: PREFER_NOT_TO_SAY },
      { value: SKIPPED_CODE, code: NOT_SAID },
      ...PROTECTED,
    ],
  }));
