import { languagesOf, valueOf, zoneOf } from "../../domain/draft/draft.ts";
import { stageAt } from "../../domain/consultation/life.ts";
import { roleOf } from "../../domain/organiser/role.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import type { Reader } from "../../web/language/reader.ts";
import { type Said, saidIn, textOf } from "../../web/language/said.tsx";
import type { ConsoleProps, SignedIn } from "../../web/organiser/console-page.tsx";
import type { OwnConsultation } from "../../web/organiser/console-home-page.tsx";
import type { SectionProps } from "../../web/organiser/section-page.tsx";
import { languageOf } from "../http/request.ts";
import type { Services } from "../services.ts";
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
  const title = await titleOf(actor.section, view);
  const timeZone = await zoneOfSection(actor.section);
  return { ...view, ...signedInView(actor), consultation: { id, title, timeZone }, role };
}

/** The zone in which a consultation's days and hours are told. */
async function zoneOfSection(section: Section): Promise<string> {
  const published = await section.published();
  if (published !== undefined) return published.definition.timeZone;
  const stored = await section.draft();
  return stored === undefined ? "UTC" : zoneOf(stored.draft);
}

/** A consultation's title; that of its draft before it is published, and its id where that has none. */
async function titleOf(section: Section, reader: Reader): Promise<Said> {
  const published = await section.published();
  if (published !== undefined) {
    const { title, languages } = published.definition;
    return saidIn(reader, { languages }, title);
  }
  const stored = await section.draft();
  if (stored === undefined) return section.id;
  const languages = languagesOf(stored.draft);
  const texts = Object.fromEntries(
    languages.flatMap((one) => {
      const title = valueOf(stored.draft, `title.${one}`);
      return title === "" ? [] : [[one, title]];
    }),
  );
  const title = saidIn(reader, { languages }, texts);
  return textOf(title) === "" ? section.id : title;
}

/** The consultations in which an organiser has a role, with what each is called and where it stands. */
export async function ownConsultations(
  services: Services,
  { organiser }: Actor,
  reader: Reader,
): Promise<OwnConsultation[]> {
  const teams = await listTeams(services.db);
  const own = teams.flatMap((team) => {
    const role = roleOf(team.members, organiser.id);
    return role === undefined ? [] : [{ team, role }];
  });
  return Promise.all(
    own.map(async ({ team, role }) => {
      const section = openSection(services, team.consultation, team);
      return {
        id: section.id,
        role,
        title: await titleOf(section, reader),
        timeZone: await zoneOfSection(section),
        proposals: await section.proposals(),
        stage: stageAt(await section.published(), services.now()),
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
