import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill } from "../text.ts";

interface Props extends SectionProps {
  address: string;
  /** By which the receiver checks signatures. */
  secret: string;
}

/** The secret of a webhook that has just been added, shown this once. */
export function HookSecretPage(props: Props) {
  const { language, text, consultation, address, secret } = props;
  const words = text.hooks.secret;
  return (
    <SectionPage {...props} page={ORGANISE.hooks} heading={words.title} onlyOnce>
      <p class="lead">{fill(words.intro, { address })}</p>
      <p class="receipt-box">
        <code class="one-time-link">{secret}</code>
      </p>
      <p class="notice notice-warning">{words.warning}</p>
      <p>{words.how}</p>
      <p class="buttons">
        <a href={organisePath(ORGANISE.hooks, { id: consultation.id, lang: language })}>
          {words.back}
        </a>
      </p>
    </SectionPage>
  );
}
