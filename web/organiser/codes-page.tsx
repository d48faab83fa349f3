import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  codes: readonly string[];
}

/** New recovery codes, shown this once. */
export function CodesPage({ language, text, assets, signedIn, codes }: Props) {
  const words = text.organiser.codes;
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={ORGANISE.account.path}
      onlyOnce
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <ol class="receipt-box recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="notice notice-warning">{words.onlyOnce}</p>
      <p class="buttons">
        <a class="button primary" href={organisePath(ORGANISE.home, { lang: language })}>
          {words.kept}
        </a>
      </p>
    </ConsolePage>
  );
}
