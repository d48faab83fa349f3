import { useReader } from "../language/reader.ts";
import { fill } from "../text.ts";

/**
 * That nobody has recorded an answer here, which is not that there is none; and what whoever knows of one
 * can do. Kenes looks for no answers itself.
 */
export function NoneRecorded() {
  const { text } = useReader();
  return (
    <>
      <p>{`${text.council.noneRecorded}.`}</p>
      <Missing />
    </>
  );
}

/** How to report an answer that is missing. */
export function Missing() {
  const { text } = useReader();
  return <p class="hint">{fill(text.council.missing, { page: text.about.consultation.title })}</p>;
}
