import { useReader } from "../language/reader.ts";
import { RemarkList, type RemarkView } from "./remark-list.tsx";

interface Props {
  /** What was accepted and may be published (`functions/memory/remarks.ts`). */
  reasons: readonly RemarkView[];
  /** Nothing is shown in its own words there. */
  atRisk: boolean;
  /** Which page of twenty, from 1; the address of each. */
  page: number;
  addressOf: (page: number) => string;
  /** Whether experts are told apart (`expertsAreTold`). */
  markExperts: boolean;
}

/** The reasons that people gave for their rating of a recommendation, in their own words. */
export function ReasonsShown({ reasons, atRisk, page, addressOf, markExperts }: Props) {
  const words = useReader().text.moderation.shown;
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons">{words.reasons}</h2>
      {atRisk ? (
        <p>{words.atRisk}</p>
      ) : reasons.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p class="hint">{words.intro}</p>
          <RemarkList
            remarks={reasons}
            {...{ page, addressOf, markExperts }}
            label={words.reasons}
          />
        </>
      )}
    </section>
  );
}
