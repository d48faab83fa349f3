/** The same row that many times over. */
export const repeated = (count: number, row: readonly number[]): number[][] =>
  Array.from({ length: count }, () => [...row]);
