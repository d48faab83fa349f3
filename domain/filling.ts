/** From this part of what a store holds on organisers are told that it fills, while there is time to clear it. */
const TOLD_FROM = 0.8;

/** Whether of at most `most` there are so many that somebody has to be told. */
export const isFilling = (count: number, most: number): boolean => count >= TOLD_FROM * most;
