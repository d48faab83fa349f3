import type { Consultation } from "../../domain/consultation/definition.ts";
import { pathOf, RECOMMENDATION_PICTURE } from "../../domain/paths.ts";
import { isDrawable } from "../language/drawable.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import type { Shared } from "../page/shared-head.tsx";
import { type Headed, hasPicture, sharedAbout } from "../respondent/consultation-head.ts";

type Recommendation = Consultation["recommendations"][number];

/** What a page about one recommendation is called: "A law on water (K3)". */
export const nameOf = (
  reader: Reader,
  consultation: Pick<Consultation, "languages">,
  { title, code }: Recommendation,
): string => `${textOf(saidIn(reader, consultation, title))} (${code})`;

/** What such a page tells those who pass it on; where taking part may be dangerous, nothing. */
export function sharedAboutOne(
  reader: Reader,
  origin: string,
  head: Headed,
  consultation: Pick<Consultation, "languages">,
  recommendation: Recommendation,
): Shared {
  const name = nameOf(reader, consultation, recommendation);
  const shared = sharedAbout(reader, origin, head, name);
  if (head.atRisk) return shared;
  const { id } = head;
  const { code, statement } = recommendation;
  return {
    ...shared,
    description: textOf(saidIn(reader, consultation, statement)),
    picture: hasPictureOf(head, name) ? pathOf(RECOMMENDATION_PICTURE, { id, code }) : undefined,
  };
}

/** Whether there is a picture of a recommendation of that name: never at risk, and only in letters that its font has. */
export const hasPictureOf = (head: Headed, name: string): boolean =>
  hasPicture(head) && isDrawable(name);
