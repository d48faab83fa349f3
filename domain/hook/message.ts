/** What a webhook is told: an event as JSON, with what is needed to find the rest, and no figure of anybody. */
import type { Consultation } from "../consultation/definition.ts";
import { newsId, type NewsEvent, type NewsKind } from "../news/event.ts";
import { pageOf } from "../news/page-of.ts";
import { pathOf, RESULTS } from "../paths.ts";

/** What each kind of event is called in messages. Never renamed: receivers go by it. */
const TYPES: Record<NewsKind, string> = {
  opened: "consultation.opened",
  closed: "consultation.closed",
  "closing-moved": "consultation.closing-moved",
  release: "release.published",
  "final-release": "release.final",
  answer: "answer.recorded",
  correction: "answer.corrected",
  withdrawal: "answer.withdrawn",
  "promise-passed": "promise.passed",
};

/** A message before it is signed: its type, the moment of the event, and what it is about. */
export interface Message {
  type: string;
  timestamp: string;
  data: Record<string, string | number | boolean>;
}

/** Under which address an installation is found. */
type At = { origin: string; host: string };

export function messageOf(
  { origin, host }: At,
  { id, title, languages }: Pick<Consultation, "id" | "title" | "languages">,
  event: NewsEvent,
): Message {
  return {
    type: TYPES[event.kind],
    timestamp: event.at,
    data: {
      id: newsId(host, id, event),
      consultation: id,
      title: title[languages[0]!]!,
      address: origin + pageOf(id, event),
      ...event.about,
      ...detailsOf(event),
    },
  };
}

function detailsOf(event: NewsEvent): Message["data"] {
  switch (event.kind) {
    case "opened":
    case "closed":
      return {};
    case "closing-moved":
      return { closesAt: event.closing.to };
    case "release":
    case "final-release": {
      const { release, hash, final } = event.release;
      return { release, hash, final };
    }
    case "answer":
    case "correction": {
      const { number, status, day, by, measure, promised, corrects } = event.answer;
      return {
        number,
        status,
        day,
        by,
        // As people count, from 1.
        ...(measure !== undefined && { measure: measure + 1 }),
        ...(promised !== undefined && { promised }),
        ...(corrects !== undefined && { corrects }),
      };
    }
    case "withdrawal":
      return { withdraws: event.withdrawal.withdraws };
    case "promise-passed":
      return { number: event.answer.number, promised: event.day };
  }
}

/** What an organiser has sent in order to see whether it arrives. */
export const testMessage = (
  { origin }: Pick<At, "origin">,
  { id, title, languages }: Pick<Consultation, "id" | "title" | "languages">,
  at: string,
): Message => ({
  type: "test",
  timestamp: at,
  data: {
    consultation: id,
    title: title[languages[0]!]!,
    address: origin + pathOf(RESULTS, { id }),
  },
});
