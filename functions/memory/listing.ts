import { calendarAt } from "../../domain/consultation/calendar.ts";
import { type Listing, listingOf } from "../../domain/consultation/listing.ts";
import { newestOf } from "../../domain/release/newest.ts";
import type { Services } from "../services.ts";
import type { Consultations, Known } from "./consultations.ts";
import type { PublishedReleases } from "./releases.ts";

/**
 * What the start page and the API list. A release that cannot be read is told of the operators and
 * takes nothing away from the others: its consultation is listed as if it had none.
 */
export async function currentListing(
  { now, log }: Pick<Services, "now" | "log">,
  consultations: Consultations,
  published: PublishedReleases,
): Promise<Listing> {
  const all = await consultations.all();
  const standing = async ({ definition, life }: Known) => {
    const { id } = definition;
    const found = await published.newest(id).catch((failure: unknown) => {
      const name = failure instanceof Error ? failure.name : typeof failure;
      log({ level: "error", event: "release-not-listed", consultation: id, failure: name });
      return undefined;
    });
    const calendar = calendarAt({ definition, life }, found && newestOf(found.release), now());
    return { definition, life, calendar };
  };
  return listingOf(await Promise.all(all.map(standing)));
}
