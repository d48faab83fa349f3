import type { LogHead } from "../../domain/organiser/log.ts";
import { useReader } from "../language/reader.ts";
import { formatNumber } from "../text.ts";

interface Props {
  /** `undefined` before the first entry. */
  log: LogHead | undefined;
}

/** How far the organisers' log has come: enough to tell later whether it has been tampered with. */
export function OrganisersLog({ log }: Props) {
  const { language, text } = useReader();
  const words = text.results.organisersLog;
  return (
    <section aria-labelledby="organisers-log">
      <h3 id="organisers-log">{words.heading}</h3>
      <p>{words.what}</p>
      <dl class="fingerprints">
        <dt>{words.entries}</dt>
        <dd>{formatNumber(language, log?.count ?? 0)}</dd>
        <dt>{words.newest}</dt>
        <dd>{log === undefined ? words.none : <code>{log.hash}</code>}</dd>
      </dl>
      <p class="hint">{words.use}</p>
    </section>
  );
}
