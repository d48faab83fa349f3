import type { BallotContent } from "../ballot/ballot.ts";
import {
  aboutColumn,
  type Asked,
  personValue,
  toldOf,
  type ToldOfPersons,
} from "./ballots-table.ts";
import { NO_OPINION_CODE, NOT_SHOWN_CODE, PANEL_CODES, SKIPPED_CODE } from "./codes.ts";
import { type ExportColumn, wideColumns } from "./columns.ts";

/** A ballot as the numbers of its columns, without its export id, which is drawn elsewhere. */
export interface BallotRow {
  panel: number;
  language: number;
  /** In the order of the recommendations. */
  ratings: readonly number[];
  firsts: readonly number[];
  /** The columns after those of the recommendations: about, channel, wording. */
  persons: readonly number[];
}

/** What a packed rating is in the files, by its character. */
const RATING = new Map<number, number>(
  [..."12345n-"].map((one, place) => [
    one.charCodeAt(0),
    [1, 2, 3, 4, 5, NO_OPINION_CODE, SKIPPED_CODE][place]!,
  ]),
);

function ratingsOf(packed: string): number[] {
  const ratings: number[] = [];
  for (let place = 0; place < packed.length; place++) {
    ratings.push(RATING.get(packed.charCodeAt(place))!);
  }
  return ratings;
}

/**
 * Makes rows of ballots. Of a ballot nothing is read but its panel, ratings, first choices and what is told
 * of persons: neither its id nor the order in which the recommendations were shown to it.
 */
export function rowMaker(
  asked: Asked,
  told: ToldOfPersons,
): (content: BallotContent, wording: number) => BallotRow {
  const codes = asked.recommendations.map(({ code }) => code);
  const cells = wideColumns(asked)
    .filter(({ kind }) => kind === "language" || !IS_OF_NOBODY.has(kind))
    .map((column) => cellMaker(column, told));
  return (content, wording) => {
    const [language = NOT_SHOWN_CODE, ...persons] = cells.map((cell) => cell(content, wording));
    return {
      panel: PANEL_CODES[content.panel],
      language,
      ratings: ratingsOf(content.ratings),
      firsts: codes.map((code) => (content.first.includes(code) ? 1 : 0)),
      persons,
    };
  };
}

const IS_OF_NOBODY: ReadonlySet<string> = new Set(["export_id", "panel", "rating", "first"]);

/** The number that stands in a column about the person; looked up once for each value and panel. */
function cellMaker({ kind, code, values }: ExportColumn, told: ToldOfPersons) {
  const name = kind === "about" ? aboutColumn(code) : kind;
  const numbers = new Map(values.map((one) => [one.code, one.value]));
  const known = { public: new Map<string, number>(), expert: new Map<string, number>() };
  return (content: BallotContent, wording: number): number => {
    const said = personValue(name, content, wording);
    const of = known[content.panel];
    let number = of.get(said);
    if (number === undefined) {
      // What no column of ours names (an option that was taken out by hand) is not told.
      number = numbers.get(toldOf(told, name, content.panel, said)) ?? NOT_SHOWN_CODE;
      of.set(said, number);
    }
    return number;
  };
}

/** The row as it stands in `ballots.csv`: numbers alone, so that nothing has to be quoted. */
export const csvLine = (id: string, row: BallotRow): string =>
  `${id},${row.panel},${row.language},${row.ratings.join(",")},${row.firsts.join(",")},${row.persons.join(",")}\r\n`;
