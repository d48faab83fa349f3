import type { Language } from "../../domain/language.ts";
import type { PurgeState } from "../../domain/consultation/purge.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { fill, formatMoment, plural } from "../text.ts";

interface Props {
  language: Language;
  text: Catalogue;
  purge: PurgeState;
  archived: boolean;
}

/** From when the ballots are deleted, that they are being or have been, and that it is for good. */
export function PurgeFacts({ language, text, purge, archived }: Props) {
  const { purge: words } = text.exports;
  const said = () => {
    switch (purge.state) {
      case "never":
        return words.never;
      case "days":
        return plural(language, words.days, purge.days);
      default: {
        const key = purge.state === "due" && archived ? "waiting" : purge.state;
        return fill(words[key], { moment: formatMoment(language, purge.at) });
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
