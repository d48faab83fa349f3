import type { Language } from "../../domain/language.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";
import type { ConsoleProps, SignedIn } from "../../web/organise/console-page.tsx";
import type { SectionProps } from "../../web/organise/section-page.tsx";
import { languageOf } from "../request.ts";
import type { Services } from "../services.ts";
import { getConsultation } from "../store/consultations.ts";
import type { Actor, TeamActor } from "./guard.tsx";

/** What every page of the console is given. */
export function consoleView({ assets }: Services, request: Request): ConsoleProps {
  const language = languageOf(request);
  return { language, text: CATALOGUES[language], assets };
}

/** What a page is given where somebody is signed in. */
export const signedInView = ({ organiser, session }: Actor): { signedIn: SignedIn } => ({
  signedIn: { name: organiser.name, formToken: session.formToken },
});

/** What a page of one consultation's console is given. */
export async function sectionView(
  services: Services,
  request: Request,
  actor: TeamActor,
): Promise<SectionProps> {
  const view = consoleView(services, request);
  const { consultation: id, role } = actor;
  const title = await titleOf(services, id, view.language);
  return { ...view, ...signedInView(actor), consultation: { id, title }, role };
}

/** A consultation's title; its id where only a team is stored of it yet. */
export async function titleOf({ db }: Services, id: string, language: Language): Promise<string> {
  return (await getConsultation(db, id))?.title[language] ?? id;
}

/** This page under the name `localhost`, where it was opened under this machine's number. */
export function localhostOf(request: Request): { localhost: string | undefined } {
  const url = new URL(request.url);
  if (!["127.0.0.1", "[::1]"].includes(url.hostname)) return { localhost: undefined };
  url.hostname = "localhost";
  return { localhost: url.href };
}
