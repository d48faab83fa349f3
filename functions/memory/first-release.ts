import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { PublishedReleases } from "./releases.ts";

/** The day of a consultation's first release in its zone, from which silence is counted; `undefined` before it. */
export async function firstReleasedOn(
  published: Pick<PublishedReleases, "list" | "newest">,
  { id, timeZone }: Pick<Consultation, "id" | "timeZone">,
): Promise<string | undefined> {
  // A release that is in memory before its register is read again was released all the same.
  const first = (await published.list(id)).at(-1) ?? (await published.newest(id))?.release;
  return first && dayIn(timeZone, new Date(first.releasedAt));
}
