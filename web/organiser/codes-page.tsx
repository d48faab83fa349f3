import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  codes: readonly string[];
}

/** New recovery codes, shown this once: to be printed, copied, or saved as a file that no server sees. */
export function CodesPage({ language, text, assets, signedIn, codes }: Props) {
  const words = text.organiser.codes;
  const file = `${words.title} – Kenes\r\n\r\n${codes.join("\r\n")}\r\n`;
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={ORGANISE.account.path}
      onlyOnce
      script
    >
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <ol class="receipt-box recovery-codes" id="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p class="notice notice-warning">{words.onlyOnce}</p>
      <p class="buttons">
        <a
          class="button secondary"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
          download="kenes-recovery-codes.txt"
        >
          {words.save}
        </a>
        <button
          class="secondary"
          type="button"
          hidden
          data-copy="#codes code"
          data-copied={words.copied}
          data-not-copied={words.notCopied}
        >
          {words.copy}
        </button>
        <button class="secondary" type="button" hidden data-print>
          {words.print}
        </button>
        <output />
      </p>
      <p class="buttons">
        <a class="button primary" href={organisePath(ORGANISE.home, { lang: language })}>
          {words.kept}
        </a>
      </p>
    </ConsolePage>
  );
}
