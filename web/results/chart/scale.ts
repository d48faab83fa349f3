// Across in percent, down in pixels: a chart takes any width, and its text keeps its size.

/** Where a mean of 1..5 stands. */
export const across = (value: number): string => percent(4 + ((value - 1) / 4) * 92);

/** Where a rank of 1..`count` stands, the first on the left. */
export const acrossRanks = (rank: number, count: number): string =>
  percent(count < 2 ? 50 : 3 + ((rank - 1) / (count - 1)) * 94);

/** Where a share stands of which 0 is the middle, −1 the left and 1 the right edge. */
export const acrossShares = (share: number): string => percent(50 + share * 50);

export const percent = (value: number): string => `${Number(value.toFixed(2))}%`;
