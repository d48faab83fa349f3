import type { Panel } from "../../../domain/ballot/ballot.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { ledgerOf } from "../../../domain/ledger/ledger.ts";
import type { Priority } from "../../../domain/ledger/places.ts";
import type { Release } from "../../../domain/release/schema.ts";
import type { Answer, ResponseEntry } from "../../../domain/response/entry.ts";
import { consultation, made } from "../../web/results/made.ts";

/* Ledgers of figures that a test states: a release whose means are put in by hand, and answers in few words. */

/** A release of these means by code; `null`, and what is left out, is not told. */
export function withMeans(
  definition: Consultation,
  means: Record<string, Partial<Record<Panel, number | null>>>,
): Release {
  const release = made({ definition });
  return {
    ...release,
    recommendations: release.recommendations.map((one) => {
      const panel = (name: Panel) => {
        const mean = means[one.code]?.[name] ?? null;
        return { ...one.panels[name], mean, rated: mean === null ? null : 40, rank: null };
      };
      return { ...one, panels: { public: panel("public"), expert: panel("expert") } };
    }),
  };
}

/** A consultation of so many recommendations `R1`…, each with so many measures, by turns of the addressees. */
export function asking(
  count: number,
  { measures = 0, addressees = ["A", "B"] } = {},
): Consultation {
  const shipped = consultation({ release: { every: "week" } });
  const [one] = shipped.recommendations;
  const [named] = shipped.addressees;
  return {
    ...shipped,
    addressees: addressees.map((code) => ({ ...named!, code })),
    recommendations: Array.from({ length: count }, (_, place) => ({
      ...one!,
      code: `R${place + 1}`,
      addressee: addressees[place % addressees.length]!,
      measures: Array.from({ length: measures }, () => one!.measures[0]!),
    })),
  };
}

/** Entry `number`: an answer to a recommendation on a day. */
export const answered = (
  number: number,
  recommendation: string,
  day: string,
  more: Partial<Answer> = {},
): ResponseEntry => ({
  kind: "answer",
  number,
  at: `${day}T09:00:00Z`,
  by: "addressee",
  recommendation,
  addressee: "A",
  status: "accepted",
  day,
  statement: { en: "We accept this." },
  original: "en",
  evidence: [],
  ...more,
});

interface Given {
  definition: Consultation;
  release?: Release | undefined;
  entries?: readonly ResponseEntry[];
  since?: string | undefined;
  today?: string;
  by?: Priority;
}

/** A ledger; with a release, its first one was on 3 March 2026, and it is 1 October. */
export const ledger = ({ definition, release, entries = [], ...given }: Given) =>
  ledgerOf({
    consultation: definition,
    release,
    firstReleasedOn: release && (given.since ?? "2026-03-03"),
    entries,
    today: given.today ?? "2026-10-01",
    by: given.by ?? "public",
  });
