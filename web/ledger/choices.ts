import type { Consultation } from "../../domain/consultation/definition.ts";
import { prioritiesIn, type Priority } from "../../domain/ledger/places.ts";
import type { Release } from "../../domain/release/schema.ts";
import { RESPONSE_STATUSES, type ResponseStatus } from "../../domain/response/status.ts";

/** What a reader can choose of a ledger; all of it stands in the address. */
export interface LedgerChoices {
  /** By whose ratings; where no order can be told, what it would begin with. */
  by: Priority;
  /** The code of an addressee, or a status, where only its recommendations are shown. */
  addressee: string | undefined;
  status: ResponseStatus | undefined;
}

/** The choices as they came in the address; what is unknown, or not told, falls back to the usual. */
export function readLedgerChoices(
  query: Record<string, string | undefined>,
  { addressees }: Pick<Consultation, "addressees">,
  release: Release | undefined,
): LedgerChoices {
  const [usual = "both", ...others] = prioritiesIn(release);
  return {
    by: others.find((by) => by === query["by"]) ?? usual,
    addressee: addressees.find(({ code }) => code === query["addressee"])?.code,
    status: RESPONSE_STATUSES.find((status) => status === query["status"]),
  };
}

/** The choices as a query; those that are usual for a release are left out. */
export function ledgerQuery(
  { by, addressee, status }: LedgerChoices,
  release: Release | undefined,
): Record<string, string> {
  const [usual] = prioritiesIn(release);
  return {
    ...(usual !== undefined && by !== usual && { by }),
    ...(addressee !== undefined && { addressee }),
    ...(status !== undefined && { status }),
  };
}
