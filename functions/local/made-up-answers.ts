import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Texts } from "../../domain/language.ts";
import type { Answer } from "../../domain/response/entry.ts";
import type { ResponseStatus } from "../../domain/response/status.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";

/** An answer, and the day by which it promises more, both seen from the day on which they are made up. */
interface Plan {
  status: ResponseStatus;
  daysAgo: number;
  promisedIn?: number;
}

/**
 * What is made up of each addressee's recommendations in turn: of every kind one, a promise that is to come
 * and one that passed, and silence between.
 */
const PLANS: readonly (readonly Plan[])[] = [
  [{ status: "accepted", daysAgo: 60, promisedIn: -20 }],
  [],
  [{ status: "rejected", daysAgo: 45 }],
  [{ status: "acknowledged", daysAgo: 30 }],
  [
    { status: "accepted", daysAgo: 90, promisedIn: -30 },
    { status: "done", daysAgo: 35 },
  ],
  [],
  [{ status: "in-progress", daysAgo: 10, promisedIn: 30 }],
  [{ status: "partly-accepted", daysAgo: 25 }],
  [],
];

/** Made-up answers to the recommendations of a consultation, each of which says in its own words that it is one. */
export function madeUpAnswers(consultation: Consultation, now: Date, today: string): Answer[] {
  const { addressees, recommendations, languages } = consultation;
  const planned = addressees.flatMap(({ code: addressee }) =>
    recommendations
      .filter((one) => one.addressee === addressee)
      .flatMap(({ code }, place) =>
        PLANS[place % PLANS.length]!.map((plan) => ({ addressee, code, ...plan })),
      ),
  );
  const said = (of: (demo: Demo) => string): Texts =>
    Object.fromEntries(languages.map((one) => [one, of(catalogueFor(one).council.demo)]));
  return planned
    .toSorted((one, other) => other.daysAgo - one.daysAgo)
    .map(({ addressee, code, status, daysAgo, promisedIn }, index): Answer => ({
      kind: "answer",
      number: index + 1,
      at: `${now.toISOString().slice(0, 19)}Z`,
      by: "organiser",
      recommendation: code,
      madeUp: true,
      addressee,
      status,
      day: dayFrom(today, -daysAgo),
      statement: said((demo) => demo.statement),
      original: languages[0]!,
      evidence: [],
      source: { title: catalogueFor(languages[0]!).council.demo.source },
      ...(promisedIn !== undefined && { promised: dayFrom(today, promisedIn) }),
    }));
}

type Demo = ReturnType<typeof catalogueFor>["council"]["demo"];

const DAY_MS = 86_400_000;

/** The day so many days after another. */
const dayFrom = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);

/** A made-up reason in the language of a ballot. */
export const madeUpReason = (language: string, number: number): string => {
  const { reasons } = catalogueFor(language).council.demo;
  return reasons[number % reasons.length]!;
};
