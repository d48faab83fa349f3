import { CODE_LENGTH, drawOrganiserCode } from "../../../domain/organiser/code.ts";
import { ORGANISE, organisePath } from "../../../domain/organiser/endpoints.ts";
import { readRole } from "../../../domain/organiser/role.ts";
import { type Problem, type ProblemCode, PROBLEMS } from "../../../domain/problem.ts";
import { RoleLinkPage } from "../../../web/organise/role-link-page.tsx";
import { TeamPage } from "../../../web/organise/team-page.tsx";
import { pageAnswer } from "../../answers.tsx";
import { goTo, guarded, type TeamActor } from "../../organise/guard.tsx";
import { record } from "../../organise/log.ts";
import { changeRole, removeMember } from "../../organise/team.ts";
import { sectionView } from "../../organise/view.ts";
import { languageOf } from "../../request.ts";
import { organiserCodeHash } from "../../secrets.ts";
import type { Services } from "../../services.ts";
import { putLink } from "../../store/links.ts";
import { getOrganiser } from "../../store/organisers.ts";
import { getTeam } from "../../store/teams.ts";
import type { App } from "../environment.ts";

const LINK_MS = 7 * 24 * 60 * 60_000;

/** Who organises a consultation, and for its owners the ways to change that. */
export function teamRoutes(app: App, services: Services): void {
  const page = async (request: Request, actor: TeamActor, problem?: ProblemCode) =>
    pageAnswer(
      <TeamPage
        {...await sectionView(services, request, actor)}
        members={await membersOf(services, actor.consultation)}
        self={actor.organiser.id}
        problem={problem}
      />,
      problem === undefined ? 200 : PROBLEMS[problem],
    );

  guarded(app, services, ORGANISE.team, (context, actor) => page(context.req.raw, actor));

  guarded(app, services, ORGANISE.inviteOrganiser, async (context, actor, { fields }) => {
    const request = context.req.raw;
    const role = readRole(fields.get("role"));
    if (role === undefined) return page(request, actor, "role-invalid");
    const { db, secret, now, random } = services;
    const { consultation, organiser } = actor;
    const code = drawOrganiserCode(random(CODE_LENGTH));
    const hash = organiserCodeHash(secret, "role", code);
    // Recorded first: a link that nobody knows of would be worse than an entry without one.
    await record(services, consultation, actor, "team-invited", null, { role });
    const link = { kind: "role", consultation, role, by: organiser.id } as const;
    await putLink(db, hash, link, now().getTime() + LINK_MS);
    const address = `${new URL(request.url).origin}${ORGANISE.joinPage.path}#${code}`;
    return pageAnswer(
      <RoleLinkPage {...await sectionView(services, request, actor)} link={address} gives={role} />,
    );
  });

  guarded(app, services, ORGANISE.changeRole, async (context, actor, { fields }) => {
    const role = readRole(fields.get("role"));
    if (role === undefined) return page(context.req.raw, actor, "role-invalid");
    const id = fields.get("organiser") ?? "";
    return done(context.req.raw, actor, await changeRole(services, actor, id, role));
  });

  guarded(app, services, ORGANISE.removeOrganiser, async (context, actor, { fields }) => {
    const id = fields.get("organiser") ?? "";
    return done(context.req.raw, actor, await removeMember(services, actor, id));
  });

  async function done(request: Request, actor: TeamActor, refusal: Problem | undefined) {
    if (refusal !== undefined) return page(request, actor, refusal.problem);
    const to = { id: actor.consultation, lang: languageOf(request) };
    return goTo(organisePath(ORGANISE.team, to));
  }
}

/** The members of a team with their names, owners first, then by name. */
async function membersOf({ db }: Services, consultation: string) {
  const { members } = await getTeam(db, consultation);
  const named = Object.entries(members).map(async ([id, role]) => ({
    id,
    role,
    name: (await getOrganiser(db, id))?.name ?? "",
  }));
  const rank = ({ role, name }: { role: string; name: string }) =>
    `${role === "owner" ? 0 : 1} ${name}`;
  return (await Promise.all(named)).toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
