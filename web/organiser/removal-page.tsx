import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { fill, formatDay, plural } from "../text.ts";
import type { ShownPasskey } from "./account-page.tsx";
import { AskBefore } from "./ask-before.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import { SectionPage, type SectionProps } from "./section-page.tsx";

interface MemberProps extends SectionProps {
  member: { id: string; name: string };
  /** The reader is about to remove themselves. */
  isSelf: boolean;
  /** How many links of theirs end with it. */
  links: number;
}

/** Asks before somebody is removed from a team. */
export function RemoveMemberPage(props: MemberProps) {
  const { language, text, signedIn, consultation, member, isSelf, links } = props;
  const words = text.organiser.team.removal;
  const { id, name } = member;
  const at = (endpoint: OrganiserEndpoint) =>
    organisePath(endpoint, { id: consultation.id, lang: language });
  return (
    <SectionPage
      {...props}
      page={ORGANISE.removeOrganiserPage}
      heading={fill(words.title, { name })}
      query={{ organiser: id }}
    >
      <AskBefore
        signedIn={signedIn}
        means={words.means}
        does={[
          ...(isSelf ? [words.self] : []),
          words.access,
          ...(links === 0 ? [] : [plural(language, words.links, links)]),
          words.kept,
          words.elsewhere,
        ]}
        action={at(ORGANISE.removeOrganiser)}
        field={{ organiser: id }}
        confirm={fill(words.confirm, { name })}
        back={{ to: at(ORGANISE.team), label: fill(words.back, { name }) }}
      />
    </SectionPage>
  );
}

interface PasskeyProps extends ConsoleProps {
  signedIn: SignedIn;
  passkey: ShownPasskey;
  /** Where it stands in the list, from 1. */
  number: number;
}

/** Asks before a passkey is removed. */
export function RemovePasskeyPage(props: PasskeyProps) {
  const { language, text, signedIn, passkey, number } = props;
  const words = text.organiser.account;
  const lang = language;
  return (
    <ConsolePage
      {...props}
      title={words.removal.title}
      path={ORGANISE.removePasskeyPage.path}
      query={{ passkey: passkey.id }}
    >
      <h1>{words.removal.title}</h1>
      <p>
        <strong>{fill(words.passkey, { number })}</strong>
        <br />
        {fill(words.passkeyDays, {
          added: formatDay(language, passkey.addedOn),
          used: formatDay(language, passkey.usedOn),
        })}
      </p>
      <AskBefore
        signedIn={signedIn}
        means={words.removal.means}
        does={[
          words.removal.device,
          words.removal.sessions,
          words.removal.final,
          words.removal.deviceList,
        ]}
        action={organisePath(ORGANISE.removePasskey, { lang })}
        field={{ passkey: passkey.id }}
        confirm={words.removal.confirm}
        back={{ to: organisePath(ORGANISE.account, { lang }), label: words.removal.back }}
      />
    </ConsolePage>
  );
}
