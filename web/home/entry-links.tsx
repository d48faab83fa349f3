import type { Standing } from "../../domain/consultation/listing.ts";
import { LEDGER, pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { fill } from "../text.ts";

/** What can be done with a consultation now: rating only while answers are taken. */
export function EntryLinks({ standing: { definition, calendar } }: { standing: Standing }) {
  const reader = useReader();
  const { home, ledger } = reader.text;
  const title = textOf(saidIn(reader, definition, definition.title));
  const { state, canRate, results } = calendar;
  const link = (path: string, words: string, kind: "primary" | "secondary") => (
    <a
      class={`button ${kind}`}
      href={pathOf(path, { id: definition.id, lang: reader.language })}
      aria-label={fill(home.named, { words, title })}
    >
      {words}
    </a>
  );
  if (state === "scheduled") {
    return <p class="buttons">{link(RATE, home.before, "secondary")}</p>;
  }
  const main = canRate ? undefined : results === "final" ? "primary" : "secondary";
  return (
    <p class="buttons">
      {canRate ? link(RATE, home.rate, "primary") : null}
      {state === "paused" ? link(RATE, home.pause, "secondary") : null}
      {link(RESULTS, home.resultsNow[results], main ?? "secondary")}
      {results === "none" ? null : link(LEDGER, ledger.name, "secondary")}
    </p>
  );
}
