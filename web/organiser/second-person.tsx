import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { useReader } from "../language/reader.ts";

interface Props {
  /** Of the consultation. */
  id: string;
  closing: "two" | "nobody-else";
}

/** That two persons are needed; where there is only one, the way to a second. */
export function SecondPerson({ id, closing }: Props) {
  const { language, text } = useReader();
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
