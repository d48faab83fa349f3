import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { AskBefore } from "../organiser/ask-before.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill } from "../text.ts";

interface Props extends SectionProps {
  hook: { id: string; address: string };
}

/** Asks before a webhook is removed. */
export function HookRemovalPage(props: Props) {
  const { language, text, signedIn, consultation, hook } = props;
  const words = text.hooks.removal;
  const at = (endpoint: OrganiserEndpoint) =>
    organisePath(endpoint, { id: consultation.id, lang: language });
  return (
    <SectionPage
      {...props}
      page={ORGANISE.removeHookPage}
      heading={words.title}
      query={{ hook: hook.id }}
    >
      <AskBefore
        signedIn={signedIn}
        means={words.means}
        does={[fill(words.address, { address: hook.address }), words.waiting, words.secret]}
        action={at(ORGANISE.removeHook)}
        field={{ hook: hook.id }}
        confirm={words.confirm}
        back={{ to: at(ORGANISE.hooks), label: words.back }}
      />
    </SectionPage>
  );
}
