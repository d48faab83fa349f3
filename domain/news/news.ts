/**
 * News of a consultation: what happened, as far as it is on record. It only grows: what has been told is never
 * taken back by what comes later, and keeps its key and its moment, so that feed readers and webhooks know it again.
 */
import type { Consultation } from "../consultation/definition.ts";
import { dayIn, momentAt } from "../consultation/time-zone.ts";
import type { ResponseEntry } from "../response/entry.ts";
import { promisesIn } from "../response/promise.ts";
import { type FatedAnswer, historyOf } from "../response/standing.ts";
import { type About, type NewsEvent, type NewsRelease, utcDay } from "./event.ts";

/** Of several releases on a day the first is news, and of those at most so many: an hourly clock would drown the rest. */
const MOST_RELEASES = 30;

/** Most events in a feed. */
export const MOST_NEWS = 100;

/** Everything that had happened by a moment, the newest first. */
export function newsOf(input: {
  consultation: Pick<
    Consultation,
    "timeZone" | "opensAt" | "closesAt" | "closings" | "recommendations"
  >;
  /** The newest first. */
  releases: readonly NewsRelease[];
  entries: readonly ResponseEntry[];
  now: Date;
}): NewsEvent[] {
  const { consultation, releases, entries, now } = input;
  const all = [
    ...ofCalendar(consultation),
    ...ofReleases(releases),
    ...ofResponses(consultation, entries),
  ];
  return all
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .toSorted(
      (one, other) => Date.parse(other.at) - Date.parse(one.at) || (other.key < one.key ? -1 : 1),
    );
}

/** Of whom and what somebody wants to be told. */
export interface Wanted {
  addressee?: string | undefined;
  recommendation?: string | undefined;
}

/** The news for whoever follows one addressee or recommendation: of others nothing, of the whole everything. */
export const newsFor = <Told extends { about?: About }>(
  news: readonly Told[],
  { addressee, recommendation }: Wanted,
): Told[] =>
  news.filter(
    ({ about }) =>
      about === undefined ||
      ((addressee === undefined || about.addressee === addressee) &&
        (recommendation === undefined || about.recommendation === recommendation)),
  );

function ofCalendar({
  opensAt,
  closesAt,
  closings = [],
}: Pick<Consultation, "opensAt" | "closesAt" | "closings">): NewsEvent[] {
  const event = (key: string, at: string) => ({ key, at, updated: at });
  return [
    ...(opensAt === undefined ? [] : [{ ...event("opened", opensAt), kind: "opened" as const }]),
    ...closings.map((closing, place) => ({
      ...event(`closing/${place + 1}`, closing.at),
      kind: "closing-moved" as const,
      closing,
    })),
    ...(closesAt === undefined ? [] : [{ ...event("closed", closesAt), kind: "closed" as const }]),
  ];
}

/** Whether a release is news depends on those before it alone, so that it never ceases to be. */
function ofReleases(releases: readonly NewsRelease[]): NewsEvent[] {
  const news: NewsEvent[] = [];
  for (const [place, release] of releases.entries()) {
    if (news.length === MOST_RELEASES) break;
    const before = releases[place + 1];
    const isFirst =
      before === undefined || utcDay(before.releasedAt) !== utcDay(release.releasedAt);
    if (!isFirst && !release.final) continue;
    news.push({
      key: `release/${release.release}`,
      at: release.releasedAt,
      updated: release.releasedAt,
      kind: release.final ? "final-release" : "release",
      release,
    });
  }
  return news;
}

function ofResponses(
  { recommendations, timeZone }: Pick<Consultation, "recommendations" | "timeZone">,
  entries: readonly ResponseEntry[],
): NewsEvent[] {
  return recommendations.flatMap(({ code, addressee }): NewsEvent[] => {
    const about = { recommendation: code, addressee };
    const own = entries.filter(({ recommendation }) => recommendation === code);
    const answers = historyOf(own, code);
    return [
      ...answers.map((answer) => ofAnswer(about, answer)),
      ...own.flatMap((withdrawal): NewsEvent[] => {
        if (withdrawal.kind !== "withdrawal") return [];
        const { number, at } = withdrawal;
        return [
          { key: `response/${number}`, at, updated: at, kind: "withdrawal", about, withdrawal },
        ];
      }),
      ...answers.flatMap((answer) => ofPromise(about, answer, own, timeZone)),
    ];
  });
}

function ofAnswer(about: About, answer: FatedAnswer): NewsEvent {
  const changed =
    answer.fate === "withdrawn"
      ? answer.withdrawnBy.at
      : answer.fate === "corrected"
        ? answer.correctedBy.at
        : answer.at;
  return {
    key: `response/${answer.number}`,
    at: answer.at,
    updated: changed,
    kind: answer.corrects === undefined ? "answer" : "correction",
    about,
    answer,
  };
}

/**
 * A promise of which nothing had come when its day was over; of one that was recorded afterwards, when that day
 * was: whoever enters a history enters what followed too.
 */
function ofPromise(
  about: About,
  answer: FatedAnswer,
  entries: readonly ResponseEntry[],
  zone: string,
): NewsEvent[] {
  const { promised: day, number } = answer;
  if (day === undefined) return [];
  const recordedOn = dayIn(zone, new Date(answer.at));
  const over = dayAfter(day > recordedOn ? day : recordedOn, zone);
  const recorded = entries.filter(({ at }) => Date.parse(at) < over.getTime());
  const promise = promisesIn(historyOf(recorded, about.recommendation), dayIn(zone, over)).find(
    (one) => one.answer.number === number,
  );
  if (promise?.state !== "passed") return [];
  const at = over.toISOString();
  return [
    { key: `promise/${number}`, at, updated: at, kind: "promise-passed", about, answer, day },
  ];
}

const DAY_MS = 86_400_000;

/** The moment at which a day is over by the clocks of a zone. */
const dayAfter = (day: string, zone: string): Date =>
  momentAt(new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS), zone);
