import type { Panel } from "../ballot/ballot.ts";
import type { Receipt } from "../ballot/receipt.ts";
import type { Language } from "../language.ts";
import { languageOf } from "./language-of.ts";
import { MOST_REASONS, type Remarks, type StoredRemark, type Written } from "./remark.ts";

/** The places that each respondent has: no more than these can ever be kept of one. */
const REASON_PLACES = Array.from({ length: MOST_REASONS }, (_, at) => `reason-${at + 1}`);
export const SUGGESTION_PLACE = "suggestion";
export const PLACES: readonly string[] = [...REASON_PLACES, SUGGESTION_PLACE];

/**
 * What is hashed (SHA-256) into the id under which a remark is kept. The prefix is another one than the ballot's, so
 * that the two ids have nothing in common, and each place makes its own, so that no two remarks have either.
 */
export const remarkIdPreimage = (consultation: string, receipt: Receipt, place: string): string =>
  `kenes-remark/1\0${consultation}\0${place}\0${receipt}`;

/** What stands in each place: `undefined` where nothing does. */
export type Placed = ReadonlyMap<string, StoredRemark | undefined>;

/** Who writes, as far as that is kept. */
interface Author {
  panel: Panel;
  languages: readonly Language[];
  /** The id that a place has. */
  idOf: (place: string) => string;
}

/**
 * What is to stand in each place once these remarks replace the stored ones. A reason that is as it was stays as
 * it is, object for object; one that is said differently stays in its place.
 */
export function replaced(stored: Placed, wanted: Remarks, author: Author): Placed {
  const codeIn = new Map(REASON_PLACES.map((place) => [place, stored.get(place)?.code]));
  const left = new Map(Object.entries(wanted.reasons));
  const after = new Map<string, StoredRemark | undefined>();
  const put = (place: string, kind: StoredRemark["kind"], code: string, written: Written) => {
    const before = stored.get(place);
    const same =
      before?.code === code &&
      before.text === written.text &&
      before.publish === written.publish &&
      before.panel === author.panel;
    const made = { id: author.idOf(place), kind, code, panel: author.panel, ...written };
    after.set(
      place,
      same ? before : { ...made, language: languageOf(written.text, author.languages) },
    );
  };
  for (const [place, code] of codeIn) {
    const written = code === undefined ? undefined : left.get(code);
    if (written === undefined) continue;
    put(place, "reason", code!, written);
    left.delete(code!);
  }
  const free = REASON_PLACES.filter((place) => !after.has(place));
  for (const [code, written] of left) put(free.shift()!, "reason", code, written);
  if (wanted.suggestion !== undefined) put(SUGGESTION_PLACE, "suggestion", "", wanted.suggestion);
  return new Map(PLACES.map((place) => [place, after.get(place)]));
}

/** What somebody wrote, out of its places. */
export function remarksIn(placed: Placed): Remarks {
  const written = ({ text, publish }: StoredRemark): Written => ({ text, publish });
  const suggestion = placed.get(SUGGESTION_PLACE);
  const reasons = REASON_PLACES.flatMap((place): [string, Written][] => {
    const remark = placed.get(place);
    return remark === undefined ? [] : [[remark.code, written(remark)]];
  });
  return {
    reasons: Object.fromEntries(reasons),
    ...(suggestion !== undefined && { suggestion: written(suggestion) }),
  };
}
