import type { Context } from "hono";
import type { Consultation } from "../../domain/consultation.ts";
import type { Language } from "../../domain/language.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";
import type { SignedIn } from "../../web/organise/console-page.tsx";
import { problemAnswer } from "../answers.tsx";
import type { Consultations } from "../consultations.ts";
import type { TeamActor } from "../organise/guard.tsx";
import { languageOf } from "../request.ts";
import type { Environment } from "../routes/environment.ts";
import type { Services } from "../services.ts";

/** What a page of the console about one consultation is made for. */
export interface Handling {
  context: Context<Environment>;
  actor: TeamActor;
  definition: Consultation;
  language: Language;
  /** What every page of the console is given. */
  page: ReturnType<typeof pageOf>;
}

const pageOf = (
  { assets }: Services,
  language: Language,
  { organiser, session }: TeamActor,
  definition: Consultation,
) => ({
  language,
  text: CATALOGUES[language],
  assets,
  signedIn: { name: organiser.name, formToken: session.formToken } satisfies SignedIn,
  consultation: { id: definition.id, title: definition.title[language] },
});

/** Finds the consultation that an admitted organiser acts on, and hands on what its pages need. */
export async function handling(
  services: Services,
  consultations: Consultations,
  context: Context<Environment>,
  actor: TeamActor,
  handle: (given: Handling) => Response | Promise<Response>,
): Promise<Response> {
  const known = await consultations.find(actor.consultation);
  if (known === undefined) {
    return problemAnswer(context, services, { problem: "consultation-unknown" });
  }
  const { definition } = known;
  const language = languageOf(context.req.raw);
  const page = pageOf(services, language, actor, definition);
  return handle({ context, actor, definition, language, page });
}
