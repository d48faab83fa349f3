import type { Context } from "hono";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Language } from "../../../domain/language.ts";
import type { SectionProps } from "../../../web/organiser/section-page.tsx";
import { problemAnswer } from "../../http/answers.tsx";
import type { Consultations } from "../../memory/consultations.ts";
import type { TeamActor } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Environment } from "../../http/environment.ts";
import type { Services } from "../../services.ts";

/** What a page of the console about one consultation is made for. */
export interface Handling {
  context: Context<Environment>;
  actor: TeamActor;
  definition: Consultation;
  language: Language;
  /** What every page of the consultation's console is given. */
  page: SectionProps;
}

/** Finds the consultation that an admitted organiser acts on, and hands on what its pages need. */
export async function handling(
  services: Services,
  consultations: Consultations,
  context: Context<Environment>,
  actor: TeamActor,
  handle: (input: Handling) => Response | Promise<Response>,
): Promise<Response> {
  const known = await consultations.find(actor.consultation);
  if (known === undefined) {
    return problemAnswer(context, services, { problem: "consultation-unknown" });
  }
  const page = await sectionView(services, context.req.raw, actor);
  const { language } = page;
  return handle({ context, actor, definition: known.definition, language, page });
}
