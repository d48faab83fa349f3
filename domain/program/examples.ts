/** What may be sent, for each endpoint that takes something: the reference shows it, and the tests send it. */
import type * as z from "zod/mini";
import type * as request from "./requests.ts";

type Sent<Schema extends z.ZodMiniType> = z.infer<Schema>;

/** A definition as it is asked for at `GET …/draft`, cut short here. */
export const DRAFT: Sent<typeof request.draftRequest> = {
  revision: 3,
  definition: {
    id: "river",
    languages: ["en"],
    timeZone: "Asia/Almaty",
    title: { en: "What should be done about the river?" },
    summary: { en: "Recommendations of the water council." },
    source: {
      title: { en: "The river in 2030" },
      publisher: "Water council",
      date: "2026-03-01",
    },
    organiser: {
      name: { en: "Water council" },
      contact: { en: "council@water.example.org" },
    },
    translations: { en: "original" },
    addressees: [{ code: "M", name: { en: "Ministry of Water" } }],
    recommendations: [
      {
        code: "M1",
        addressee: "M",
        title: { en: "Measure daily" },
        statement: { en: "The ministry should measure the level of the river every day." },
      },
      {
        code: "M2",
        addressee: "M",
        title: { en: "Publish what is measured" },
        statement: { en: "The ministry should publish what it measures within a day." },
      },
    ],
    about: [],
    release: { every: "day" },
    disclosure: "standard",
  },
};

export const STEP: Sent<typeof request.stepRequest> = {
  step: "pause",
  stage: "open",
  confirmed: true,
  note: { en: "We are correcting a mistake in the third recommendation." },
};

export const INVITATIONS: Sent<typeof request.invitationsRequest> = {
  label: "Hydrologists",
  labels: ["Institute of Geography, 1", "Institute of Geography, 2"],
};

export const REVOKE: Sent<typeof request.revokeRequest> = {
  group: "0123456789abcdef",
  which: "Institute of Geography, 1",
};

export const CHANNEL: Sent<typeof request.channelRequest> = { label: { en: "Radio" } };

export const HOOK: Sent<typeof request.hookRequest> = {
  address: "https://hooks.example.org/kenes",
};

export const EXPORT: Sent<typeof request.exportRequest> = { confirmed: true };

export const RESPONSE: Sent<typeof request.responseRequest> = {
  recommendation: "M1",
  seen: 0,
  status: "accepted",
  day: "2026-04-02",
  statement: { en: "The ministry will measure daily from May on." },
  original: "en",
  evidence: ["https://water.example.org/news/17"],
  source: { title: "Press release of 2 April 2026", address: "https://water.example.org/news/17" },
  promised: "2026-05-31",
};

export const WITHDRAW: Sent<typeof request.withdrawRequest> = {
  reason: { en: "It was the answer to another recommendation." },
};

/** The name of a text as the queue tells it: of which recommendation, in which language, and a hash. */
const TEXT = `M1#en#${"0123456789abcdef".repeat(4)}`;

export const VERDICTS: Sent<typeof request.verdictsRequest> = {
  verdicts: [{ text: TEXT, standing: "waiting", acts: 0, verdict: "accept" }],
};
