import type { Standing } from "../../domain/consultation/listing.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { resultsWords, type StateWords, stateWords } from "./state-words.ts";

/** Where a consultation stands, and of when its newest results are. */
export function EntryState({ standing: { definition, calendar } }: { standing: Standing }) {
  const reader = useReader();
  const { timeZone } = definition;
  const results = resultsWords(reader, calendar, timeZone);
  return (
    <p class="state">
      <b>
        <Sentence of={stateWords(reader, calendar, timeZone)} />
      </b>
      {results === undefined ? null : (
        <>
          {" "}
          <Sentence of={results} />
        </>
      )}
    </p>
  );
}

const Sentence = ({ of: { words, times } }: { of: StateWords }) => (
  <Filled
    of={words}
    values={Object.fromEntries(
      Object.entries(times).map(([place, { shown, iso }]) => [
        place,
        <time dateTime={iso}>{shown}</time>,
      ]),
    )}
  />
);
