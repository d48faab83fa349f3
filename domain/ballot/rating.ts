/** The points of the scale, from 1 (not a priority) to 5 (top priority); the same for every panel. */
export const SCALE = [1, 2, 3, 4, 5] as const;
export type Point = (typeof SCALE)[number];

export const NO_OPINION = "no-opinion";

/** What a respondent may say of one recommendation. Leaving it out means that it was skipped. */
export type Rating = Point | typeof NO_OPINION;
export type Ratings = Partial<Record<string, Rating>>;

/** One character for each recommendation, in catalogue order: `1`–`5`, `n` no opinion, `-` skipped. */
export type PackedRatings = string;

/** The bins of a packed rating, in the order in which a tally counts them. */
export const BINS = ["1", "2", "3", "4", "5", "n", "-"] as const;

/** Packs the ratings of the given codes; a code that was not rated is packed as skipped. */
export const packRatings = (codes: readonly string[], ratings: Ratings): PackedRatings =>
  codes
    .map((code) => {
      const rating = ratings[code];
      if (rating === undefined) return "-";
      return rating === NO_OPINION ? "n" : String(rating);
    })
    .join("");

/** The reverse of {@link packRatings}. */
export function unpackRatings(codes: readonly string[], packed: PackedRatings): Ratings {
  const ratings: Ratings = {};
  codes.forEach((code, index) => {
    const bin = packed[index];
    if (bin === "n") ratings[code] = NO_OPINION;
    else if (bin !== undefined && bin !== "-") ratings[code] = Number(bin) as Point;
  });
  return ratings;
}

/** Whether a stored text is a packing of that many ratings. */
export const isPacked = (text: unknown, length: number): text is PackedRatings =>
  typeof text === "string" && text.length === length && /^[1-5n-]*$/.test(text);
