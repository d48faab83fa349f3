import { calendarAt } from "../../domain/consultation/calendar.ts";
import { type Listing, listingOf } from "../../domain/consultation/listing.ts";
import { newestOf } from "../../domain/release/newest.ts";
import type { Services } from "../services.ts";
import { cached } from "./cached.ts";
import type { Consultations } from "./consultations.ts";
import type { PublishedReleases } from "./releases.ts";

/** How long it is held which releases there are, in ms: a list asks for those of all, and tells of each its day. */
const KEEP_FOR = 10_000;

/** What the start page, the council and the API list, as it is at this moment. */
export type CurrentListing = () => Promise<Listing>;

/**
 * Lists the consultations. A release that cannot be read is told of the operators and takes nothing away from the others: its
 * consultation is listed as if it had none. Where each stands is worked out for whoever asks.
 */
export function currentListing(
  { log, ...time }: Pick<Services, "now" | "newsBy" | "log">,
  consultations: Consultations,
  published: PublishedReleases,
): CurrentListing {
  const listed = async () => (await consultations.all()).filter(({ life }) => !life.archived);
  const newest = async (id: string) => {
    const found = await published.newest(id).catch((failure: unknown) => {
      const name = failure instanceof Error ? failure.name : typeof failure;
      log({ level: "error", event: "release-not-listed", consultation: id, failure: name });
      return undefined;
    });
    return [id, found && newestOf(found.release)] as const;
  };
  const releases = cached(
    async () =>
      new Map(await Promise.all((await listed()).map(({ definition }) => newest(definition.id)))),
    KEEP_FOR,
    time,
  );
  return async () => {
    const [all, known] = [await listed(), await releases()];
    const standing = all.map(({ definition, life }) => {
      const calendar = calendarAt({ definition, life }, known.get(definition.id), time.now());
      return { definition, life, calendar };
    });
    return listingOf(standing);
  };
}
