import type { Listing } from "../../domain/consultation/listing.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import { type CouncilAddressee, councilOf, type Recorded } from "../../domain/council/council.ts";
import { isAnswered, ledgerOf } from "../../domain/ledger/ledger.ts";
import { prioritiesIn } from "../../domain/ledger/places.ts";
import { isMadeUp } from "../../domain/response/made-up.ts";
import type { Answered } from "../../web/council/view.ts";
import type { Services } from "../services.ts";
import { cached } from "./cached.ts";
import type { Consultations, Known } from "./consultations.ts";
import type { CurrentListing } from "./listing.ts";
import { firstReleasedOn } from "./first-release.ts";
import type { PublishedReleases } from "./releases.ts";
import type { Responses } from "./responses.ts";

/** How long what all ledgers come to is served from memory, in ms: it is told in days. */
const KEEP_FOR = 10_000;

interface Council {
  listing: Listing;
  addressees: readonly CouncilAddressee[];
  /** By consultation. */
  answered: ReadonlyMap<string, Answered>;
}

/**
 * What the council's page and the API tell. Where each consultation stands is worked out for whoever asks;
 * the ledgers are read every few seconds, also of as many as there are.
 */
export function councilOfAll(
  services: Services,
  consultations: Consultations,
  published: PublishedReleases,
  responses: Responses,
  listing: CurrentListing,
): () => Promise<Council> {
  const { log } = services;
  const ledgers = cached(
    async () => {
      const all = (await consultations.all()).filter(({ life }) => !life.archived);
      const read: Recorded[] = [];
      // One after the other: nobody waits for it but whoever asks first.
      for (const known of all) {
        const { id } = known.definition;
        const recording = recordedOf(services, published, responses, known);
        const recorded = await recording.catch((failure: unknown) => {
          const name = failure instanceof Error ? failure.name : typeof failure;
          log({ level: "error", event: "ledger-not-listed", consultation: id, failure: name });
          return undefined;
        });
        if (recorded !== undefined) read.push(recorded);
      }
      return { addressees: councilOf(read), answered: answeredIn(read) };
    },
    KEEP_FOR,
    services,
  );
  return async () => ({
    listing: await listing(),
    ...(await ledgers()),
  });
}

/** A consultation with its ledger; `undefined` before its first release. */
async function recordedOf(
  { now }: Services,
  published: PublishedReleases,
  responses: Responses,
  { definition }: Known,
): Promise<Recorded | undefined> {
  const { id, timeZone } = definition;
  const newest = await published.newest(id);
  if (newest === undefined) return undefined;
  const { release } = newest;
  const entries = await responses(id);
  const ledger = ledgerOf({
    consultation: definition,
    release,
    firstReleasedOn: await firstReleasedOn(published, definition),
    entries,
    today: dayIn(timeZone, now()),
    by: prioritiesIn(release)[0] ?? "public",
  });
  return { definition, ledger, madeUp: isMadeUp(release, entries) };
}

const answeredIn = (all: readonly Recorded[]): Map<string, Answered> =>
  new Map(
    all.map(({ definition, ledger: { rows }, madeUp }) => [
      definition.id,
      { recommendations: rows.length, answered: rows.filter(isAnswered).length, madeUp },
    ]),
  );
