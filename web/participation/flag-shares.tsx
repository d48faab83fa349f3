import { tellsWithout } from "../../domain/release/without-flagged.ts";
import { useReader } from "../language/reader.ts";
import { FlagCounts } from "../results/flag-counts.tsx";
import { reasonWords } from "../results/facts/hidden.ts";
import { flaggedAddress, madeInWords } from "../results/facts/left-out.ts";
import type { WatchView } from "./view.ts";

/** How many ballots are flagged, as the results page says it: organisers see neither more of them nor sooner. */
export function FlagShares({ view: { newest, definition } }: { view: WatchView }) {
  const { language, text } = useReader();
  const { flagged } = text;
  if (newest?.flags === undefined) return null;
  const reader = { language, text, release: newest, consultation: definition };
  return (
    <>
      <h3>{flagged.heading}</h3>
      <p>
        {flagged.what} {flagged.watch.note} {madeInWords(reader, newest.flags)}
      </p>
      {tellsWithout(newest) ? (
        <FlagCounts view={reader} flags={newest.flags} />
      ) : (
        <p class="notice">
          {reasonWords(reader, newest.flags.difference.hidden["verdict"] ?? "before-milestone")}
        </p>
      )}
      <p>
        <a href={flaggedAddress(definition, language)}>{flagged.watch.toResults}</a>
      </p>
    </>
  );
}
