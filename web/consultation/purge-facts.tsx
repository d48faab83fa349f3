import type { PurgeState } from "../../domain/consultation/purge.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment, plural } from "../text.ts";

interface Props {
  purge: PurgeState;
  archived: boolean;
  timeZone: string;
}

/** From when the ballots are deleted, that they are being or have been, and that it is for good. */
export function PurgeFacts({ purge, archived, timeZone }: Props) {
  const { language, text } = useReader();
  const { purge: words } = text.exports;
  const said = () => {
    switch (purge.state) {
      case "never":
        return words.never;
      case "days":
        return plural(language, words.days, purge.days);
      default: {
        const key = purge.state === "due" && archived ? "waiting" : purge.state;
        return fill(words[key], { moment: formatMoment(language, purge.at, timeZone) });
      }
    }
  };
  return (
    <>
      <p>{said()}</p>
      {purge.state === "never" ? null : <p>{words.final}</p>}
    </>
  );
}
