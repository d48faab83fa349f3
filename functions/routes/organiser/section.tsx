import type { Context } from "hono";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import type { Life } from "../../../domain/consultation/life.ts";
import type { Language } from "../../../domain/language.ts";
import type { SectionProps } from "../../../web/organiser/section-page.tsx";
import { NotYetPage } from "../../../web/organiser/not-yet-page.tsx";
import { pageAnswer, problemAnswer } from "../../http/answers.tsx";
import type { Environment } from "../../http/environment.ts";
import type { TeamActor } from "../../organiser/guard.tsx";
import { sectionView } from "../../organiser/view.ts";
import type { Services } from "../../services.ts";

/** What a page of the console about a published consultation is made for. */
export interface PublishedSection {
  context: Context<Environment>;
  actor: TeamActor;
  definition: Consultation;
  life: Life;
  language: Language;
  /** What every page of the consultation's console is given. */
  page: SectionProps;
}

/** Hands on what the pages about a published consultation need; of a draft says from when there is anything. */
export async function onPublished(
  services: Services,
  context: Context<Environment>,
  actor: TeamActor,
  handle: (input: PublishedSection) => Response | Promise<Response>,
): Promise<Response> {
  const published = await actor.section.published();
  const page = await sectionView(services, context.req.raw, actor);
  if (published === undefined) {
    return context.req.method === "GET"
      ? pageAnswer(<NotYetPage {...page} />)
      : problemAnswer(context, services, { problem: "consultation-unknown" });
  }
  return handle({
    context,
    actor,
    definition: published.definition,
    life: published.life,
    language: page.language,
    page,
  });
}
