/**
 * What the front page of the console shows: read once for each consultation, all of them at the same time,
 * and nothing that is long. The tally and the single codes are never read for it.
 */
import { countingHealth } from "../../domain/participation/health.ts";
import { calendarAt } from "../../domain/consultation/calendar.ts";
import { stageAt } from "../../domain/consultation/life.ts";
import { needsOf } from "../../domain/needs.ts";
import { may } from "../../domain/organiser/role.ts";
import { newestOf } from "../../domain/release/newest.ts";
import type { Reader } from "../../web/language/reader.ts";
import type { FrontConsultation } from "../../web/organiser/front-view.ts";
import type { PublishedReleases } from "../memory/releases.ts";
import type { Services } from "../services.ts";
import { lastPass, loadStop } from "../store/counting.ts";
import { getExport } from "../store/exports.ts";
import { listGroups } from "../store/invitation-groups.ts";
import { countTranslationReports } from "../store/translation-reports.ts";
import type { Actor } from "./guard.tsx";
import { lastNotices } from "./notices.ts";
import { isReadable, openSection } from "./section.ts";
import { type OwnTeam, titleOf, zoneOfSection } from "./view.ts";

/** Every consultation of an organiser, with what it asks of them; and the ids of those that cannot be read. */
export async function frontPage(
  services: Services,
  releases: PublishedReleases,
  { organiser: { id: self } }: Actor,
  teams: readonly OwnTeam[],
  reader: Reader,
): Promise<{ consultations: FrontConsultation[]; unreadable: string[] }> {
  const { db } = services;
  const unreadable: string[] = [];
  const now = services.now();
  const pass = await lastPass(db);
  const behind = countingHealth(pass, false, undefined, now).state === "behind";
  const all = teams.map(async ({ team, role }): Promise<FrontConsultation[]> => {
    const section = openSection(services, team.consultation, team);
    const { id } = section;
    if (!(await isReadable(section))) {
      unreadable.push(id);
      return [];
    }
    const published = await section.published();
    const draft = published === undefined ? (await section.draft())?.draft : undefined;
    // Of a draft that was deleted there is nothing to see.
    if (published === undefined && draft === undefined) return [];
    const stage = stageAt(published, now);
    const isRunning = published !== undefined && stage !== "archived";
    const [proposals, stop, asked, groups, newest, reports, notices] = await Promise.all([
      section.proposals(),
      isRunning ? loadStop(db, id) : undefined,
      published !== undefined && may(role, "export") ? getExport(db, id) : undefined,
      stage === "open" && may(role, "invite") ? listGroups(db, id) : [],
      isRunning ? releases.newest(id) : undefined,
      published !== undefined && may(role, "translate") ? countTranslationReports(db, id) : 0,
      isRunning ? lastNotices(services, id) : [],
    ]);
    const known = {
      role,
      self,
      published,
      draft,
      proposals,
      behind,
      languages: role === "translator" ? (team.languages[self] ?? []) : undefined,
      stopped: stop !== undefined,
      asked: asked?.request,
      invited: groups.reduce((sum, { made }) => sum + made, 0),
      reports,
      notices,
      answered: newest?.release.ballots.expert ?? null,
    };
    const { opensAt, closesAt } = published?.definition ?? {};
    const calendar = published && calendarAt(published, newest && newestOf(newest.release), now);
    return [
      {
        id,
        role,
        proposals,
        stage,
        opensAt,
        closesAt,
        title: await titleOf(section, reader),
        timeZone: await zoneOfSection(section),
        final: calendar?.results === "final" || calendar?.state === "too-few",
        hasResults: (calendar?.results ?? "none") !== "none",
        needs: needsOf(known, now),
      },
    ];
  });
  const consultations = (await Promise.all(all)).flat();
  return { consultations, unreadable: unreadable.toSorted() };
}
