import type { Language } from "../../domain/language.ts";
import { valueOf } from "../../domain/making/draft.ts";
import type { Role } from "../../domain/organiser/role.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";
import type { ConsoleProps, SignedIn } from "../../web/organise/console-page.tsx";
import type { SectionProps } from "../../web/organise/section-page.tsx";
import { languageOf } from "../request.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { getDraft } from "../store/drafts.ts";
import { listTeams } from "../store/teams.ts";
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

/** Every consultation in which somebody has a role, with its title in the page's language. */
export async function ownConsultations(
  services: Services,
  { organiser }: Actor,
  language: Language,
): Promise<{ id: string; title: string; role: Role }[]> {
  const own = (await listTeams(services.db)).flatMap(({ consultation: id, members }) => {
    const role = Object.hasOwn(members, organiser.id) ? members[organiser.id] : undefined;
    return role === undefined ? [] : [{ id, role }];
  });
  return Promise.all(
    own.map(async (one) => ({ ...one, title: await titleOf(services, one.id, language) })),
  );
}

/** A consultation's title; that of its draft before it is published, and its id where that has none. */
async function titleOf({ db }: Services, id: string, language: Language): Promise<string> {
  const published = await getPublished(db, id);
  if (published !== undefined) return published.definition.title[language];
  const kept = await getDraft(db, id);
  return (kept && valueOf(kept.draft, `title.${language}`)) || id;
}

/** This page under the name `localhost`, where it was opened under this machine's number. */
export function localhostOf(request: Request): { localhost: string | undefined } {
  const url = new URL(request.url);
  if (!["127.0.0.1", "[::1]"].includes(url.hostname)) return { localhost: undefined };
  url.hostname = "localhost";
  return { localhost: url.href };
}
