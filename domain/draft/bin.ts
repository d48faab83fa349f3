/** For how many days a deleted draft can be restored. */
export const BIN_DAYS = 30;

const DAY_MS = 86_400_000;

/** Until when a draft that was deleted then can be restored, as ISO 8601. */
export const binnedUntil = (binnedAt: string): string =>
  new Date(Date.parse(binnedAt) + BIN_DAYS * DAY_MS).toISOString();

/** Whether a draft that was deleted then is gone for good. */
export const isPastBin = (binnedAt: string, now: Date): boolean =>
  Date.parse(binnedUntil(binnedAt)) <= now.getTime();
