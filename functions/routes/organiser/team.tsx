import { languagesOf } from "../../../domain/draft/draft.ts";
import type { Language } from "../../../domain/language.ts";
import type { DoneCode } from "../../../domain/organiser/done.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { type GivenRole, readGivenRole } from "../../../domain/organiser/role.ts";
import { type Problem, type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { RemoveMemberPage } from "../../../web/organiser/removal-page.tsx";
import { RoleLinkPage } from "../../../web/organiser/role-link-page.tsx";
import { TeamPage } from "../../../web/organiser/team-page.tsx";
import { pageAnswer } from "../../http/answers.tsx";
import { workpieceOf } from "../../draft/drafting.ts";
import { doneAt } from "../../organiser/done.ts";
import { afresh, goTo, guarded, type TeamActor } from "../../organiser/guard.tsx";
import { inviteByLink, liveLinks, withdrawLink } from "../../organiser/team-links.ts";
import { memberOf } from "../../organiser/team-change.ts";
import { changeRole, removeMember } from "../../organiser/team.ts";
import { sectionView } from "../../organiser/view.ts";
import { languageOf } from "../../http/request.ts";
import type { Services } from "../../services.ts";
import { getOrganiser, type Organiser } from "../../store/organisers.ts";
import type { Team } from "../../store/teams.ts";
import type { App } from "../../http/environment.ts";

/** Who organises a consultation, and for its owners the ways to change that. */
export function teamRoutes(app: App, services: Services): void {
  const page = async (request: Request, actor: TeamActor, problem?: ProblemCode) => {
    const team = await actor.section.team();
    const members = await membersOf(services, team, actor.organiser);
    return pageAnswer(
      <TeamPage
        {...await sectionView(services, request, actor)}
        members={members}
        pending={liveLinks(team, services.now()).map(([id, { by, madeAt, endsAt, ...given }]) => ({
          ...given,
          id,
          by: members.find((member) => member.id === by)?.name ?? "",
          madeAt: new Date(madeAt).toISOString(),
          endsAt: new Date(endsAt).toISOString(),
        }))}
        self={actor.organiser.id}
        languages={await languagesAt(services, actor)}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );
  };

  guarded(app, services, ORGANISE.team, (context, actor) => page(context.req.raw, actor));

  guarded(app, services, ORGANISE.inviteOrganiser, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const given = await givenIn(actor, fields);
    if (typeof given === "string") return page(request, actor, given);
    const made = await inviteByLink(services, actor, given);
    if ("problem" in made) return page(request, afresh(services, actor), made.problem);
    const address = `${new URL(request.url).origin}${ORGANISE.joinPage.path}#${made.code}`;
    return pageAnswer(
      <RoleLinkPage
        {...await sectionView(services, request, actor)}
        link={address}
        gives={given}
      />,
    );
  });

  guarded(app, services, ORGANISE.withdrawRoleLink, async (context, actor, { fields }) => {
    const link = fields.get("link") ?? "";
    return done(
      context.req.raw,
      actor,
      await withdrawLink(services, actor, link),
      "link-withdrawn",
    );
  });

  guarded(app, services, ORGANISE.changeRole, async (context, actor, { fields }) => {
    const given = await givenIn(actor, fields);
    if (typeof given === "string") return page(context.req.raw, actor, given);
    const id = fields.get("organiser") ?? "";
    return done(
      context.req.raw,
      actor,
      await changeRole(services, actor, id, given),
      "role-changed",
    );
  });

  guarded(app, services, ORGANISE.removeOrganiserPage, async (context, actor) => {
    const request = context.req.raw;
    const id = context.req.query("organiser") ?? "";
    const team = await actor.section.team();
    const member = (await membersOf(services, team, actor.organiser)).find((one) => one.id === id);
    if (member === undefined) return goTo(own(request, actor));
    return pageAnswer(
      <RemoveMemberPage
        {...await sectionView(services, request, actor)}
        member={member}
        isSelf={id === actor.organiser.id}
        links={liveLinks(team, services.now()).filter(([, { by }]) => by === id).length}
      />,
    );
  });

  guarded(app, services, ORGANISE.removeOrganiser, async (context, actor, { fields }) => {
    const id = fields.get("organiser") ?? "";
    return done(context.req.raw, actor, await removeMember(services, actor, id), "member-removed");
  });

  /** The role that a form gives, or why it gives none. */
  async function givenIn(
    actor: TeamActor,
    fields: URLSearchParams,
  ): Promise<GivenRole | ProblemCode> {
    const all = await languagesAt(services, actor);
    const given = readGivenRole(fields.get("role"), fields.getAll("language"), all);
    if (given === undefined) return "role-invalid";
    return given === "no-language" ? "languages-missing" : given;
  }

  async function done(
    request: Request,
    actor: TeamActor,
    refusal: Problem | undefined,
    code: DoneCode,
  ) {
    if (refusal !== undefined) return page(request, afresh(services, actor), refusal.problem);
    return doneAt(services, actor, own(request, actor), code);
  }
}

/** The address of the team's page. */
const own = (request: Request, { consultation: id }: TeamActor): string =>
  organisePath(ORGANISE.team, { id, lang: languageOf(request) });

/** The languages of a consultation, as its draft names them. */
async function languagesAt({ now }: Services, { section }: TeamActor): Promise<Language[]> {
  const work = await workpieceOf(section, now);
  return work === undefined ? [] : languagesOf(work.draft);
}

/** The members of a team with their names, owners first, then by name. */
async function membersOf({ db }: Services, team: Team, self: Organiser) {
  const named = Object.keys(team.members).map(async (id) => ({
    id,
    ...memberOf(team, id),
    name: (id === self.id ? self : await getOrganiser(db, id))?.name ?? "",
  }));
  const rank = ({ role, name }: { role: string; name: string }) =>
    `${role === "owner" ? 0 : 1} ${name}`;
  return (await Promise.all(named)).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
