import type { Services } from "./services.ts";

/** The day in UTC: no finer time of what a respondent sends is kept anywhere. */
export const today = ({ now }: Pick<Services, "now">): string => now().toISOString().slice(0, 10);
