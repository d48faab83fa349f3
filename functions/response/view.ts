import type { Consultation } from "../../domain/consultation/definition.ts";
import { dayIn } from "../../domain/consultation/time-zone.ts";
import type { Language } from "../../domain/language.ts";
import type { Problem } from "../../domain/problem.ts";
import type { TypedAnswer } from "../../domain/response/read-entry.ts";
import { holds } from "../../domain/response/standing.ts";
import type { AnsweringProps } from "../../web/response/answering.tsx";
import { firstReleasedOn } from "../memory/first-release.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";
import { listResponses } from "../store/responses.ts";
import { answerIn, type Hand, isOwn, newestAbout, recommendationFor } from "./record-response.ts";
import { typedOf } from "./typed.ts";

/** What a page about the answers of a consultation is made from: the record as it is at this moment. */
export async function answersView(
  { db, now }: Pick<Services, "db" | "now">,
  releases: PublishedReleases,
  definition: Consultation,
) {
  return {
    entries: await listResponses(db, definition.id),
    since: await firstReleasedOn(releases, definition),
    today: dayIn(definition.timeZone, now()),
  };
}

/** What the form for one recommendation is asked for: which, and of what it is a correction. */
export interface Asked {
  recommendation: string;
  corrects: string;
  /** What was sent and not recorded, and why. */
  refused?: { typed: TypedAnswer; problem: Problem };
}

/** What the form for an answer is shown with; `undefined` where the recommendation is not that hand's, or is none. */
export function answeringView(
  view: Awaited<ReturnType<typeof answersView>>,
  consultation: Consultation,
  hand: Hand,
  { recommendation: code, corrects, refused }: Asked,
  language: Language,
): AnsweringProps | undefined {
  const recommendation = recommendationFor(consultation, code, hand);
  if (recommendation === undefined) return undefined;
  const named = answerIn(view.entries, corrects);
  const isTheirs =
    named !== undefined && named.recommendation === code && holds(named) && isOwn(named, hand);
  const corrected = isTheirs ? named : undefined;
  const { languages } = consultation;
  const original = languages.includes(language) ? language : languages[0]!;
  return {
    ...view,
    consultation,
    recommendation,
    corrected,
    by: hand.by,
    typed: refused?.typed ?? typedOf(corrected, original),
    seen: newestAbout(view.entries, code),
    problem: refused?.problem.problem,
    faults: refused?.problem.faults ?? [],
  };
}
