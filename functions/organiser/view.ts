import type { Language } from "../../domain/language.ts";
import { binnedUntil, isPastBin } from "../../domain/draft/bin.ts";
import { type Draft, originalOf, valueOf } from "../../domain/draft/draft.ts";
import { stageAt } from "../../domain/consultation/life.ts";
import { may, roleOf } from "../../domain/organiser/role.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import type { ConsoleProps, SignedIn } from "../../web/organiser/console-page.tsx";
import type {
  BinnedConsultation,
  OwnConsultation,
} from "../../web/organiser/console-home-page.tsx";
import type { SectionProps } from "../../web/organiser/section-page.tsx";
import { languageOf } from "../http/request.ts";
import type { Services } from "../services.ts";
import { getBinned } from "../store/bin.ts";
import { listTeams } from "../store/teams.ts";
import type { Actor, TeamActor } from "./guard.tsx";
import { openSection, type Section } from "./section.ts";

/** What every page of the console is given. */
export function consoleView({ assets }: Services, request: Request): ConsoleProps {
  const language = languageOf(request);
  return { language, text: catalogueFor(language), assets };
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
  const title = await titleOf(actor.section, view.language);
  const published = (await actor.section.published()) !== undefined;
  return { ...view, ...signedInView(actor), consultation: { id, title, published }, role };
}

/** A consultation's title; that of its draft before it is published, and its id where that has none. */
async function titleOf(section: Section, language: Language): Promise<string> {
  const published = await section.published();
  if (published !== undefined) {
    const { title, languages } = published.definition;
    return title[language] ?? title[languages[0]!] ?? section.id;
  }
  const stored = await section.draft();
  if (stored === undefined) return section.id;
  return draftTitle(stored.draft, language) ?? section.id;
}

const draftTitle = (draft: Draft, language: Language): string | undefined =>
  [language, originalOf(draft)]
    .map((one) => valueOf(draft, `title.${one}`))
    .find((title) => title !== "");

/** The consultations in which an organiser has a role, with what each is called and where it stands. */
export async function ownConsultations(
  services: Services,
  actor: Actor,
  language: Language,
): Promise<OwnConsultation[]> {
  const all = await Promise.all(
    (await ownTeams(services, actor)).map(async ({ team, role }) => {
      const section = openSection(services, team.consultation, team);
      const published = await section.published();
      // Of a draft that was deleted there is nothing to see.
      if (published === undefined && (await section.draft()) === undefined) return [];
      const title = await titleOf(section, language);
      const proposals = await section.proposals();
      return [
        { id: section.id, role, title, proposals, stage: stageAt(published, services.now()) },
      ];
    }),
  );
  return all.flat();
}

/** The drafts that were deleted and that an organiser may still restore. */
export async function binnedDrafts(
  services: Services,
  actor: Actor,
  language: Language,
): Promise<BinnedConsultation[]> {
  const { db, now } = services;
  const own = (await ownTeams(services, actor)).filter(({ role }) => may(role, "lifecycle"));
  const all = await Promise.all(
    own.map(async ({ team: { consultation: id } }) => {
      const binned = await getBinned(db, id);
      if (binned === undefined || isPastBin(binned.binnedAt, now())) return [];
      const title = draftTitle(binned.draft, language) ?? id;
      return [{ id, title, until: binnedUntil(binned.binnedAt) }];
    }),
  );
  return all.flat();
}

/** The teams that an organiser is in, each with their role. */
async function ownTeams({ db }: Services, { organiser }: Actor) {
  return (await listTeams(db)).flatMap((team) => {
    const role = roleOf(team.members, organiser.id);
    return role === undefined ? [] : [{ team, role }];
  });
}

/** This page under the name `localhost`, where it was opened under this machine's number. */
export function localhostOf(request: Request): { localhost: string | undefined } {
  const url = new URL(request.url);
  if (!["127.0.0.1", "[::1]"].includes(url.hostname)) return { localhost: undefined };
  url.hostname = "localhost";
  return { localhost: url.href };
}
