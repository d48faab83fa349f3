import type { NewestRelease } from "../consultation/calendar.ts";
import type { Figures, Release } from "./schema.ts";

/** Whether anything is told of a recommendation by a panel. */
export const isTold = ({ rated, mean, bands }: Figures): boolean =>
  rated !== null || mean !== null || bands.some((count) => count !== null);

/** A release as the calendar sees it. */
export const newestOf = ({
  release,
  releasedAt,
  final,
  recommendations,
}: Release): NewestRelease => ({
  release,
  releasedAt,
  final,
  tells: recommendations.some(({ panels }) => isTold(panels.public) || isTold(panels.expert)),
});
