import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { PublishedReleases } from "../memory/releases.ts";

/** The day of a consultation's first release in its zone, from which silence is counted; `undefined` before it. */
export async function firstReleasedOn(
  published: Pick<PublishedReleases, "list">,
  { id, timeZone }: Pick<Consultation, "id" | "timeZone">,
): Promise<string | undefined> {
  const first = (await published.list(id)).at(-1);
  return first && dayIn(timeZone, new Date(first.releasedAt));
}
