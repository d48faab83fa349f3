import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may, type Role, ROLES } from "../../domain/organiser/role.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { fill, formatMoment } from "../text.ts";
import { FormToken } from "./console-page.tsx";
import { Refusal } from "./refusal.tsx";
import { SectionPage, type SectionProps } from "./section-page.tsx";

interface Member {
  id: string;
  name: string;
  role: Role;
}

interface PendingLink {
  id: string;
  role: Role;
  /** Name of whoever made it. */
  by: string;
  /** ISO 8601. */
  madeAt: string;
  endsAt: string;
}

interface Props extends SectionProps {
  members: readonly Member[];
  /** The reader's own id. */
  self: string;
  /** Links that nobody has used yet, the one that ends first before the others. */
  pending: readonly PendingLink[];
  problem?: ProblemCode | undefined;
}

/** Who organises a consultation; for its owners also the ways to change that. */
export function TeamPage(props: Props) {
  const { text, members, self, role, problem } = props;
  const words = text.organiser.team;
  const isOwner = may(role, "team");
  return (
    <SectionPage {...props} page={ORGANISE.team} heading={words.title}>
      <Refusal {...{ text, problem }} />
      <ul class="plain-list">
        {members.map((member) => (
          <li class="entry" key={member.id}>
            <p>
              <strong>{member.name}</strong>
              {member.id === self ? ` ${words.you}` : ""}
              <br />
              {text.organiser.roles[member.role]}
            </p>
            {isOwner ? <MemberForms {...props} member={member} /> : null}
          </li>
        ))}
      </ul>
      {isOwner ? <Invite {...props} /> : null}
      <Pending {...props} isOwner={isOwner} />
      <h2>{words.rolesHeading}</h2>
      <dl class="facts">
        {ROLES.map((one) => (
          <div key={one}>
            <dt>{text.organiser.roles[one]}</dt>
            <dd>{words.roleMeans[one]}</dd>
          </div>
        ))}
      </dl>
    </SectionPage>
  );
}

function MemberForms({
  language,
  text,
  signedIn,
  consultation,
  member,
}: Props & { member: Member }) {
  const words = text.organiser.team;
  const { id, name, role } = member;
  const to = { id: consultation.id, lang: language };
  return (
    <>
      <form method="post" action={organisePath(ORGANISE.changeRole, to)}>
        <FormToken signedIn={signedIn} />
        <input type="hidden" name="organiser" value={id} />
        <div class="field">
          <label for={`role-${id}`}>{fill(words.roleOf, { name })}</label>
          <div class="buttons">
            <RoleChoice {...{ text }} id={`role-${id}`} chosen={role} />
            <button class="secondary" type="submit">
              {words.changeRole}
              <span class="visually-hidden"> {name}</span>
            </button>
          </div>
        </div>
      </form>
      <p>
        <a
          class="button danger"
          href={`${organisePath(ORGANISE.removeOrganiserPage, to)}&organiser=${encodeURIComponent(id)}`}
        >
          {fill(words.remove, { name })}
        </a>
      </p>
    </>
  );
}

function Invite({ language, text, signedIn, consultation }: Props) {
  const words = text.organiser.team;
  return (
    <section aria-labelledby="invite-heading">
      <h2 id="invite-heading">{words.inviteHeading}</h2>
      <p>{words.inviteIntro}</p>
      <form
        method="post"
        action={organisePath(ORGANISE.inviteOrganiser, { id: consultation.id, lang: language })}
      >
        <FormToken signedIn={signedIn} />
        <div class="field">
          <label for="new-role">{words.newRole}</label>
          <div class="buttons">
            <RoleChoice {...{ text }} id="new-role" chosen="viewer" />
            <button class="primary" type="submit">
              {words.invite}
            </button>
          </div>
        </div>
      </form>
    </section>
  );
}

/** Everybody in the team sees what is on its way; owners can withdraw it. */
function Pending({
  language,
  text,
  signedIn,
  consultation,
  pending,
  isOwner,
}: Props & { isOwner: boolean }) {
  const words = text.organiser.team;
  const action = organisePath(ORGANISE.withdrawRoleLink, { id: consultation.id, lang: language });
  return (
    <section aria-labelledby="pending-heading">
      <h2 id="pending-heading">{words.pendingHeading}</h2>
      {pending.length === 0 ? <p>{words.pendingNone}</p> : null}
      {isOwner && pending.length > 0 ? <p>{words.pendingIntro}</p> : null}
      <ul class="plain-list" hidden={pending.length === 0}>
        {pending.map(({ id, role, by, madeAt, endsAt }) => {
          const made = formatMoment(language, madeAt);
          const about = { name: by, made, until: formatMoment(language, endsAt) };
          return (
            <li class="entry" key={id}>
              <p>
                <strong>{text.organiser.roles[role]}</strong>
                <br />
                {fill(words.pending, about)}
              </p>
              {isOwner ? (
                <form method="post" action={action}>
                  <FormToken signedIn={signedIn} />
                  <input type="hidden" name="link" value={id} />
                  <button class="secondary" type="submit">
                    {words.withdraw}
                    <span class="visually-hidden">{`: ${text.organiser.roles[role]}, ${made}`}</span>
                  </button>
                </form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const RoleChoice = ({ text, id, chosen }: Pick<Props, "text"> & { id: string; chosen: Role }) => (
  <select id={id} name="role">
    {ROLES.map((role) => (
      <option key={role} value={role} selected={role === chosen}>
        {text.organiser.roles[role]}
      </option>
    ))}
  </select>
);
