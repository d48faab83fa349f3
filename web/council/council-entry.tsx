import type { Standing } from "../../domain/consultation/listing.ts";
import { LEDGER, pathOf } from "../../domain/paths.ts";
import { ConsultationEntry } from "../home/consultation-entry.tsx";
import { useReader } from "../language/reader.ts";
import { formatNumber, plural } from "../text.ts";
import type { Answered } from "./view.ts";

interface Props {
  standing: Standing;
  answered: Answered | undefined;
}

/** One consultation as the start page has it, and how many of its recommendations are answered. */
export function CouncilEntry({ standing, answered }: Props) {
  const { language, text } = useReader();
  const { council } = text;
  const { id } = standing.definition;
  return (
    <>
      <ConsultationEntry standing={standing} short />
      {answered === undefined ? null : (
        <p>
          {plural(language, council.answered, answered.recommendations, {
            answered: formatNumber(language, answered.answered),
          })}{" "}
          <a
            id={`ledger-${id}`}
            aria-labelledby={`ledger-${id} title-${id}`}
            href={pathOf(LEDGER, { id, lang: language })}
          >
            {council.toLedger}
          </a>
        </p>
      )}
    </>
  );
}
