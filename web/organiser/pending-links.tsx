import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { GivenRole } from "../../domain/organiser/role.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment } from "../text.ts";
import { roleName } from "./role-choice.tsx";
import type { SectionProps } from "./section-page.tsx";

/** A link to a team that nobody has used. */
export interface PendingLink extends GivenRole {
  id: string;
  /** Name of whoever made it. */
  by: string;
  /** ISO 8601. */
  madeAt: string;
  endsAt: string;
}

interface Props extends Pick<SectionProps, "signedIn" | "consultation"> {
  /** The one that ends first before the others. */
  pending: readonly PendingLink[];
  isOwner: boolean;
}

/** Everybody in the team sees what is on its way; owners can withdraw it. */
export function PendingLinks({ signedIn, consultation, pending, isOwner }: Props) {
  const { language, text } = useReader();
  const words = text.organiser.team;
  const action = organisePath(ORGANISE.withdrawRoleLink, { id: consultation.id, lang: language });
  return (
    <section aria-labelledby="pending-heading">
      <h2 id="pending-heading">{words.pendingHeading}</h2>
      {pending.length === 0 ? <p>{words.pendingNone}</p> : null}
      {isOwner && pending.length > 0 ? <p>{words.pendingIntro}</p> : null}
      <ul class="plain-list" hidden={pending.length === 0}>
        {pending.map(({ id, by, madeAt, endsAt, ...given }) => {
          const at = (iso: string) => formatMoment(language, iso, consultation.timeZone);
          const made = at(madeAt);
          const about = { name: by, made, until: at(endsAt) };
          return (
            <li class="entry" key={id}>
              <p>
                <strong>{roleName(text, given)}</strong>
                <br />
                {fill(words.pending, about)}
              </p>
              {isOwner ? (
                <Form action={action} token={signedIn.formToken} hidden={{ link: id }}>
                  <button class="secondary" type="submit">
                    {words.withdraw}
                    <span class="visually-hidden">{`: ${roleName(text, given)}, ${made}`}</span>
                  </button>
                </Form>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
