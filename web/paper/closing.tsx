import { RESULTS, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";

/** Thanks, and where the results of a consultation are; the address is in letters, since paper cannot be clicked. */
export function Closing({ id }: { id: string }) {
  const { language, text } = useReader();
  const { paper } = text;
  const address = pathOf(RESULTS, { id });
  return (
    <section class="paper-question" aria-labelledby="thanks-heading">
      <h2 id="thanks-heading">{paper.thanks}</h2>
      <p>
        {`${paper.results} `}
        <a class="address" href={pathOf(RESULTS, { id, lang: language })}>
          {address}
        </a>
      </p>
    </section>
  );
}
