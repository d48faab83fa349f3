import type { Language } from "../../domain/language.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  language: Language;
  text: Catalogue;
  /** Of the consultation. */
  id: string;
  closing: "two" | "nobody-else";
}

/** That two persons are needed; where there is only one, the way to a second. */
export function SecondPerson({ language, text, id, closing }: Props) {
  const words = text.exports.proposal;
  return (
    <>
      <p>{words.needed}</p>
      {closing === "two" ? null : (
        <p class="notice notice-warning">
          {`${words.missing} `}
          <a href={organisePath(ORGANISE.team, { id, lang: language })}>{words.toTeam}</a>
        </p>
      )}
    </>
  );
}
