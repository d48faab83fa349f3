import type { Language } from "../../domain/language.ts";
import { valueOf } from "../../domain/draft/draft.ts";
import { type PublishedConsultation, stageAt } from "../../domain/consultation/life.ts";
import { roleOf } from "../../domain/organiser/role.ts";
import { CATALOGUES } from "../../web/language/catalogue.ts";
import type { ConsoleProps, SignedIn } from "../../web/organiser/console-page.tsx";
import type { OwnConsultation } from "../../web/organiser/console-home-page.tsx";
import type { SectionProps } from "../../web/organiser/section-page.tsx";
import { languageOf } from "../http/request.ts";
import type { Services } from "../services.ts";
import { getPublished } from "../store/consultations.ts";
import { getDraft } from "../store/drafts.ts";
import { standingProposals } from "./proposals.ts";
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
  const published = await getPublished(services.db, id);
  const title = await titleOf(services, id, published, view.language);
  return { ...view, ...signedInView(actor), consultation: { id, title }, role };
}

/** A consultation's title; that of its draft before it is published, and its id where that has none. */
async function titleOf(
  { db }: Services,
  id: string,
  published: PublishedConsultation | undefined,
  language: Language,
): Promise<string> {
  if (published !== undefined) return published.definition.title[language];
  const stored = await getDraft(db, id);
  return (stored && valueOf(stored.draft, `title.${language}`)) || id;
}

/** The consultations in which an organiser has a role, with what each is called and where it stands. */
export async function ownConsultations(
  services: Services,
  { organiser }: Actor,
  language: Language,
): Promise<OwnConsultation[]> {
  const teams = await listTeams(services.db);
  const own = teams.flatMap(({ consultation: id, members }) => {
    const role = roleOf(members, organiser.id);
    return role === undefined ? [] : [{ id, role }];
  });
  return Promise.all(
    own.map(async (one) => {
      const published = await getPublished(services.db, one.id);
      return {
        ...one,
        title: await titleOf(services, one.id, published, language),
        proposals: await standingProposals(services, one.id),
        stage: stageAt(published, services.now()),
      };
    }),
  );
}

/** This page under the name `localhost`, where it was opened under this machine's number. */
export function localhostOf(request: Request): { localhost: string | undefined } {
  const url = new URL(request.url);
  if (!["127.0.0.1", "[::1]"].includes(url.hostname)) return { localhost: undefined };
  url.hostname = "localhost";
  return { localhost: url.href };
}
