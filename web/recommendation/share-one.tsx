import type { Consultation } from "../../domain/consultation/definition.ts";
import { LEDGER, pathOf, SHARE } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import type { ResultRow } from "../results/facts/row.ts";
import type { ResultsView } from "../results/facts/view.ts";
import { citation } from "../results/share/cited.ts";
import { CopiedText } from "../results/share/copy-field.tsx";

interface Props {
  /** Under which address people find this installation. */
  origin: string;
  consultation: Pick<Consultation, "id">;
  row: ResultRow | undefined;
  /** `undefined` before the first release: there is nothing to cite. */
  view: ResultsView | undefined;
}

/** How to cite one recommendation, and where it stands beside the others. */
export function ShareOne({ origin, consultation: { id }, row, view }: Props) {
  const { language, text } = useReader();
  const { share, recommendation } = text;
  return (
    <section aria-labelledby="share">
      <h2 id="share">{recommendation.share.heading}</h2>
      {view === undefined || row === undefined ? null : (
        <CopiedText
          id="citation"
          label={share.cite.label}
          of={citation(view, origin, row)}
          rows={5}
        />
      )}
      <ul class="plain">
        <li>
          <a href={pathOf(SHARE, { id, lang: language })}>{share.link}</a>
        </li>
        <li>
          <a href={pathOf(LEDGER, { id, lang: language })}>{recommendation.share.ledger}</a>
        </li>
      </ul>
    </section>
  );
}
