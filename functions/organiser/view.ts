import { binnedUntil, isPastBin } from "../../domain/draft/bin.ts";
import { type Draft, languagesOf, valueOf, zoneOf } from "../../domain/draft/draft.ts";
import { may, type Role, roleOf } from "../../domain/organiser/role.ts";
import { catalogueFor } from "../../web/language/catalogue.ts";
import type { Reader } from "../../web/language/reader.ts";
import { type Said, saidIn, textOf } from "../../web/language/said.tsx";
import type { ConsoleProps, SignedIn } from "../../web/organiser/console-page.tsx";
import type { BinnedConsultation } from "../../web/organiser/front-view.ts";
import type { SectionProps } from "../../web/organiser/section-page.tsx";
import { languageOf } from "../http/request.ts";
import type { Services } from "../services.ts";
import { getBinned } from "../store/bin.ts";
import { listTeams, type Team } from "../store/teams.ts";
import { doneIn } from "./done.ts";
import type { Actor, TeamActor } from "./guard.tsx";
import { isReadable, openSection, type Section } from "./section.ts";

/** What every page of the console is given. */
export function consoleView({ assets }: Services, request: Request): ConsoleProps {
  const language = languageOf(request);
  return { language, text: catalogueFor(language), assets };
}

/** What a page is given where somebody is signed in. */
export const signedInView = (
  services: Services,
  request: Request,
  actor: Actor,
): { signedIn: SignedIn } => ({
  signedIn: {
    name: actor.organiser.name,
    formToken: actor.session.formToken,
    done: doneIn(services, request, actor),
  },
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
  const atRisk = await isAtRisk(actor.section);
  const published = (await actor.section.published()) !== undefined;
  return {
    ...view,
    ...signedInView(services, request, actor),
    consultation: { id, title, atRisk, timeZone, published },
    role,
  };
}

/** The zone in which a consultation's days and hours are told. */
export async function zoneOfSection(section: Section): Promise<string> {
  const published = await section.published();
  if (published !== undefined) return published.definition.timeZone;
  const stored = await section.draft();
  return stored === undefined ? "UTC" : zoneOf(stored.draft);
}

/** Whether taking part may be dangerous; of a draft, whether it would be. */
async function isAtRisk(section: Section): Promise<boolean> {
  const published = await section.published();
  if (published !== undefined) return published.definition.disclosure === "at-risk";
  const stored = await section.draft();
  return stored !== undefined && valueOf(stored.draft, "disclosure") === "at-risk";
}

/** A consultation's title; that of its draft before it is published, and its id where that has none. */
export async function titleOf(section: Section, reader: Reader): Promise<Said> {
  const published = await section.published();
  if (published !== undefined) {
    const { title, languages } = published.definition;
    return saidIn(reader, { languages }, title);
  }
  const stored = await section.draft();
  if (stored === undefined) return section.id;
  return draftTitle(stored.draft, reader) ?? section.id;
}

/** The title of a draft; `undefined` while it has none. */
function draftTitle(draft: Draft, reader: Reader): Said | undefined {
  const languages = languagesOf(draft);
  const texts = Object.fromEntries(
    languages.flatMap((one) => {
      const title = valueOf(draft, `title.${one}`);
      return title === "" ? [] : [[one, title]];
    }),
  );
  const title = saidIn(reader, { languages }, texts);
  return textOf(title) === "" ? undefined : title;
}

/** The consultations in which an organiser has a role, with what each is called. */
export async function ownConsultations(
  services: Services,
  actor: Actor,
  reader: Reader,
): Promise<{ id: string; title: Said }[]> {
  const all = await Promise.all(
    (await ownTeams(services, actor)).map(async ({ team }) => {
      const section = openSection(services, team.consultation, team);
      if (!(await isReadable(section))) return [];
      const published = await section.published();
      // Of a draft that was deleted there is nothing to see.
      if (published === undefined && (await section.draft()) === undefined) return [];
      return [{ id: section.id, title: await titleOf(section, reader) }];
    }),
  );
  return all.flat();
}

/** The drafts that were deleted and that an organiser may still restore. */
export async function binnedDrafts(
  { db, now }: Pick<Services, "db" | "now">,
  teams: readonly OwnTeam[],
  reader: Reader,
): Promise<BinnedConsultation[]> {
  const own = teams.filter(({ role }) => may(role, "lifecycle"));
  const all = await Promise.all(
    own.map(async ({ team: { consultation: id } }) => {
      const binned = await getBinned(db, id);
      if (binned === undefined || isPastBin(binned.binnedAt, now())) return [];
      const title = draftTitle(binned.draft, reader) ?? id;
      return [{ id, title, until: binnedUntil(binned.binnedAt) }];
    }),
  );
  return all.flat();
}

/** A team that an organiser is in, with their role. */
export interface OwnTeam {
  team: Team;
  role: Role;
}

/** The teams that an organiser is in. */
export async function ownTeams({ db }: Services, { organiser }: Actor): Promise<OwnTeam[]> {
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
