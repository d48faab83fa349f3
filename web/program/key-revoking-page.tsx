import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { AskBefore } from "../organiser/ask-before.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill } from "../text.ts";

interface Props extends SectionProps {
  revoked: { hash: string; name: string };
}

/** Asks before a key is revoked. */
export function KeyRevokingPage(props: Props) {
  const { language, text, signedIn, consultation, revoked } = props;
  const words = text.programs.removal;
  const at = (endpoint: OrganiserEndpoint) =>
    organisePath(endpoint, { id: consultation.id, lang: language });
  return (
    <SectionPage
      {...props}
      page={ORGANISE.revokeKeyPage}
      heading={words.title}
      query={{ which: revoked.hash }}
    >
      <AskBefore
        signedIn={signedIn}
        means={words.means}
        does={[fill(words.name, { name: revoked.name }), words.kept]}
        action={at(ORGANISE.revokeKey)}
        field={{ which: revoked.hash }}
        confirm={words.confirm}
        back={{ to: at(ORGANISE.keys), label: words.back }}
      />
    </SectionPage>
  );
}
